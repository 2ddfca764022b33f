import type { Allowance } from './rate-headers.ts'

/** The allowances known now, by key. Times are milliseconds. */
export type Windows = {
  /** How long a call that spends this one has to wait; 0 when it may go. */
  wait(key: string): number
  spend(key: string): void
  learn(key: string, stated: Omit<Allowance, 'name'>): void
  /** Zendesk refused: nothing is left for so long, whatever was stated. */
  close(key: string, ms: number): void
}

type Window = { total: number; left: number; resets: number }

/** Allowances whose headers don't say when they reset are per minute. */
const MINUTE = 60_000

/** Resets are stated in whole seconds and travel: nearer than this, two are the same one. */
const SAME_RESET = 5_000

const MOST_WINDOWS = 500

/** Of an allowance that only a refusal has told of: after the reset it must not hold anything back. */
const UNTOLD_TOTAL = Number.MAX_SAFE_INTEGER

/**
 * Keeps each allowance until it resets. Of the account's the humans' `share` of the total is never
 * spent. Limits of one endpoint or record have no such share: humans hardly meet them, and the
 * slowest of them decide how long a large erasure takes.
 */
export function createWindows({ now, share }: { now: () => number; share: number }): Windows {
  const windows = new Map<string, Window>()

  const opened = (key: string): Window | undefined => {
    const window = windows.get(key)
    return window && now() < window.resets ? window : undefined
  }
  return {
    wait: (key) => {
      const window = opened(key)
      if (!window) return 0
      const kept = key === 'account' ? Math.floor(window.total * share) : 0
      return window.left > kept ? 0 : window.resets - now()
    },
    spend: (key) => {
      const window = opened(key) ?? renewed(windows.get(key), now())
      if (window) windows.set(key, { ...window, left: window.left - 1 })
    },
    close: (key, ms) => {
      const total = windows.get(key)?.total ?? UNTOLD_TOTAL
      const resets = Math.max(now() + ms, opened(key)?.resets ?? 0)
      windows.set(key, { total, left: 0, resets })
    },
    learn: (key, stated) => {
      windows.set(key, newest(stated, opened(key), now()))
      if (windows.size > MOST_WINDOWS) forgetPast(windows, now())
    },
  }
}

/** What is surely left after the reset, until an answer says more. */
function renewed(past: Window | undefined, now: number): Window | undefined {
  return past && { total: past.total, left: past.total, resets: now + MINUTE }
}

function newest(
  { total, left, resetsInMs }: Omit<Allowance, 'name'>,
  known: Window | undefined,
  now: number,
): Window {
  if (resetsInMs === undefined) return { total, left, resets: known?.resets ?? now + MINUTE }
  const resets = now + resetsInMs
  // Answers overtake each other: within one window the smaller figure is the newer one.
  const same = known !== undefined && resets - known.resets < SAME_RESET
  return { total, left: same ? Math.min(left, known.left) : left, resets }
}

function forgetPast(windows: Map<string, Window>, now: number): void {
  for (const [key, { resets }] of windows) if (resets <= now) windows.delete(key)
}
