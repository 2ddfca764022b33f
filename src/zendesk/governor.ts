import type { Allowance } from './rate-headers.ts'
import { createWindows } from './rate-windows.ts'

/** What a call counts against: its endpoint and, for limits of one record, that record. */
type Lane = { endpoint: string; record?: number | undefined }

/** Paces the calls so that Zendesk's allowances last and the humans keep their share. */
export type Governor = {
  /**
   * Resolves to 0 when the call may go: each such turn must be followed by one `heard`. With
   * `patience`, a wait longer than so many milliseconds is not waited for but told instead.
   */
  turn(lane: Lane, patience?: number): Promise<number>
  /** The call is over; `stated` is what its answer's headers said, nothing if none came. */
  heard(lane: Lane, stated: readonly Allowance[]): void
}

/**
 * A governor that knows what the answers told: the newest "remaining", less the calls sent since.
 * It holds a call back while only the humans' `share` (0.2 = a fifth) of an allowance is left,
 * until that allowance resets. Before the first answer it knows of no limit.
 *
 * https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
export function createGovernor({
  now,
  sleep,
  share,
}: {
  now: () => number
  sleep: (ms: number) => Promise<void>
  share: number
}): Governor {
  const windows = createWindows({ now, share })
  const limitsOf = new Map<string, Set<string>>()
  const underway = new Map<string, number>()

  const keysOf = (lane: Lane): string[] =>
    ['account', ...(limitsOf.get(lane.endpoint) ?? [])].map((limit) => keyOf(limit, lane))

  return {
    turn: async (lane, patience = Number.POSITIVE_INFINITY) => {
      for (;;) {
        const wait = Math.max(...keysOf(lane).map((key) => windows.wait(key)))
        if (wait > patience) return wait
        if (wait <= 0) break
        await sleep(wait)
      }
      for (const key of keysOf(lane)) windows.spend(key)
      for (const key of ['account', laneOf(lane)]) count(underway, key, 1)
      return 0
    },
    heard: (lane, stated) => {
      for (const key of ['account', laneOf(lane)]) count(underway, key, -1)
      for (const allowance of stated) {
        const { name } = allowance
        if (name !== 'account') remember(limitsOf, lane.endpoint, name)
        // Zendesk hadn't counted these when it answered; it may have by now.
        const since = underway.get(name === 'account' ? name : laneOf(lane)) ?? 0
        windows.learn(keyOf(name, lane), { ...allowance, left: allowance.left - since })
      }
    },
  }
}

/** A limit named `per-…` is one of a single record: each record has its own. */
function keyOf(limit: string, { record }: Lane): string {
  return limit.startsWith('per-') ? `${limit} ${record ?? ''}` : limit
}

function laneOf({ endpoint, record }: Lane): string {
  return `${endpoint} ${record ?? ''}`
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const sum = (counts.get(key) ?? 0) + by
  if (sum > 0) counts.set(key, sum)
  else counts.delete(key)
}

function remember(limits: Map<string, Set<string>>, endpoint: string, name: string): void {
  limits.set(endpoint, (limits.get(endpoint) ?? new Set()).add(name))
}
