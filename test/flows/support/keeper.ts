import type { Step } from '../../../src/flows/flow.ts'
import { type Flow, Keeper, type Resting } from '../../../src/flows/index.ts'
import { deferred } from '../../records/support/deferred.ts'
import { newId, opened } from '../../records/support/entries.ts'
import { folder, openStore } from '../../records/support/folder.ts'
import { settings } from '../../records/support/settings.ts'

const start = '2026-11-23T09:00:00.000Z'
/** When the work says that it goes on. */
export const inAnHour = '2026-11-23T10:00:00.000Z'

type Alarm = { readonly ms: number; readonly ring: () => void; cancelled: boolean }
type Work = (id: string) => Promise<string | undefined>

/** A keeper on a real folder, of a flow with one step that the test provides. It says when to go on. */
export async function keeperOf(work: Work, more: readonly Step[] = []) {
  const store = await openStore(await folder(), { sync: async () => {} })
  const alarms: Alarm[] = []
  const rests: [string, Resting['on']][] = []
  const troubles: [string, string][] = []
  const heard: { rested?: () => void } = {}
  const step: Step = {
    kind: 'act',
    name: 'work',
    done: () => false,
    run: async ({ id }: { id: string }) => {
      const again = await work(id)
      return again === undefined ? undefined : { again }
    },
  }
  const flow: Flow = { right: 'erasure', steps: [...more, step] }
  const keeper = new Keeper(
    { erasure: flow },
    {
      ...settings(''),
      store,
      zendesk: undefined as never,
      people: undefined as never,
      timing: undefined as never,
      policy: async () => await Promise.reject(new Error('not asked here')),
      host: 'example.zendesk.com',
      answer: () => '',
      now: () => start,
      salt: () => '5a'.repeat(32),
      rest: async () => {},
      rehearsal: false,
      paused: () => false,
      alarm: (ms, ring) => {
        const alarm: Alarm = { ms, ring, cancelled: false }
        alarms.push(alarm)
        return () => void (alarm.cancelled = true)
      },
      rested: (id, resting) => {
        rests.push([id, resting.on])
        heard.rested?.()
      },
      trouble: (id, error) => void troubles.push([id, error instanceof Error ? error.message : '']),
    },
  )
  const open = async (): Promise<string> => {
    const id = newId()
    await store.append(id, 0, [opened()])
    return id
  }
  return { keeper, store, alarms, rests, troubles, heard, open }
}

/** Work that waits until it is let go, and counts itself. */
export function gated() {
  const seen = { runs: 0, atOnce: 0, most: 0 }
  let gate = deferred()
  const work: Work = async () => {
    seen.runs += 1
    seen.atOnce += 1
    seen.most = Math.max(seen.most, seen.atOnce)
    await gate.promise
    seen.atOnce -= 1
    return inAnHour
  }
  const letGo = (): void => {
    gate.resolve()
  }
  const shut = (): void => {
    gate = deferred()
  }
  return { seen, work, letGo, shut }
}

/** Lets everything else happen until this is so. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}
