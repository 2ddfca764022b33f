import { adminOnly, mayChange } from '../transport/allow.ts'
import { forbidden, invalid, notFound, Refused } from '../transport/errors.ts'
import { type Account, liveIds, saveUser } from './account.ts'
import type { User } from './records.ts'
import { iso } from './show.ts'

/** Soft deletion; refused while a ticket the user requested is not closed (facts 3, HC:4408821737498). */
export function removeUser(account: Account, user: User, actor: User): User {
  if (!user.active) throw notFound()
  if (user.hidden.owner) throw invalid('base', 'Base The account owner cannot be deleted')
  if (user.id === actor.id) throw forbidden()
  if (user.role === 'end-user') mayChange(account, actor, user)
  else adminOnly(actor)
  refuseWhileOpen(account, user)
  const gone: User = {
    ...user,
    active: false,
    email: null,
    external_id: null,
    updated_at: iso(account),
    hidden: {
      ...user.hidden,
      deletedAt: account.now(),
      formerEmail: user.email,
      formerPhone: user.phone,
    },
  }
  saveUser(account, gone)
  for (const { id } of account.store.by('identities', 'user_id', user.id))
    account.store.drop('identities', id)
  account.note('user.deleted', user.id)
  return gone
}

function refuseWhileOpen(account: Account, { id }: User): void {
  const open = liveIds(account, 'requester_id', id).filter(
    (ticket) => account.store.get('tickets', ticket)?.status !== 'closed',
  )
  if (open.length === 0) return
  const type = `User is requester on ${open.length} ticket(s) that are not closed.`
  throw new Refused(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { base: [{ type, description: `Base ${type}` }] },
  })
}

/** The last step: from here on the products forget, one after the other (facts 1.4). */
export function purgeUser(account: Account, user: User, actor: User): User {
  const { store, now } = account
  if (user.active || user.hidden.purgeAskedAt !== null) throw notFound()
  if (user.role === 'end-user') mayChange(account, actor, user)
  else adminOnly(actor)
  const asked = { ...user, hidden: { ...user.hidden, purgeAskedAt: now() } }
  saveUser(account, asked)
  store.put('purges', {
    id: user.id,
    by: actor.id,
    askedAt: now(),
    stuck: account.faults.products(),
  })
  account.note('user.purge_requested', user.id)
  return asked
}

/** What is left of the record once Support has done its part. */
export function forget(account: Account, user: User): void {
  saveUser(account, {
    ...user,
    name: 'Permanently Deleted User',
    email: null,
    phone: null,
    shared_phone_number: null,
    alias: null,
    details: null,
    notes: null,
    signature: null,
    photo: null,
    external_id: null,
    tags: [],
    user_fields: {},
    organization_id: null,
    hidden: { ...user.hidden, purged: true, formerEmail: null, formerPhone: null },
  })
  account.note('user.purged', user.id)
}
