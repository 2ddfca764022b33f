import type { Allowance } from './rate-headers.ts'

/** The allowances known now, by key. Times are milliseconds. */
export type Windows = {
  /** How long a call that spends this one has to wait; 0 when it may go. */
  wait(key: string): number
  spend(key: string): void
  learn(key: string, stated: Omit<Allowance, 'name'>): void
}

type Window = { total: number; left: number; resets: number }

/** Allowances whose headers don't say when they reset are per minute. */
const MINUTE = 60_000

/** Resets are stated in whole seconds and travel: nearer than this, two are the same one. */
const SAME_RESET = 5_000

const MOST_WINDOWS = 500

/**
 * Keeps each allowance until it resets. The humans' `share` of the total is never spent, except of
 * limits of one record (`per-…`): Zendesk counts those for our own user only.
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
      const kept = key.startsWith('per-') ? 0 : Math.floor(window.total * share)
      return window.left > kept ? 0 : window.resets - now()
    },
    spend: (key) => {
      const window = opened(key) ?? renewed(windows.get(key), now())
      if (window) windows.set(key, { ...window, left: window.left - 1 })
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
