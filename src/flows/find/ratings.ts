import type { Account } from '../hands.ts'
import type { Matcher } from '../matching/index.ts'
import { ratingOf } from './envelope.ts'
import type { Places } from './places.ts'

/**
 * Tickets whose rating names the person: no search for words reads what was written beside a rating.
 * All ratings with a comment come in one search, each with its comment, so none costs a call
 * (https://support.zendesk.com/hc/en-us/articles/4408886879258, satisfaction rating values).
 */
export async function ratedTickets(
  matcher: Matcher,
  places: Places,
  { search }: Pick<Account, 'search'>,
): Promise<number[]> {
  const found: number[] = []
  const commented = 'satisfaction:goodwithcomment satisfaction:badwithcomment'
  await places.read('ratings', async () => {
    for await (const ticket of search.export('ticket', commented)) {
      if (ratingOf(ticket).some((text) => matcher.inText(text).length > 0)) found.push(ticket.id)
    }
    return found.length
  })
  return found
}
