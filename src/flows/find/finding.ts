import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { isHeld } from '../operations/kind.ts'
import { answersSent, deletedTickets, endedBefore } from '../plan/ended.ts'
import { type Earlier, earlierTraces } from './earlier.ts'
import { Places } from './places.ts'
import type { Round } from './round.ts'

/** What a look for traces goes by. */
export type Finding = {
  readonly round: Round
  /** One of the users himself is on hold, and so is all that is his. */
  readonly held: boolean
  readonly earlier: Earlier
  /** Tickets that this request has deleted. */
  readonly deleted: ReadonlySet<number>
  /** By what our answers to the person are known again. */
  readonly answers: readonly string[]
  /** Every place that was looked at. */
  readonly places: Places
  /** By what the person is called. */
  readonly names: readonly string[]
  /** Organisations of the confirmed users. */
  readonly organizations: ReadonlySet<number>
  /** Tickets that the person requested, as far as the lists say. */
  readonly own: ReadonlySet<number>
  /** The round in which a ticket was found first. */
  readonly foundIn: (ticket: number) => number
}

/** What this look goes by; `before`: in which round what was found before was found first. */
export async function findingFor(
  request: Request,
  { round, n, before }: { round: Round; n: number; before: ReadonlyMap<number, number> },
  hands: Hands,
): Promise<Omit<Finding, 'own'>> {
  const users = await hands.zendesk.users.showMany(round.users)
  const ended = await endedBefore(request, hands)
  const given = round.terms.filter(({ kind }) => kind === 'name').map(({ value }) => value)
  const organizations = round.profiles.flatMap(({ organizationId }) => organizationId ?? [])
  return {
    round,
    held: users.some(({ tags }) => isHeld(tags, round.policy)),
    earlier: await earlierTraces(request, round, hands),
    deleted: deletedTickets(ended),
    answers: answersSent(ended),
    places: new Places(hands.now),
    names: [...new Set([...round.profiles.map(({ name }) => name), ...given])],
    organizations: new Set(organizations),
    foundIn: (ticket) => before.get(ticket) ?? n,
  }
}
