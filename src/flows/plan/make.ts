import type { Draft } from '../../records/entry.ts'
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
import { PeopleDecision, TraceDecision, TraceIndex } from '../finds.ts'
import type { Hands } from '../hands.ts'
import { note } from '../journal.ts'
import type { Address, Item } from '../operations/kind.ts'
import { decidedTickets } from '../pages.ts'
import { drawer, recall } from '../vault.ts'
import { answerText, type Effect } from './answer.ts'
import { inOrder, keptOf, type OperationDraft, operationOf } from './drafts.ts'
import { type Decided, erasureDrafts, keptDrafts } from './erasure.ts'
import { itemOf, planPart, storedPlan } from './stored.ts'

/** Makes the plan that follows from the decisions, leaving out what earlier plans have done. */
export async function makePlan(request: Request, hands: Hands): Promise<undefined> {
  const finished = await finishedBefore(request, hands)
  const decided = await decisionsOf(request, finished, hands)
  const done = new Set(finished.filter(isStill(decided)).map(({ key }) => key))
  const drafts = inOrder(erasureDrafts(decided)).filter((draft) => !done.has(keyOf(draft)))
  const entries = { people: entryOf(request, 'people'), traces: entryOf(request, 'traces') }
  const box = drawer(planPart(request.plans.length + 1), hands)
  const plan: Plan = {
    v: 1,
    request: request.id,
    right: request.right,
    account: hands.host,
    ground: 'gdpr-17-1',
    severities: await severitiesOf(drafts, decided, hands),
    kept: keptDrafts(decided).map((kept, i) => keptOf(kept, i + 1, entries.traces, box.put)),
    operations: drafts.map((draft, i) =>
      operationOf(draft, i + 1, draft.phase === 'user' ? entries.people : entries.traces, box.put),
    ),
  }
  box.put('plan', plan)
  await note(request, [plannedEntry(plan)], hands, { vault: new Map([box.part()]) })
}

/** The journal's line for a plan. */
export const plannedEntry = (plan: Plan): Extract<Draft, { kind: 'planned' }> => ({
  by: 'bot',
  kind: 'planned',
  digest: digestOf(plan),
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
  finished: readonly Finished[],
  hands: Hands,
): Promise<Decided> {
  const { people, traces } = request.looks
  if (!people?.decided || !traces?.decided) throw new Error(`${request.number}: not decided yet`)
  const { users } = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const decision = await recall(request.id, traces.decided.on, TraceDecision, hands)
  const index = await recall(request.id, traces.finds, TraceIndex, hands)
  const tickets = await decidedTickets(request.id, decision, hands)
  const { country } = await policyInForce(hands)
  const decided: Decided = {
    users,
    tickets,
    suspended: decision.suspended,
    ...(index.ownTicket ? { ownTicket: index.ownTicket } : {}),
    terms: index.terms,
    country,
    agentWorkspace: index.agentWorkspace,
  }
  if (decision.answer.how !== 'reply') return decided
  const coming = erasureDrafts(decided).map(effectOf)
  const effects = [...finished, ...coming]
  return { ...decided, answer: await answerText(request, { decision, tickets, effects }, hands) }
}

/** The answer to a plan that was cut to these operations. */
export async function answerToLess(
  request: Request,
  items: readonly Item[],
  hands: Hands,
): Promise<{ body: string; marker: string }> {
  const on = request.looks.traces?.decided?.on
  if (!on) throw new Error(`${request.number}: not decided yet`)
  const decision = await recall(request.id, on, TraceDecision, hands)
  const tickets = await decidedTickets(request.id, decision, hands)
  const coming = items.map(({ operation, address }) => effectOf({ ...operation, address }))
  const effects = [...(await finishedBefore(request, hands)), ...coming]
  return await answerText(request, { decision, tickets, effects }, hands)
}

const effectOf = ({ kind, address }: Pick<OperationDraft, 'kind' | 'address'>): Effect => ({
  kind,
  ticket: address.ticket,
})

type Finished = Effect & { readonly key: string }

/** Operations of earlier plans that have taken effect, by what they did to what. */
async function finishedBefore(request: Request, hands: Hands): Promise<Finished[]> {
  const finished: Finished[] = []
  for (const state of request.plans) {
    const ended = [...state.outcomes].filter(([, o]) => o === 'done' || o === 'already')
    if (ended.length === 0) continue
    const { plan, openings } = await storedPlan(request, state.digest, hands)
    const numbers = new Set(ended.map(([n]) => n))
    for (const operation of plan.operations) {
      if (!numbers.has(operation.n)) continue
      const item = itemOf(operation, openings)
      const { kind } = operation
      finished.push({ ...effectOf({ kind, address: item.address }), key: keyOf(item, kind) })
    }
  }
  return finished
}

/** Whoever restores a ticket undoes its deletion: it was found again, and is deleted again. */
const isStill =
  ({ tickets }: Decided) =>
  ({ kind, ticket }: Effect): boolean =>
    kind !== 'ticket.delete' || tickets.every(({ find }) => find.id !== ticket)

/** A comment may need another redaction for a new term; everything else happens once. */
function keyOf(of: { address: Address; kind?: string; change?: unknown }, kind = of.kind): string {
  const change = kind?.startsWith('comment.') || kind === 'ticket.edit' ? of.change : undefined
  const { ticket, comment, user, suspended } = of.address
  return JSON.stringify([kind, ticket, comment, user, suspended, change])
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
