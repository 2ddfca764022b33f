import type { Limit } from './errors.ts'
import { type Allowance, reachOf } from './rate-headers.ts'
import { createWindows } from './rate-windows.ts'

/** What a call counts against: its endpoint and, for limits of one record, that record. */
type Lane = { endpoint: string; record?: number | undefined }

/** Why a call may not go now: what has no room left, and for how many milliseconds. */
type Blocked = { wait: number; limit: Limit }

/** Paces the calls so that Zendesk's allowances last and the humans keep their share. */
export type Governor = {
  /**
   * Resolves to nothing when the call may go: each such turn must be followed by one `heard`. With
   * `patience`, a wait longer than so many milliseconds is not waited for but told instead, and so
   * is every wait for one record, because the caller can go on with others.
   */
  turn(lane: Lane, patience?: number): Promise<Blocked | undefined>
  /**
   * The call is over; `stated` is what its answer's headers said, nothing if none came. `refused` is
   * what a 429 was about, if it told, and for how long.
   */
  heard(lane: Lane, stated: readonly Allowance[], refused?: Blocked): void
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
  const limits = createLimits()
  const underway = new Map<string, number>()

  const blocksOf = (lane: Lane): Blocked[] =>
    limits.of(lane).map((key) => ({ wait: windows.wait(key), limit: reachOf(key) }))

  return {
    turn: async (lane, patience) => {
      for (;;) {
        const blocks = blocksOf(lane)
        const tooLong = blocks.find((block) => isTooLong(block, patience))
        if (tooLong) return tooLong
        const wait = Math.max(...blocks.map((block) => block.wait))
        if (wait <= 0) break
        await sleep(wait)
      }
      for (const key of limits.of(lane)) windows.spend(key)
      for (const key of ['account', laneOf(lane)]) count(underway, key, 1)
      return undefined
    },
    heard: (lane, stated, refused) => {
      for (const key of ['account', laneOf(lane)]) count(underway, key, -1)
      for (const allowance of stated) {
        const { name } = allowance
        // Zendesk hadn't counted these when it answered; it may have by now.
        const since = underway.get(name === 'account' ? name : laneOf(lane)) ?? 0
        windows.learn(limits.told(name, lane), { ...allowance, left: allowance.left - since })
      }
      if (refused) windows.close(limits.told(REFUSED[refused.limit], lane), refused.wait)
    },
  }
}

/** Which limits the calls of each endpoint count against, as the answers told so far. */
function createLimits() {
  const named = new Map<string, Set<string>>()
  return {
    /** Keys of their windows, the account's first. */
    of: (lane: Lane): string[] =>
      ['account', ...(named.get(lane.endpoint) ?? [])].map((name) => keyOf(name, lane)),
    /** Keeps in mind that the endpoint has this limit, and gives the key of its window. */
    told: (name: string, lane: Lane): string => {
      const known = named.get(lane.endpoint) ?? new Set()
      if (name !== 'account') named.set(lane.endpoint, known.add(name))
      return keyOf(name, lane)
    },
  }
}

/** By which name a limit is kept that only a 429 told of. */
const REFUSED: Readonly<Record<Limit, string>> = {
  account: 'account',
  endpoint: 'refused',
  record: 'per-record-refused',
}

function isTooLong({ wait, limit }: Blocked, patience: number | undefined): boolean {
  if (patience === undefined) return false
  return wait > (limit === 'record' ? 0 : patience)
}

/** Each record has its own limit of that name; what a 429 told of an endpoint is of that one only. */
function keyOf(limit: string, { endpoint, record }: Lane): string {
  if (limit === REFUSED.endpoint) return `${limit} ${endpoint}`
  return reachOf(limit) === 'record' ? `${limit} ${record ?? ''}` : limit
}

function laneOf({ endpoint, record }: Lane): string {
  return `${endpoint} ${record ?? ''}`
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const sum = (counts.get(key) ?? 0) + by
  if (sum > 0) counts.set(key, sum)
  else counts.delete(key)
}
