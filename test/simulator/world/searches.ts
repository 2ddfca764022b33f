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
  const [, field, words = ''] = /^(\w+):"?([^"]*)"?$/.exec(by.query) ?? []
  return [...world.users.values()].filter((user) => {
    if (!user.active) return false
    if (field === 'name') return user.name === words
    return user.identities.some(({ value }) => value.toLowerCase() === words.toLowerCase())
  })
}
