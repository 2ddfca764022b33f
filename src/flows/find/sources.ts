import type { TermRecord } from '../finds.ts'
import type { Hands } from '../hands.ts'
import { searchQueries } from '../matching/index.ts'

const lists = ['requested', 'ccd', 'followed', 'assigned'] as const

/**
 * Every ticket that may hold a trace, with what led to it. The four lists include archived tickets;
 * searches go through the export, which has no end at 1,000 results
 * (https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/).
 */
export async function candidateTickets(
  users: Iterable<number>,
  terms: readonly TermRecord[],
  { zendesk, country }: Pick<Hands, 'zendesk'> & { country: string },
): Promise<Map<number, Set<string>>> {
  const found = new Map<number, Set<string>>()
  const add = async (via: string, tickets: AsyncIterable<{ id: number }>): Promise<void> => {
    for await (const { id } of tickets) found.set(id, (found.get(id) ?? new Set()).add(via))
  }
  for (const user of users) {
    for (const list of lists) await add(list, zendesk.tickets.ofUser(user, list))
    await add('commented', zendesk.search.export('ticket', `commenter:${user}`))
  }
  for (const term of terms) {
    for (const query of searchQueries([term], { country })) {
      await add(`search-${term.kind}`, zendesk.search.export('ticket', query))
    }
  }
  return found
}
