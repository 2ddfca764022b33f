import type { Account } from '../account/account.ts'
import type { User } from '../account/records.ts'
import { forbidden } from './errors.ts'

/** Admins only (facts 2.2). */
export function adminOnly(actor: User): void {
  if (actor.role !== 'admin') throw forbidden()
}

/** Agents change and delete end users; admins anyone; the owner is nobody's to delete (facts 2.2). */
export function mayChange(account: Account, actor: User, target: User): void {
  if (actor.role === 'admin' || actor.id === target.id) return
  const access = flag(account, actor, 'end_user_profile_access')
  if (
    target.role !== 'end-user' ||
    (access !== undefined && access !== 'full' && access !== 'edit')
  )
    throw forbidden()
}

/** Deleting tickets: the role's flag, or the account's switch for agents without a role. */
export const mayDeleteTickets = (account: Account, actor: User): void =>
  may(account, actor, 'ticket_deletion')

/** Redacting: as deleting, by a flag of its own. */
export const mayRedact = (account: Account, actor: User): void =>
  may(account, actor, 'ticket_redaction')

/** Seeing deleted tickets. */
export const maySeeDeleted = (account: Account, actor: User): void =>
  may(account, actor, 'view_deleted_tickets')

/** Reading and emptying the suspended queue. */
export const maySuspended = (account: Account, actor: User): void =>
  may(account, actor, 'manage_suspended_tickets')

function may(account: Account, actor: User, name: string): void {
  if (actor.role === 'admin') return
  if (!(flag(account, actor, name) ?? account.setup.agentTicketDeletion)) throw forbidden()
}

function flag({ store }: Account, actor: User, name: string): boolean | string | undefined {
  return actor.custom_role_id
    ? store.get('roles', actor.custom_role_id)?.configuration[name]
    : undefined
}
