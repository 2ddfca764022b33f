/** How a try ended: its status, none when no answer came. `attempt` is 1 for the first. */
export type Tried = {
  method: string
  attempt: number
  status?: number | undefined
  retryAfterMs?: number | undefined
}

/** What to wait when Zendesk limits us without saying for how long, as its own Ruby client does. */
export const UNTOLD_WAIT_MS = 10_000

const MOST_TRIES = 5
const LONGEST_WAIT_MS = 5 * 60_000

/**
 * How many milliseconds to wait before trying again, or `undefined` when it must not be tried again.
 *
 * Zendesk: https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/best-practices-for-avoiding-rate-limiting
 */
export function waitBeforeRetry({
  method,
  attempt,
  status,
  retryAfterMs,
}: Tried): number | undefined {
  // A silent write may have worked, and even a refused one is an attempt that somebody journals.
  if (method !== 'GET' || attempt >= MOST_TRIES) return undefined
  if (status === 429) return patience(retryAfterMs ?? UNTOLD_WAIT_MS)
  if (!passing(status)) return undefined
  // A planned outage (503) says when it ends; any other trouble only passes by being waited out.
  return retryAfterMs === undefined ? 500 * 2 ** (attempt - 1) : patience(retryAfterMs)
}

/** No answer, or one that may be another soon. */
function passing(status: number | undefined): boolean {
  return status === undefined || status === 408 || status >= 500
}

/** Zendesk's own advice beats ours, unless the caller is better off knowing than waiting. */
function patience(advised: number): number | undefined {
  return advised <= LONGEST_WAIT_MS ? advised : undefined
}
