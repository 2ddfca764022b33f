import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Account } from '../hands.ts'
import { each, idOf, type Kind, only } from './kind.ts'

/** A held-back mail never changes: that it is this one is all there is to decide on. */
export const suspendedBasis = (id: number): Sha => hashOf({ suspended: id })

/**
 * Deletes a mail that Zendesk held back, for good
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/suspended_tickets/).
 */
export const suspendedDelete: Kind = {
  batch: 100,
  goneIsDone: true,
  look: async (items, { zendesk }) => {
    const there = await listed(zendesk)
    return each(items, (item) => {
      const id = idOf(item, 'suspended')
      return there.has(id)
        ? { state: 'there', basis: suspendedBasis(id), held: false }
        : { state: 'gone' }
    })
  },
  send: async (items, { zendesk }) => {
    if (items.length > 1) {
      await zendesk.suspended.removeMany(items.map((item) => idOf(item, 'suspended')))
    } else await zendesk.suspended.remove(idOf(only(items), 'suspended'))
    return {}
  },
  readBack: async (items, { zendesk }) => {
    const there = await listed(zendesk)
    return each(items, (item) => (there.has(idOf(item, 'suspended')) ? 'not-applied' : 'done'))
  },
}

async function listed(zendesk: Account): Promise<Set<number>> {
  const ids = new Set<number>()
  for await (const { id } of zendesk.suspended.list()) ids.add(id)
  return ids
}
