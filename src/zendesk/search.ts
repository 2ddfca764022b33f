import { z } from 'zod'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'
import { Ticket } from './tickets.ts'
import { User } from './users.ts'

/**
 * Zendesk's search: whole words and beginnings of words, never the inside; minutes late; without
 * deleted tickets and without what files hold.
 *
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/
 */
export type Search = {
  /**
   * Every hit, oldest first, beyond the 1,000 of the ordinary search. `query` must not name a
   * `type:`. The iteration must not rest: its cursor lives for an hour.
   */
  export(type: 'ticket', query: string): AsyncIterable<Ticket>
  export(type: 'user', query: string): AsyncIterable<User>
  /** How many hits; here `type:` belongs into the query. */
  count(query: string): Promise<number>
}

const Count = z.object({ count: z.int() })

export const search = (http: Http): Search => {
  const results = <Item>(shape: z.ZodType<Item>, type: string, query: string) =>
    eachItem(http, {
      path: '/api/v2/search/export',
      query: { query, 'filter[type]': type },
      shape: z.object({ results: z.array(shape) }),
      items: (page) => page.results,
      by: 'cursor',
    })

  function exported(type: 'ticket', query: string): AsyncIterable<Ticket>
  function exported(type: 'user', query: string): AsyncIterable<User>
  function exported(type: 'ticket' | 'user', query: string): AsyncIterable<Ticket | User> {
    return type === 'ticket' ? results(Ticket, type, query) : results(User, type, query)
  }

  return {
    export: exported,
    count: async (query) => {
      const path = '/api/v2/search/count'
      return (await http.send({ shape: Count, method: 'GET', path, query: { query } })).count
    },
  }
}
