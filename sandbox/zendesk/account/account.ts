import type { Faults } from '../faults.ts'
import type { Delays, Setup } from '../options.ts'
import type { SearchIndex } from '../search/lag.ts'
import type { Effect } from './log.ts'
import type { Ticket, User } from './records.ts'
import type { Store } from './store.ts'

/** What every handler works on. */
export type Account = {
  readonly store: Store
  readonly setup: Setup
  readonly delays: Delays
  readonly index: SearchIndex
  readonly faults: Faults
  /** Where the account answers, without a slash at the end. */
  readonly base: () => string
  readonly now: () => number
  /** Says that something changed; collected for the log entry of the request at hand. */
  readonly note: (kind: string, id: number | string) => void
  readonly taken: () => Effect[]
}

/** Time as Zendesk writes it: seconds, UTC. */
export const stamp = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')

/** The next id; big and with gaps, as real ones are. */
export function nextId({ store }: Account, space = 'records'): number {
  const last = store.get('counters', space)?.value ?? 41_000_000_000_000
  const value = last + 128
  store.put('counters', { id: space, value })
  return value
}

/** Changes a ticket, keeping what search may still show for a while. */
export function saveTicket(account: Account, ticket: Ticket): void {
  account.index.touch('ticket', ticket.id)
  account.store.put('tickets', ticket)
}

/** Changes a user, keeping what search may still show for a while. */
export function saveUser(account: Account, user: User): void {
  account.index.touch('user', user.id)
  account.store.put('users', user)
}

/** The ticket as the agent interface sees it: deleted ones are not there. */
export function liveTicket({ store }: Account, id: number): Ticket | undefined {
  const ticket = store.get('tickets', id)
  return ticket && !ticket.hidden.gone && !ticket.hidden.purged ? ticket : undefined
}

/** A person's tickets that are not deleted, archived ones included, by their numbers. */
export const liveIds = (
  { store }: Account,
  key: Parameters<Store['ticketIds']>[0],
  user: number,
): number[] => store.ticketIds(key, user).filter((id) => isLive(store, id))

// What is worked out was never changed, so it was never deleted.
const isLive = (store: Store, id: number): boolean => {
  const hidden = store.kept(id)?.hidden
  return !hidden || (!hidden.gone && !hidden.purged)
}

/** The tickets that are neither deleted nor archived, by their numbers. */
export const currentIds = ({ store }: Account): number[] =>
  store.recentIds().filter((id) => isLive(store, id) && !store.kept(id)?.hidden.archived)
