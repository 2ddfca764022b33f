import type { Pending } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'
import { innerOf } from './announce.ts'
import { type Answer, json, send } from './send.ts'

/** When the three retries come after a failure, in ms (facts 1.8). */
const waits = [0, 60_000, 300_000] as const

/** Delivers what is due; one run at a time for each event. */
export function openMail(workspace: Workspace): { tick: () => Promise<void> } {
  const underway = new Map<string, Promise<void>>()
  const start = (one: Pending): Promise<void> => {
    const run = carry(workspace, one).finally(() => underway.delete(one.id))
    underway.set(one.id, run)
    return run
  }
  const tick = async (): Promise<void> => {
    const due = workspace.store
      .all('pending')
      .filter(({ id, due: at }) => at <= workspace.now() && !underway.has(id))
    for (const one of due) void start(one)
    if (underway.size === 0) return
    await Promise.all(underway.values())
    // What has failed just now may be due again.
    await tick()
  }
  return { tick }
}

async function carry(workspace: Workspace, one: Pending): Promise<void> {
  const headers = one.attempt === 0 ? {} : retryHeaders(one)
  const what = `event:${String(innerOf(one.body)['type'])}`
  const answer = await send(workspace, json(what, one.body, headers))
  const wait = waits[one.attempt]
  if (answer.outcome === 'acknowledged' || isFinal(answer) || wait === undefined)
    workspace.store.drop('pending', one.id)
  else
    workspace.store.put('pending', {
      ...one,
      attempt: one.attempt + 1,
      due: workspace.now() + wait,
      reason: reasonOf(answer),
    })
  workspace.store.flush()
}

const retryHeaders = ({ attempt, reason }: Pending): Record<string, string> => ({
  'x-slack-retry-num': String(attempt),
  'x-slack-retry-reason': reason ?? 'unknown_error',
})

const isFinal = ({ status, headers }: Answer): boolean =>
  status !== null && status !== 200 && headers.get('x-slack-no-retry') === '1'

function reasonOf({ outcome, status }: Answer): string {
  if (outcome === 'late') return 'http_timeout'
  if (outcome === 'unreachable') return 'connection_failed'
  return status !== null && status >= 300 && status < 400 ? 'too_many_redirects' : 'http_error'
}
