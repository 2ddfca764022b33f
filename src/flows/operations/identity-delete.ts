import { z } from 'zod'
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
  goneIsDone: false,
  refusedAs: 'address-refused',
  look: async (items, around) => {
    const item = only(items)
    const { identity, user, phone } = await seen(item, around)
    if (!user?.active || !(identity || phone)) return new Map([[item.n, { state: 'gone' }]])
    const basis = identityBasis(identity ?? Said.parse(item.change))
    return new Map([[item.n, { state: 'there', basis, held: isHeld(user.tags, around.policy) }]])
  },
  send: async (items, around) => {
    const item = only(items)
    const id = idOf(item, 'user')
    const { identity, phone } = await seen(item, around)
    if (identity) await around.zendesk.identities.remove(id, identity.id)
    if (phone) await around.zendesk.users.update(id, { phone: '' })
    return {}
  },
  readBack: async (items, around) => {
    const item = only(items)
    const { identity, phone } = await seen(item, around)
    return new Map([[item.n, identity || phone ? 'not-applied' : 'done']])
  },
}

const Said = z.object({ type: z.string(), value: z.string() })

/** What is left of it: the identity itself, and the number in the profile. */
async function seen(item: Item, { zendesk }: Pick<Around, 'zendesk'>) {
  const id = idOf(item, 'user')
  const said = Said.parse(item.change)
  const user = await zendesk.users.show(id)
  const all = await gather(zendesk.identities.list(id))
  const identity = all.find((one) => one.id === idOf(item, 'identity'))
  const isNumber = said.type === 'phone_number'
  const phone = isNumber && digits(user?.phone ?? '') === digits(said.value)
  return { user, identity, phone }
}

/** A profile shows a number as it was typed, an identity without its spaces. */
const digits = (phone: string): string => phone.replaceAll(/\D/g, '')
