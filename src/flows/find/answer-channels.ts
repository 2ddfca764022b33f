import {
  type Candidate,
  type OwnTicket,
  PeopleFinds,
  type TraceIndex,
} from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { Ticket, User } from '../../zendesk/index.ts'
import type { Account, Hands } from '../hands.ts'
import { recall } from '../vault.ts'
import { answerChannel, inTheWay } from './answer-channel.ts'

/** How one person, or each of several, can be answered. */
type Channels = Pick<TraceIndex, 'answer' | 'answers'>
type People = NonNullable<PeopleFinds['people']>
type Channel = NonNullable<TraceIndex['answers']>[number]

/** How each of several people can be answered, on his own ticket; for one it is `answerChannel`. */
export async function answerChannels(
  request: Request,
  users: readonly Candidate[],
  { own, hands }: { own: OwnTicket | undefined; hands: Hands },
): Promise<Channels> {
  const look = request.looks.people
  const finds = look && (await recall(request.id, look.finds, PeopleFinds, hands))
  const ids = new Set(users.map(({ id }) => id))
  if (!finds?.people) return { answer: await answerChannel(own, ids, hands.zendesk) }
  const answers = await eachChannel(finds.people, users, hands.zendesk)
  const how = answers.some((one) => one.how === 'reply') ? 'reply' : 'by-hand'
  const language = answers[0]?.language ?? 'en'
  return { answer: { how, language, code: 'each-alone' }, answers }
}

/** What is known of their tickets and of themselves, a hundred a call. */
type Known = {
  readonly tickets: ReadonlyMap<number, Ticket>
  readonly users: ReadonlyMap<number, User>
}

async function eachChannel(
  people: People,
  users: readonly Candidate[],
  zendesk: Account,
): Promise<Channel[]> {
  const owns = people.flatMap(({ ownTicket }) => ownTicket?.id ?? [])
  const tickets = owns.length > 0 ? await zendesk.tickets.showMany(owns) : []
  const asking = tickets.map((ticket) => ticket.requester_id)
  const profiles = await zendesk.users.showMany(new Set([...asking, ...users.map((u) => u.id)]))
  const known: Known = {
    tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
    users: new Map(profiles.map((user) => [user.id, user])),
  }
  const byPerson = new Map<number, number[]>()
  for (const { id, person = -1 } of users) {
    byPerson.set(person, [...(byPerson.get(person) ?? []), id])
  }
  return people.flatMap(({ ownTicket }, person) => {
    const his = byPerson.get(person)
    return his ? [{ person, ...channelOf(ownTicket, his, known) }] : []
  })
}

function channelOf(
  own: OwnTicket | undefined,
  his: readonly number[],
  { tickets, users }: Known,
): Omit<Channel, 'person'> {
  const language = languageOf(users.get(his[0] ?? 0))
  const byHand = (code: string) => ({ how: 'by-hand', language, code }) as const
  if (!own) return byHand('no-own-ticket')
  const ticket = tickets.get(own.id)
  if (!ticket) return byHand('ticket-gone')
  // Zendesk sends nothing at all to somebody who is suspended.
  const suspended = users.get(ticket.requester_id)?.suspended === true
  const code = inTheWay(ticket, new Set(his)) ?? (suspended ? 'requester-suspended' : undefined)
  if (code) return byHand(code)
  return { how: 'reply', language, code: 'own-ticket', ticket: ticket.id }
}

const languageOf = (user: User | undefined): string => user?.locale.split('-')[0] ?? 'en'
