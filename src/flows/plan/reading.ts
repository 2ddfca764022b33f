import { breather } from '../../records/breather.ts'
import {
  type Candidate,
  PeopleDecision,
  type TicketDecision,
  TraceDecision,
  TraceIndex,
} from '../../records/finds.ts'
import type { Plan } from '../../records/plan.ts'
import type { Id, Sha } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { isOutOfReach } from '../find/propose.ts'
import { rulesFiredBy } from '../find/rules.ts'
import { mergedTerms } from '../find/terms.ts'
import type { Hands } from '../hands.ts'
import { load } from '../journal.ts'
import { Address, type Item } from '../operations/kind.ts'
import { decidedTickets } from '../pages.ts'
import { recall } from '../vault.ts'
import { type Run, shownPassage } from './shown.ts'
import { itemsOf, type StoredPlan, storedPlan, valueOf } from './stored.ts'

/** What the plan leaves as it is, and the passages of which that is said. */
export type KeptItem = {
  readonly address: Address
  readonly code: string
  readonly decided: Id
  readonly passages: readonly (readonly Run[])[]
}

/** The exact plan in force with what it was decided on. Personal data: never for a message. */
export type PlanRead = {
  readonly request: Request
  readonly digest: Sha
  readonly plan: Plan
  readonly items: readonly Item[]
  readonly kept: readonly KeptItem[]
  /** The decisions that it follows from, by ticket. */
  readonly tickets: ReadonlyMap<number, TicketDecision>
  /** The users who were confirmed. */
  readonly users: readonly Candidate[]
  /** What humans gave to look for besides what the users' profiles say. */
  readonly terms: TraceIndex['accepted']
  readonly suspended: TraceDecision['suspended']
  readonly answer: TraceDecision['answer']
  /** Rules of the account that would mail or push what the plan does. */
  readonly rules: TraceIndex['rules']
}

/**
 * The plan in force, to its last operation and to all that stays. Without a plan in force, or of a
 * request that is over, only how the request stands.
 */
export async function readPlan(
  id: Id,
  hands: Hands,
): Promise<{ readonly request: Request; readonly read?: PlanRead }> {
  const request = await load(id, hands)
  if (request.closed || !request.plan) return { request }
  const { digest } = request.plan
  const [stored, decided] = await Promise.all([
    storedPlan(request, digest, hands),
    decisionsBehind(request, hands),
  ])
  const [items, kept] = [await itemsOf(stored), await keptIn(stored, decided)]
  const writes = items.some(({ operation }) => operation.kind === 'answer.send')
  const rules = items.length > 0 ? rulesFiredBy(decided.rules, { writes }) : []
  return { request, read: { request, digest, plan: stored.plan, items, kept, ...decided, rules } }
}

async function keptIn({ plan, openings }: StoredPlan, behind: Behind): Promise<KeptItem[]> {
  const breathe = breather()
  const kept: KeptItem[] = []
  for (const { target, code, decided } of plan.kept) {
    const address = valueOf(target.id, Address, openings)
    kept.push({ address, code, decided, passages: passagesOf(address, code, behind) })
    await breathe()
  }
  return kept
}

type Behind = Pick<PlanRead, 'tickets' | 'users' | 'terms' | 'answer' | 'suspended' | 'rules'>

async function decisionsBehind({ id, looks }: Request, hands: Hands): Promise<Behind> {
  const [people, traces] = [looks.people?.decided, looks.traces?.decided]
  const finds = looks.traces?.finds
  if (!people || !traces || !finds)
    throw new Error('a plan without the decisions that it follows from')
  const [{ users, terms: given }, decision, { rules, accepted }] = await Promise.all([
    recall(id, people.on, PeopleDecision, hands),
    recall(id, traces.on, TraceDecision, hands),
    recall(id, finds, TraceIndex, hands),
  ])
  const all = await decidedTickets(id, decision, hands)
  const tickets = new Map(all.map((one) => [one.find.id, one]))
  const { answer, suspended } = decision
  const terms = mergedTerms([...given, ...accepted])
  return { tickets, users, terms, rules, answer, suspended }
}

/** Files say nothing that can be shown; what an approver has left out is what the plan was to change. */
function passagesOf(
  { ticket, comment, suspended: mail }: Address,
  code: string,
  behind: Behind,
): Run[][] {
  if (code === 'files-not-opened') return []
  if (mail !== undefined) {
    const found = behind.suspended.find(({ find }) => find.id === mail)
    return (found?.find.passages ?? []).map(shownPassage)
  }
  const find = ticket === undefined ? undefined : behind.tickets.get(ticket)?.find
  if (!find) return []
  return find.passages
    .filter((one) => comment === undefined || one.comment === comment)
    .filter((one) => code !== 'out-of-reach' || isOutOfReach(one, find))
    .map(shownPassage)
}
