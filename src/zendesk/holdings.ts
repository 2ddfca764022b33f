import { z } from 'zod'
import { checkedId, checkedWord, inGroups } from './ids.ts'
import { eachItem } from './pages.ts'
import { Raw, type RawRecord } from './raw.ts'
import type { Http } from './send.ts'

type Records = AsyncIterable<RawRecord>

/** How a list is asked for, beside its key. */
type Asked = {
  id?: number
  query?: Readonly<Record<string, string | number | boolean>>
}

/**
 * Whole records, for handing a person a copy (GDPR article 15(3)). The other groups read the fields
 * that they work with and drop the rest; here everything is kept.
 */
export const holdings = (http: Http) => ({ ...ofPeople(http), ...ofTickets(http), ...names(http) })

/** https://developer.zendesk.com/api-reference/ticketing/users/users/ */
const ofPeople = (http: Http) => ({
  /** Deleted users are shown, too. @throws ZendeskRefused 404 for one that never was. */
  user: async (id: number): Promise<RawRecord> =>
    await one(http, '/api/v2/users/{id}', { key: 'user', id }),

  identities: (userId: number): Records =>
    list(http, '/api/v2/users/{id}/identities', 'identities', { id: userId }),

  organizations: (userId: number): Records =>
    list(http, '/api/v2/users/{id}/organizations', 'organizations', { id: userId }),

  /** Since when, and which organisation is the default one. */
  memberships: (userId: number): Records =>
    list(http, '/api/v2/users/{id}/organization_memberships', 'organization_memberships', {
      id: userId,
    }),

  /** Of staff: end users are in none. */
  groups: (userId: number): Records =>
    list(http, '/api/v2/users/{id}/groups', 'groups', { id: userId }),

  /** Any number of ids, 100 a call, in order of id. Unknown and deleted ones are left out. */
  people: async (ids: Iterable<number>): Promise<RawRecord[]> =>
    await many(http, '/api/v2/users/show_many', 'users', ids),
})

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
const ofTickets = (http: Http) => ({
  /** Archived ones included. @throws ZendeskRefused 404 for an unknown and a deleted one. */
  ticket: async (id: number): Promise<RawRecord> =>
    await one(http, '/api/v2/tickets/{id}', { key: 'ticket', id }),

  /** Any number of ids, 100 a call. Unknown and deleted ones are left out: compare. */
  tickets: async (ids: Iterable<number>): Promise<RawRecord[]> =>
    await many(http, '/api/v2/tickets/show_many', 'tickets', ids),

  /** With the writer's IP address and place, the way it came, and inline images among the files. */
  comments: (ticketId: number): Records =>
    list(http, '/api/v2/tickets/{id}/comments', 'comments', {
      id: ticketId,
      query: { include_inline_images: true },
    }),

  /** @throws ZendeskUnauthorised when the token has only `tickets:read`: audits need `read`. */
  audits: (ticketId: number): Records =>
    list(http, '/api/v2/tickets/{id}/audits', 'audits', { id: ticketId }),

  /** Each with its `events`, messages among them. @throws ZendeskRefused where the account has none. */
  sideConversations: async function* (
    ticketId: number,
  ): AsyncGenerator<RawRecord, void, undefined> {
    const path = '/api/v2/tickets/{id}/side_conversations'
    for await (const side of list(http, path, 'side_conversations', { id: ticketId })) {
      yield { ...side, events: await eventsOf(http, ticketId, String(side.id)) }
    }
  },

  /** A rating as its own record, whose id stands in the ticket's `satisfaction_rating`; admins only. */
  rating: async (id: number): Promise<RawRecord> =>
    await one(http, '/api/v2/satisfaction_ratings/{id}', { key: 'satisfaction_rating', id }),
})

/** What custom fields are called, their types and the names of their options. */
const names = (http: Http) => ({
  /** https://developer.zendesk.com/api-reference/ticketing/users/user_fields/ */
  userFields: (): Records => list(http, '/api/v2/user_fields', 'user_fields', {}),
  /** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/ */
  ticketFields: (): Records => list(http, '/api/v2/ticket_fields', 'ticket_fields', {}),
})

async function one(
  http: Http,
  path: string,
  { key, id }: { key: string; id: number },
): Promise<RawRecord> {
  const shape = z.object({ [key]: Raw }).transform((answer) => answer[key])
  const params = { id: checkedId(id) }
  return await http.send({ shape: shape.pipe(Raw), method: 'GET', path, params })
}

function list(http: Http, path: string, key: string, { id, query }: Asked): Records {
  return eachItem(http, {
    path,
    ...(id === undefined ? {} : { params: { id: checkedId(id) } }),
    ...(query && { query }),
    shape: z.object({ [key]: z.array(Raw) }),
    items: (page) => page[key] ?? [],
    by: 'cursor',
    mayComeWhole: true,
  })
}

async function many(
  http: Http,
  path: string,
  key: string,
  ids: Iterable<number>,
): Promise<RawRecord[]> {
  const shape = z.object({ [key]: z.array(Raw) })
  const found: RawRecord[] = []
  for (const group of inGroups([...ids].map(checkedId))) {
    const answer = await http.send({ shape, method: 'GET', path, ids: group })
    found.push(...(answer[key] ?? []))
  }
  return found
}

/** What happened in a side conversation, oldest first. */
async function eventsOf(http: Http, ticketId: number, side: string): Promise<RawRecord[]> {
  const events = eachItem(http, {
    path: '/api/v2/tickets/{ticket_id}/side_conversations/{side_conversation_id}/events',
    params: { ticket_id: checkedId(ticketId), side_conversation_id: checkedWord(side) },
    shape: z.object({ events: z.array(Raw) }),
    items: (page) => page.events,
    by: 'cursor',
    mayComeWhole: true,
  })
  const found: RawRecord[] = []
  for await (const event of events) found.push(event)
  return found
}
