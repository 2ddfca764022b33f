import { z } from 'zod'
import type { Change, Workspace } from '../state/workspace.ts'

/** What an act may wait for after the app has acknowledged, and how long (real ms). */
export const waitShape = z.object({
  until: z.enum(['modal', 'ephemeral', 'message', 'home', 'quiet']).optional(),
  within: z.number().min(0).max(60_000).default(2000),
})

/** What to wait for. */
export type Wait = z.infer<typeof waitShape>

const kinds = { modal: 'view', ephemeral: 'ephemeral', message: 'message', home: 'home' } as const

/** How long nothing may happen for it to be quiet, in ms. */
const hush = 150

type Awaited = { readonly wait: Wait; readonly changes: readonly Change[] }

/** Waits for what was asked for, seen since the act began; gives up in silence. */
export async function waitFor(
  workspace: Workspace,
  user: string,
  { wait: { until, within }, changes }: Awaited,
): Promise<void> {
  if (until === undefined) return
  const deadline = performance.now() + within
  while (performance.now() < deadline) {
    if (until === 'quiet') {
      const before = changes.length
      await next(workspace, hush)
      if (changes.length === before) return
    } else {
      if (changes.some((one) => one.kind === kinds[until] && (one.user ?? user) === user)) return
      await next(workspace, deadline - performance.now())
    }
  }
}

async function next({ changes }: Workspace, ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      changes.off('change', done)
      resolve()
    }
    const timer = setTimeout(done, Math.max(0, ms))
    changes.on('change', done)
  })
}
