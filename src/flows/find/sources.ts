import type { TermRecord } from '../../records/finds.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import type { Account, Hands } from '../hands.ts'
import type { Places } from './places.ts'
import { type Search, searchesFor, searchesForWriters } from './searches.ts'
import { sideBySide } from './side-by-side.ts'

const lists = ['requested', 'ccd', 'followed', 'assigned'] as const
type List = (typeof lists)[number]

/** Where to look besides the searches for terms. */
type Where = Pick<Hands, 'zendesk'> & {
  readonly country: string
  readonly lists?: readonly List[]
  /** Told after each place that was looked at, of so many. */
  readonly looked?: (done: number, of: number) => void
  /** Keeps what each place gave. */
  readonly places?: Places
}

/** One list or one search. */
type Place = {
  readonly code: string
  readonly via: string
  readonly tickets: () => AsyncIterable<{ id: number }>
}

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
  const all = [...users]
  const found = new Map<number, Set<string>>()
  const places = [
    ...all.flatMap((user) => placesOf(user, where)),
    ...(where.lists ? [] : searchesForWriters(all).map((search) => searched(search, where))),
    ...searchesFor(terms, where.country).map((search) => searched(search, where)),
  ]
  let done = 0
  for await (const { place, ids } of sideBySide(places, async (one) => await inPlace(one))) {
    for (const id of ids) found.set(id, (found.get(id) ?? new Set()).add(place.via))
    where.places?.add(place.code, ids.length)
    done += 1
    where.looked?.(done, places.length)
  }
  return found
}

async function inPlace(place: Place): Promise<{ place: Place; ids: number[] }> {
  const ids: number[] = []
  for await (const { id } of place.tickets()) ids.push(id)
  return { place, ids }
}

const placesOf = (user: number, { zendesk, lists: some = lists }: Where): Place[] =>
  some.map((list) => ({ code: list, via: list, tickets: () => listOf(user, list, zendesk) }))

const searched = ({ via, query }: Search, { zendesk }: Where): Place => ({
  code: via === 'commented' ? via : 'search',
  via,
  tickets: () => zendesk.search.export('ticket', query),
})

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
