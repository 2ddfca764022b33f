import type { Id, Right } from '../records/primitives.ts'
import { advance, type Resting } from './advance.ts'
import type { Flow } from './flow.ts'
import { type Hands, msOf } from './hands.ts'
import { load } from './journal.ts'

/** Keeps every request going: after a deed, at a date, after a restart. */
export type Keeper = {
  /** Takes up every request that is not over: what a start does. */
  readonly takeUp: () => Promise<void>
  /** Something happened to this request: see how far it goes now. Resolves where it rests. */
  readonly wake: (id: Id) => Promise<Resting>
  /** Starts nothing more, and resolves when the call in hand has been written down. */
  readonly stop: () => Promise<void>
}

/** What a keeper needs besides the hands of the flows. */
export type KeeperHands = Hands & {
  /** Calls back after so many milliseconds; the answer cancels it. */
  readonly alarm: (ms: number, ring: () => void) => () => void
  /** Told whenever a request has come to rest: what the face of the desk is drawn from. */
  readonly rested?: (id: Id, resting: Resting) => void
  /** An error that no step expected: the request stays where it is. */
  readonly trouble: (id: Id, error: unknown) => void
}

const longest = 2 ** 31 - 1

/** One keeper per desk. It never runs a request twice at once. */
export function createKeeper(flows: Partial<Record<Right, Flow>>, hands: KeeperHands): Keeper {
  const running = new Map<Id, Promise<Resting>>()
  const again = new Set<Id>()
  const alarms = new Map<Id, () => void>()
  let stopped = false

  const wake = async (id: Id): Promise<Resting> => {
    alarms.get(id)?.()
    const before = running.get(id)
    if (before) {
      // It is on its way and may have read the journal before this happened: once more, then.
      again.add(id)
      return await before
    }
    const run = goOn(id).finally(() => running.delete(id))
    running.set(id, run)
    return await run
  }

  const goOn = async (id: Id): Promise<Resting> => {
    for (;;) {
      again.delete(id)
      const resting = await further(id)
      if (stopped || !again.has(id)) return rest(id, resting)
    }
  }

  const further = async (id: Id): Promise<Resting> => {
    const { right } = await load(id, hands)
    const flow = flows[right]
    return flow ? await advance(id, flow, hands) : { on: 'halt', code: 'no-flow' }
  }

  const rest = (id: Id, resting: Resting): Resting => {
    if (resting.on === 'time' && !stopped) {
      const ms = Math.min(longest, Math.max(0, msOf(resting.until) - msOf(hands.now())))
      alarms.set(
        id,
        hands.alarm(ms, () => void attend(id)),
      )
    }
    hands.rested?.(id, resting)
    return resting
  }

  const attend = async (id: Id): Promise<void> => {
    try {
      if (!stopped) await wake(id)
    } catch (error) {
      hands.trouble(id, error)
    }
  }

  return {
    wake,
    takeUp: async () => {
      const open: Id[] = []
      for await (const { id, sealed } of hands.store.list()) if (!sealed) open.push(id)
      await Promise.all(open.map(attend))
    },
    stop: async () => {
      stopped = true
      for (const cancel of alarms.values()) cancel()
      await Promise.allSettled(running.values())
    },
  }
}
