import { mayChange } from '../transport/allow.ts'
import { notFound } from '../transport/errors.ts'
import { type Account, liveTicket } from './account.ts'
import { changeTicket } from './change-ticket.ts'
import { changeUser } from './change-user.ts'
import type { Ticket, User } from './records.ts'
import { deleteTicket, purgeTicket } from './remove-ticket.ts'
import { removeUser } from './remove-user.ts'

type Item = {
  readonly id: number
  readonly actor: User
  readonly patch: Readonly<Record<string, unknown>>
}
type Work = (account: Account, item: Item) => Record<string, unknown>

/** What a job does with one item, and the line that says so. Result shapes: facts 2.6. */
export const works: Readonly<Record<string, Work>> = {
  'tickets.destroy': (account, { id, actor }) => {
    deleteTicket(account, ticketOf(account, id), actor)
    return updated(id)
  },
  'tickets.update': (account, { id, actor, patch }) => {
    changeTicket(account, ticketOf(account, id), patch, actor)
    return updated(id)
  },
  'tickets.purge': (account, { id }) => {
    purgeTicket(account, account.store.get('tickets', id))
    return { id, success: true }
  },
  'users.destroy': (account, { id, actor }) => {
    removeUser(account, userOf(account, id), actor)
    return { id, action: 'delete', status: 'Deleted', success: true }
  },
  'users.update': (account, { id, actor, patch }) => {
    const user = userOf(account, id)
    mayChange(account, actor, user)
    changeUser(account, user, patch, actor)
    return updated(id)
  },
}

// A soft deletion in bulk reports itself as an update too (facts 2.6).
const updated = (id: number): Record<string, unknown> => ({
  id,
  action: 'update',
  status: 'Updated',
  success: true,
})

function ticketOf(account: Account, id: number): Ticket {
  const ticket = liveTicket(account, id)
  if (!ticket) throw notFound()
  return ticket
}

function userOf({ store }: Account, id: number): User {
  const user = store.get('users', id)
  if (!user?.active) throw notFound()
  return user
}
