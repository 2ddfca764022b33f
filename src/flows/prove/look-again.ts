import { conversation } from '../find/conversation.ts'
import { isOutOfReach } from '../find/propose.ts'
import type { Round } from '../find/round.ts'
import { aroundComments, inSuspended, scanConversation } from '../find/scan.ts'
import { candidateTickets } from '../find/sources.ts'
import type { Passage, TicketDecision, TraceDecision } from '../finds.ts'
import type { Hands } from '../hands.ts'

/** What a look over the whole account found after the work was done. */
export type Again = {
  readonly searched: number
  readonly scanned: number
  /** Hits that stand where a human decided that they stay. */
  readonly explained: number
  /** Tickets, held-back mails and users that no decision explains, by what they are. */
  readonly unexplained: readonly {
    readonly kind: 'ticket' | 'mail' | 'user'
    readonly id: number
  }[]
}

/**
 * Searches and scans for every accepted term again. Proof is: no hit that no human decision
 * explains.
 */
export async function lookAgain(
  round: Round,
  decided: { tickets: readonly TicketDecision[]; suspended: TraceDecision['suspended'] },
  hands: Hands,
): Promise<Again> {
  const { zendesk } = hands
  const byId = new Map(decided.tickets.map((ticket) => [ticket.find.id, ticket]))
  const found = await candidateTickets([], round.terms, { zendesk, country: round.policy.country })
  const ids = new Set([...found.keys(), ...byId.keys()])
  const unexplained: Again['unexplained'][number][] = []
  let explained = 0
  let scanned = 0
  for (const ticket of await zendesk.tickets.showMany(ids)) {
    if (ticket.status === 'deleted') continue
    scanned += 1
    const { passages } = await scanConversation(conversation(ticket.id, zendesk), {
      matcher: round.matcher,
      writers: round.users,
    })
    const all = [...aroundComments(ticket, round.matcher), ...passages]
    if (isExplained(all, byId.get(ticket.id))) explained += all.length
    else unexplained.push({ kind: 'ticket', id: ticket.id })
  }
  unexplained.push(...(await strayMails(round, decided.suspended, hands)))
  unexplained.push(...(await strayUsers(round, hands)))
  return { searched: round.terms.length, scanned, explained, unexplained }
}

/** A kept ticket explains all that stands in it; a redacted one, only the passages that were left. */
export function isExplained(
  passages: readonly Passage[],
  decision: TicketDecision | undefined,
): boolean {
  if (passages.length === 0) return decision?.action !== 'delete'
  if (!decision || decision.action === 'delete') return false
  if (decision.action === 'keep') return true
  const gone = new Set(decision.passages)
  const left = decision.find.passages
    .filter((passage) => !gone.has(passage.key) || isOutOfReach(passage, decision.find))
    .map(placeOf)
  return passages.map(placeOf).every((place) => {
    const at = left.indexOf(place)
    if (at === -1) return false
    left.splice(at, 1)
    return true
  })
}

const placeOf = ({ where, comment, field, hit }: Passage): string =>
  // Of a comment as a whole, passages may have gone while the rest was left.
  JSON.stringify([where, comment, field, where === 'written' ? '' : hit])

async function strayMails(
  round: Round,
  suspended: TraceDecision['suspended'],
  { zendesk }: Hands,
): Promise<Again['unexplained']> {
  const kept = new Set(
    suspended.filter(({ action }) => action === 'keep').map(({ find }) => find.id),
  )
  const stray: Again['unexplained'][number][] = []
  for await (const mail of zendesk.suspended.list()) {
    const hits = inSuspended(mail, round.matcher)
    if (hits.length > 0 && !kept.has(mail.id)) stray.push({ kind: 'mail', id: mail.id })
  }
  return stray
}

/** A user that still has one of the person's addresses: not deleted, or created again. */
async function strayUsers(round: Round, { zendesk }: Hands): Promise<Again['unexplained']> {
  const stray: Again['unexplained'][number][] = []
  for (const term of round.terms.filter(({ kind }) => kind === 'email')) {
    for await (const user of zendesk.users.search({ query: `email:${term.value}` })) {
      if (user.active) stray.push({ kind: 'user', id: user.id })
    }
  }
  return stray
}
