import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Identity } from '../../zendesk/index.ts'
import { gather } from '../gather.ts'
import { type Around, type Item, idOf, isHeld, type Kind, only } from './kind.ts'

/** What it is decided on: what the identity says. */
export const identityBasis = ({ type, value }: Pick<Identity, 'type' | 'value'>): Sha =>
  hashOf({ identity: `${type} ${value}` })

/**
 * Takes one address or number from a user who stays. A number may still stand in the user's `phone`
 * afterwards, and is taken out there, too
 * (https://developer.zendesk.com/api-reference/ticketing/users/user_identities/#delete-identity).
 */
export const identityDelete: Kind = {
  batch: 1,
  goneIsDone: true,
  look: async (items, around) => {
    const item = only(items)
    const [identity, user] = [await found(item, around), await userOf(item, around)]
    if (!identity || !user?.active) return new Map([[item.n, { state: 'gone' }]])
    const held = isHeld(user.tags, around.policy)
    return new Map([[item.n, { state: 'there', basis: identityBasis(identity), held }]])
  },
  send: async (items, around) => {
    const item = only(items)
    const user = idOf(item, 'user')
    const identity = await found(item, around)
    await around.zendesk.identities.remove(user, idOf(item, 'identity'))
    const phone = (await userOf(item, around))?.phone
    if (identity?.type === 'phone_number' && phone === identity.value) {
      await around.zendesk.users.update(user, { phone: '' })
    }
    return {}
  },
  readBack: async (items, around) => {
    const item = only(items)
    return new Map([[item.n, (await found(item, around)) ? 'not-applied' : 'done']])
  },
}

const userOf = async (item: Item, { zendesk }: Pick<Around, 'zendesk'>) =>
  await zendesk.users.show(idOf(item, 'user'))

async function found(
  item: Item,
  { zendesk }: Pick<Around, 'zendesk'>,
): Promise<Identity | undefined> {
  const all = await gather(zendesk.identities.list(idOf(item, 'user')))
  return all.find(({ id }) => id === idOf(item, 'identity'))
}
