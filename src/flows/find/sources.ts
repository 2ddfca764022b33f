import type { TermRecord } from '../../records/finds.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import type { Account, Hands } from '../hands.ts'
import { searchQueries } from '../matching/index.ts'

const lists = ['requested', 'ccd', 'followed', 'assigned'] as const
type List = (typeof lists)[number]

/** Where to look besides the searches for terms. */
type Where = Pick<Hands, 'zendesk'> & { country: string; lists?: readonly List[] }

/**
 * Every ticket that may hold a trace, with what led to it. The four lists include archived tickets;
 * searches go through the export, which has no end at 1,000 results
 * (https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/). `lists`: fewer
 * of them, and what the users have written without being asked for either.
 */
export async function candidateTickets(
  users: Iterable<number>,
  terms: readonly TermRecord[],
  { zendesk, country, lists: some }: Where,
): Promise<Map<number, Set<string>>> {
  const found = new Map<number, Set<string>>()
  const add = async (via: string, tickets: AsyncIterable<{ id: number }>): Promise<void> => {
    for await (const { id } of tickets) found.set(id, (found.get(id) ?? new Set()).add(via))
  }
  for (const user of users) {
    for (const list of some ?? lists) await add(list, listOf(user, list, zendesk))
    if (!some) await add('commented', zendesk.search.export('ticket', `commenter:${user}`))
  }
  for (const term of terms) {
    for (const query of searchQueries([term], { country })) {
      await add(`search-${term.kind}`, zendesk.search.export('ticket', query))
    }
  }
  return found
}

/** A user's tickets; a deleted one has no list any more. */
async function* listOf(
  user: number,
  list: List,
  { tickets }: Account,
): AsyncGenerator<{ id: number }> {
  try {
    yield* tickets.ofUser(user, list)
  } catch (error) {
    if (!(error instanceof ZendeskRefused && error.status === 404)) throw error
  }
}
