import type { Ticket, User } from '../../../src/zendesk/index.ts'
import { textsOf, type World } from './world.ts'

/** Living tickets in which the searched words stand, or on which a user has commented. */
export function searchTickets(world: World, query: string): Ticket[] {
  const alive = [...world.tickets.values()].filter(({ status }) => status !== 'deleted')
  const by = /^commenter:(\d+)$/.exec(query)?.[1]
  if (by) {
    return alive.filter(({ id }) =>
      world.comments.get(id)?.some(({ author_id: author }) => author === Number(by)),
    )
  }
  const words = query.replaceAll('"', '').toLowerCase()
  return alive.filter((ticket) =>
    textsOf(world, ticket).some((text) => text.toLowerCase().includes(words)),
  )
}

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
