import type { TermRecord } from '../../records/finds.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import type { Account, Hands } from '../hands.ts'
import { searchQueries } from '../matching/index.ts'

const lists = ['requested', 'ccd', 'followed', 'assigned'] as const
type List = (typeof lists)[number]

/** Where to look besides the searches for terms. */
type Where = Pick<Hands, 'zendesk'> & {
  readonly country: string
  readonly lists?: readonly List[]
  /** Told after each place that was looked at, of so many. */
  readonly looked?: (done: number, of: number) => void
}

/** One list or one search. */
type Place = { readonly via: string; readonly tickets: () => AsyncIterable<{ id: number }> }

/**
 * Every ticket that may hold a trace, with what led to it. The four lists include archived tickets;
 * searches go through the export, which has no end at 1,000 results
 * (https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/). `lists`: fewer
 * of them, and what the users have written without being asked for either.
 */
export async function candidateTickets(
  users: Iterable<number>,
  terms: readonly TermRecord[],
  where: Where,
): Promise<Map<number, Set<string>>> {
  const found = new Map<number, Set<string>>()
  const places = [
    ...[...users].flatMap((user) => placesOf(user, where)),
    ...terms.flatMap((term) => placesFor(term, where)),
  ]
  for (const [i, { via, tickets }] of places.entries()) {
    for await (const { id } of tickets()) found.set(id, (found.get(id) ?? new Set()).add(via))
    where.looked?.(i + 1, places.length)
  }
  return found
}

function placesOf(user: number, { zendesk, lists: some }: Where): Place[] {
  const own = (some ?? lists).map((list) => ({
    via: list,
    tickets: () => listOf(user, list, zendesk),
  }))
  const commented = () => zendesk.search.export('ticket', `commenter:${user}`)
  return some ? own : [...own, { via: 'commented', tickets: commented }]
}

const placesFor = (term: TermRecord, { zendesk, country }: Where): Place[] =>
  searchQueries([term], { country }).map((query) => ({
    via: `search-${term.kind}`,
    tickets: () => zendesk.search.export('ticket', query),
  }))

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
