import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import type { Candidate } from '../../records/finds.ts'
import type { Sha } from '../../records/primitives.ts'
import type { User } from '../../zendesk/index.ts'
import { sideBySide } from '../find/side-by-side.ts'
import { gather } from '../gather.ts'
import { type Around, each, type Item, idOf, isHeld, type Kind, type Look, only } from './kind.ts'

const UserDeletion = z.strictObject({
  /** The person's own tickets that were decided on. */
  tickets: z.array(z.int().positive()),
})

type Basis = Pick<Candidate, 'name' | 'email' | 'phone' | 'externalId' | 'role' | 'identities'>

/**
 * What a user's deletion is decided on: all that told him from others, a new identity included, and
 * that there is no ticket of his that nobody has decided on.
 */
export const userBasis = (
  { name, email, phone, externalId, role, identities }: Basis,
  undecided: readonly number[] = [],
): Sha =>
  hashOf({
    undecided: [...undecided],
    name,
    email,
    phone,
    externalId,
    role,
    identities: identities.map(({ type, value }) => `${type} ${value}`).toSorted(),
  })

/**
 * The soft deletion of a user. It cannot be undone, and is refused while he is requester of a ticket
 * that isn't closed (https://support.zendesk.com/hc/en-us/articles/4408821737498).
 */
export const userDelete: Kind = {
  // Several by a job: only administrators may, and who is refused is asked for alone.
  batch: 100,
  goneIsDone: true,
  refusedAs: 'user-refused',
  look: async (items, around) => {
    const users = await usersOf(items, around)
    const looks = sideBySide(
      items,
      async (item): Promise<[number, Look]> => [
        item.n,
        await lookAt(item, users.get(idOf(item, 'user')), around),
      ],
    )
    return new Map(await gather(looks))
  },
  send: async (items, { zendesk }) => {
    if (items.length > 1) {
      return { job: (await zendesk.users.removeMany(items.map((i) => idOf(i, 'user')))).id }
    }
    await zendesk.users.remove(idOf(only(items), 'user'))
    return {}
  },
  readBack: async (items, around) => {
    const users = await around.zendesk.users.showMany(items.map((item) => idOf(item, 'user')))
    const active = new Set(users.flatMap((user) => (user.active ? [user.id] : [])))
    return each(items, (item) => (active.has(idOf(item, 'user')) ? 'not-applied' : 'done'))
  },
}

/** The users by id. Of several at once whom the list leaves out is asked for by himself. */
async function usersOf(items: readonly Item[], { zendesk }: Around): Promise<Map<number, User>> {
  const ids = items.map((item) => idOf(item, 'user'))
  const found = ids.length > 1 ? await zendesk.users.showMany(ids) : []
  const users = new Map(found.map((user) => [user.id, user]))
  for (const id of ids) {
    const user = users.get(id) ?? (await zendesk.users.show(id))
    if (user) users.set(id, user)
  }
  return users
}

async function lookAt(item: Item, user: User | undefined, around: Around): Promise<Look> {
  const id = idOf(item, 'user')
  if (!user?.active) return { state: 'gone' }
  const identities = await gather(around.zendesk.identities.list(id))
  const undecided = await undecidedTickets(item, around)
  const basis = userBasis({ ...user, externalId: user.external_id, identities }, undecided)
  return { state: 'there', basis, held: isHeld(user.tags, around.policy) }
}

/** Tickets of his that came after the decision: without their requester no list would find them. */
async function undecidedTickets(item: Item, { zendesk }: Around): Promise<number[]> {
  const decided = new Set(UserDeletion.parse(item.change).tickets)
  const late: number[] = []
  for await (const { id } of zendesk.tickets.ofUser(idOf(item, 'user'), 'requested')) {
    // What we have deleted a moment ago may still be listed.
    if (!decided.has(id) && (await zendesk.tickets.show(id))) late.push(id)
  }
  return late.toSorted((a, b) => a - b)
}

/** Deleted users are still shown, as not active. */
export const isActive = async (
  id: number,
  { zendesk }: Pick<Around, 'zendesk'>,
): Promise<boolean> => (await zendesk.users.show(id))?.active ?? false
