import type { OneSubject, OwnTicket } from '../../records/finds.ts'
import type { User } from '../../zendesk/index.ts'
import { gather } from '../gather.ts'
import type { Account } from '../hands.ts'
import { usersNamed } from './namesakes.ts'

/** The users whom the words of an opener name, and the ticket that he named them by. */
export async function usersFor(
  subject: OneSubject,
  zendesk: Account,
): Promise<{ users: User[]; ownTicket?: OwnTicket }> {
  switch (subject.by) {
    case 'ticket':
      return await requesterOf(subject.id, zendesk)
    case 'user':
      return { users: await shownUser(subject.id, zendesk) }
    case 'external-id':
      return { users: await gather(zendesk.users.search({ externalId: subject.value })) }
    case 'email':
      return await searched(`email:${subject.value}`, zendesk)
    case 'phone':
      return await searched(`phone:*${dialled(subject.value)}`, zendesk)
    case 'name':
      return { users: await bearersOf(subject.value, zendesk) }
    default:
      return subject satisfies never
  }
}

/** The nought of "+33 (0)6" is dialled only inside the country. */
const dialled = (number: string): string =>
  number.replace('(0)', '').replaceAll(/\D/g, '').replace(/^0+/, '')

async function requesterOf(
  id: number,
  zendesk: Account,
): Promise<{ users: User[]; ownTicket?: OwnTicket }> {
  const ticket = await zendesk.tickets.show(id)
  if (!ticket) return { users: [] }
  const [requester] = await shownUser(ticket.requester_id, zendesk)
  if (!requester) return { users: [] }
  return { users: [requester], ownTicket: { id, requesterId: requester.id } }
}

/** Deleted users are still shown, as not active: they cannot be erased again. */
export async function shownUser(id: number, zendesk: Account): Promise<User[]> {
  const user = await zendesk.users.show(id)
  return user?.active ? [user] : []
}

/** Whoever the search finds, then who has the name with other accents or turned round. */
async function bearersOf(name: string, zendesk: Account): Promise<User[]> {
  const { users } = await searched(`name:"${name.replaceAll('"', '')}"`, zendesk)
  const more = await usersNamed(name, zendesk, { thoroughly: true })
  const seen = new Set(users.map(({ id }) => id))
  return [...users, ...more.filter(({ id }) => !seen.has(id))]
}

const searched = async (query: string, zendesk: Account): Promise<{ users: User[] }> => ({
  users: await gather(zendesk.users.search({ query })),
})
