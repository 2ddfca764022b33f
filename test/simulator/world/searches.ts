import type { Ticket, User } from '../../../src/zendesk/index.ts'
import { textsOf, type World } from './world.ts'

/** Living tickets in which the searched words stand, or on which a user has commented. */
export function searchTickets(world: World, query: string): Ticket[] {
  const alive = [...world.tickets.values()].filter(({ status }) => status !== 'deleted')
  const keyed = [...query.matchAll(/(\w+):(?:"([^"]*)"|(\S+))/g)].map(
    ([, key = '', phrase, word]) => ({ key, value: (phrase ?? word ?? '').toLowerCase() }),
  )
  if (keyed.length === 0) return alive.filter((ticket) => holds(world, ticket, bare(query)))
  // A keyword that is repeated means OR.
  return alive.filter((ticket) =>
    keyed.some(({ key, value }) =>
      key === 'commenter'
        ? world.comments.get(ticket.id)?.some(({ author_id: author }) => author === Number(value))
        : holds(world, ticket, value),
    ),
  )
}

const bare = (query: string): string => query.replaceAll('"', '').toLowerCase()

const holds = (world: World, ticket: Ticket, words: string): boolean =>
  textsOf(world, ticket).some((text) => text.toLowerCase().includes(words))

/** Living users of that name or address. */
export function searchUsers(world: World, by: { query: string } | { externalId: string }): User[] {
  if (!('query' in by)) return []
  // A keyword given twice means either.
  const asked = [...by.query.matchAll(/(\w+):(?:"([^"]*)"|(\S+))/g)].map(
    ([, field, phrase, word]) => ({ field, words: (phrase ?? word ?? '').toLowerCase() }),
  )
  return [...world.users.values()].filter((user) => {
    if (!user.active) return false
    return asked.some(({ field, words }) =>
      field === 'name'
        ? user.name.toLowerCase() === words
        : user.identities.some(({ value }) => value.toLowerCase() === words),
    )
  })
}
