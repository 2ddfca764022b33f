import { hashOf } from '../../records/canonical.ts'
import { idOf, type Kind, only } from './kind.ts'
import { isActive } from './user-delete.ts'

/** A purge is decided on the user being deleted. */
export const userPurgeBasis = hashOf({ active: false })

/**
 * Asks for the permanent deletion. It goes on for hours in every product, and only the statuses
 * prove it; that they exist proves that it was asked for
 * (https://developer.zendesk.com/api-reference/ticketing/users/users/#permanently-delete-user).
 */
export const userPurge: Kind = {
  batch: 1,
  // "Not found" may also mean "not deleted yet": that it was asked for is told by the statuses alone.
  goneIsDone: false,
  look: async (items, around) => {
    const item = only(items)
    const id = idOf(item, 'user')
    if (await around.zendesk.users.deletionStatuses(id))
      return new Map([[item.n, { state: 'gone' }]])
    const basis = hashOf({ active: await isActive(id, around) })
    return new Map([[item.n, { state: 'there', basis, held: false }]])
  },
  send: async (items, { zendesk }) => {
    await zendesk.users.purge(idOf(only(items), 'user'))
    return {}
  },
  readBack: async (items, { zendesk }) => {
    const item = only(items)
    const statuses = await zendesk.users.deletionStatuses(idOf(item, 'user'))
    return new Map([[item.n, statuses ? 'done' : 'not-applied']])
  },
}
