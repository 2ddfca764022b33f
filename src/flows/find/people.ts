import type { Draft } from '../../records/entry.ts'
import type { Request } from '../../records/request.ts'
import type { User } from '../../zendesk/index.ts'
import { type Candidate, type OwnTicket, PeopleDecision, PeopleFinds, Subject } from '../finds.ts'
import { gather } from '../gather.ts'
import type { Account, Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { recall, whole } from '../vault.ts'

/** Looks for the users that may be the person, and writes down what was found. */
export async function lookForPeople(request: Request, hands: Hands): Promise<undefined> {
  const subject = await recall(request.id, request.subject, Subject, hands)
  const finds = await find(subject, await knownOf(request, hands), hands.zendesk)
  const round = (request.looks.people?.round ?? 0) + 1
  const { commit, part } = whole(`people-${round}`, finds, hands)
  const found: Draft = {
    by: 'bot',
    kind: 'found',
    look: 'people',
    round,
    counts: {
      candidates: finds.candidates.length,
      exact: finds.candidates.filter(({ exact }) => exact).length,
    },
    finds: commit,
  }
  await note(request, [found], hands, { vault: new Map([part]) })
}

/** Whom a human has confirmed before: they are looked at again even when their ticket is gone. */
type Known = { readonly users: readonly number[]; readonly ownTicket?: OwnTicket | undefined }

async function knownOf({ id, looks }: Request, hands: Hands): Promise<Known> {
  const { people } = looks
  if (!people?.decided) return { users: [] }
  const { users } = await recall(id, people.decided.on, PeopleDecision, hands)
  const { ownTicket } = await recall(id, people.finds, PeopleFinds, hands)
  return { users: users.map((user) => user.id), ownTicket }
}

async function find(subject: Subject, known: Known, zendesk: Account): Promise<PeopleFinds> {
  const { users, ownTicket = known.ownTicket } = await usersFor(subject, zendesk)
  for (const id of known.users) {
    if (users.every((user) => user.id !== id)) users.push(...(await shown(id, zendesk)))
  }
  const candidates: Candidate[] = []
  for (const user of users) {
    const identities = await gather(zendesk.identities.list(user.id))
    candidates.push(candidate(user, identities, subject))
  }
  return { subject, candidates, ...(ownTicket ? { ownTicket } : {}) }
}

async function usersFor(
  subject: Subject,
  zendesk: Account,
): Promise<{ users: User[]; ownTicket?: OwnTicket }> {
  switch (subject.by) {
    case 'ticket':
      return await requesterOf(subject.id, zendesk)
    case 'user':
      return { users: await shown(subject.id, zendesk) }
    case 'external-id':
      return { users: await gather(zendesk.users.search({ externalId: subject.value })) }
    case 'email':
      return await searched(`email:${subject.value}`, zendesk)
    case 'phone':
      return await searched(
        // The nought of "+33 (0)6" is dialled only inside the country.
        `phone:*${subject.value.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '')}`,
        zendesk,
      )
    case 'name':
      return await searched(`name:"${subject.value.replaceAll('"', '')}"`, zendesk)
    default:
      return subject satisfies never
  }
}

async function requesterOf(
  id: number,
  zendesk: Account,
): Promise<{ users: User[]; ownTicket?: OwnTicket }> {
  const ticket = await zendesk.tickets.show(id)
  if (!ticket) return { users: [] }
  const [requester] = await shown(ticket.requester_id, zendesk)
  if (!requester) return { users: [] }
  return { users: [requester], ownTicket: { id, requesterId: requester.id } }
}

/** Deleted users are still shown, as not active: they cannot be erased again. */
async function shown(id: number, zendesk: Account): Promise<User[]> {
  const user = await zendesk.users.show(id)
  return user?.active ? [user] : []
}

const searched = async (query: string, zendesk: Account): Promise<{ users: User[] }> => ({
  users: await gather(zendesk.users.search({ query })),
})

function candidate(
  user: User,
  identities: readonly { type: string; value: string }[],
  subject: Subject,
): Candidate {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    phone: user.phone,
    alias: user.alias,
    externalId: user.external_id,
    role: user.role,
    active: user.active,
    suspended: user.suspended,
    locale: user.locale,
    organizationId: user.organization_id,
    identities: identities.map(({ type, value }) => ({ type, value })),
    via: subject.by === 'ticket' ? 'ticket-requester' : subject.by,
    exact: isExact(user, identities, subject),
  }
}

/** A ticket's requester or an id is exact; an address only when an identity is it, to the letter. */
function isExact(user: User, identities: readonly { value: string }[], subject: Subject): boolean {
  switch (subject.by) {
    case 'ticket':
    case 'user':
    case 'external-id':
      return true
    case 'email':
      return [user.email ?? '', ...identities.map(({ value }) => value)].some(
        (value) => value.toLowerCase() === subject.value,
      )
    case 'phone':
    case 'name':
      return false
    default:
      return subject satisfies never
  }
}
