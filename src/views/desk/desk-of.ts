import { daysLeft, type Standing } from './standing.ts'

/** What one member is shown of everything that is open. */
export type DeskOf = {
  readonly waiting: readonly Standing[]
  readonly mine: readonly Standing[]
  readonly soon: readonly Standing[]
  readonly all: readonly Standing[]
}

/** Days before the date on which something is due soon. */
const soonDays = 7

/** Sorts what is open for one member: what waits for him, what is his, what presses. Most urgent first. */
export function deskOf(user: string, open: readonly Standing[]): DeskOf {
  const all = open.toSorted((a, b) => (a.request.due < b.request.due ? -1 : 1))
  return {
    waiting: all.filter(({ asked }) => asked.includes(user)),
    mine: all.filter(({ request }) => request.opener.user === user),
    soon: all.filter(({ request, now }) => daysLeft(request, now) <= soonDays),
    all,
  }
}
