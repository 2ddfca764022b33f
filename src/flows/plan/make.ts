import type { Draft } from '../../records/entry.ts'
import { PeopleDecision, TraceDecision, TraceIndex } from '../../records/finds.ts'
import {
  digestOf,
  type Operation,
  type Phase,
  type Plan,
  type Severity,
} from '../../records/plan.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { note } from '../journal.ts'
import type { Item } from '../operations/kind.ts'
import { decidedTickets } from '../pages.ts'
import { drawer, recall } from '../vault.ts'
import { answerText, type Effect } from './answer.ts'
import { inOrder, inTurn, keptOf, type OperationDraft, operationOf } from './drafts.ts'
import { type Ended, endedBefore, isOver } from './ended.ts'
import { type Decided, erasureDrafts, keptDrafts, purgesLeft } from './erasure.ts'
import { planPart } from './stored.ts'

/**
 * Makes the plan that follows from the decisions. What was found again is done again, whatever was
 * done before: the find is the evidence. Only answers, users and purges that are over are left out.
 */
export async function makePlan(request: Request, hands: Hands): Promise<undefined> {
  const ended = await endedBefore(request, hands)
  const { decided, inBin } = await decisionsOf(request, ended, hands)
  const done = new Set(ended.filter(isOver).flatMap(({ item }) => onceOnly(item)))
  const alive = new Set(decided.tickets.map(({ find }) => find.id))
  const all = [...erasureDrafts(decided), ...purgesLeft(ended, { inBin, alive })]
  const drafts = inOrder(all).filter((draft) => onceOnly(draft).every((key) => !done.has(key)))
  const entries = { people: entryOf(request, 'people'), traces: entryOf(request, 'traces') }
  const severities = await severitiesOf(drafts, decided, hands)
  const box = drawer(planPart(request.plans.length + 1), hands)
  const plan: Plan = {
    v: 1,
    request: request.id,
    right: request.right,
    account: hands.host,
    ground: 'gdpr-17-1',
    severities,
    kept: await inTurn(keptDrafts(decided), (kept, n) => keptOf(kept, n, entries.traces, box.put)),
    operations: await inTurn(drafts, (draft, n) =>
      operationOf(draft, n, draft.phase === 'user' ? entries.people : entries.traces, box.put),
    ),
  }
  await box.put('plan', plan)
  await note(request, [await plannedEntry(plan)], hands, { vault: new Map([box.part()]) })
}

/** The journal's line for a plan. */
export const plannedEntry = async (plan: Plan): Promise<Extract<Draft, { kind: 'planned' }>> => ({
  by: 'bot',
  kind: 'planned',
  digest: await digestOf(plan),
  operations: plan.operations.length,
  phases: phaseLengths(plan.operations),
  severities: [...plan.severities],
  counts: countsOf(plan),
})

/** How many tickets go for good: what an approver types, to show that he has read it. */
const ticketsToGo = (plan: Pick<Plan, 'operations'>): number =>
  plan.operations.filter(({ kind }) => kind === 'ticket.purge').length

async function decisionsOf(
  request: Request,
  ended: readonly Ended[],
  hands: Hands,
): Promise<{ decided: Decided; inBin: readonly number[] }> {
  const { people, traces } = request.looks
  if (!people?.decided || !traces?.decided) throw new Error(`${request.number}: not decided yet`)
  const { users } = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const decision = await recall(request.id, traces.decided.on, TraceDecision, hands)
  const { ownTicket, agentWorkspace, inBin } = await recall(
    request.id,
    traces.finds,
    TraceIndex,
    hands,
  )
  const tickets = await decidedTickets(request.id, decision, hands)
  const { suspended, held } = decision
  const own = ownTicket ? { ownTicket } : {}
  const decided: Decided = { users, tickets, suspended, held, ...own, agentWorkspace }
  if (decision.answer.how !== 'reply') return { decided, inBin }
  const effects = [...effectsOf(ended), ...erasureDrafts(decided).map(effectOf)]
  const answer = await answerText(request, { decision, tickets, effects }, hands)
  return { decided: { ...decided, answer }, inBin }
}

/** The answer to a plan of these operations. */
export async function answerTo(
  request: Request,
  items: readonly Item[],
  hands: Hands,
): Promise<{ body: string; marker: string }> {
  const on = request.looks.traces?.decided?.on
  if (!on) throw new Error(`${request.number}: not decided yet`)
  const decision = await recall(request.id, on, TraceDecision, hands)
  const tickets = await decidedTickets(request.id, decision, hands)
  const coming = items.map(({ operation, address }) => effectOf({ ...operation, address }))
  const effects = [...effectsOf(await endedBefore(request, hands)), ...coming]
  return await answerText(request, { decision, tickets, effects }, hands)
}

const effectOf = ({ kind, address }: Pick<OperationDraft, 'kind' | 'address'>): Effect => ({
  kind,
  ticket: address.ticket,
})

/** What earlier plans have done. */
const effectsOf = (ended: readonly Ended[]): Effect[] =>
  ended
    .filter(isOver)
    .map(({ item: { operation, address } }) => effectOf({ ...operation, address }))

/** What happens once to whom, however often it is decided: what finds do not show is remembered. */
function onceOnly(of: Item | OperationDraft): string[] {
  const kind = 'operation' in of ? of.operation.kind : of.kind
  if (!['answer.send', 'user.delete', 'user.purge'].includes(kind)) return []
  const { ticket, user } = of.address
  return [JSON.stringify([kind, ticket, user])]
}

async function severitiesOf(
  drafts: readonly OperationDraft[],
  { tickets, users }: Decided,
  hands: Hands,
): Promise<Severity[]> {
  const { manyPeople } = await policyInForce(hands)
  const irreversible = drafts.some(({ undo }) => undo === 'none')
  const others = tickets.some(
    ({ action, find }) => action === 'delete' && find.relation === 'other',
  )
  return [
    irreversible ? 'irreversible' : 'reversible',
    ...(others ? (['others-ticket'] as const) : []),
    ...(users.length >= manyPeople ? (['many-people'] as const) : []),
  ]
}

function phaseLengths(operations: readonly Operation[]): [Phase, number][] {
  const lengths = new Map<Phase, number>()
  for (const { phase } of operations) lengths.set(phase, (lengths.get(phase) ?? 0) + 1)
  return [...lengths]
}

function countsOf(plan: Plan): Record<string, number> {
  const count = (prefix: string) =>
    plan.operations.filter(({ kind }) => kind.startsWith(prefix)).length
  return {
    'tickets-go': ticketsToGo(plan),
    redactions: count('comment.') + count('ticket.edit'),
    mails: count('suspended.'),
    users: count('user.purge'),
    files: fallingWith(plan, 'files'),
    recordings: fallingWith(plan, 'recordings'),
    kept: plan.kept.length,
  }
}

const fallingWith = (plan: Plan, what: string): number =>
  plan.operations.reduce((sum, { falls }) => sum + (falls?.[what] ?? 0), 0)

function entryOf(request: Request, look: 'people' | 'traces'): Id {
  const entry = request.looks[look]?.decided?.entry
  if (!entry) throw new Error(`${request.number}: no decision about ${look}`)
  return entry
}
