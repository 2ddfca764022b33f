import { BundleMade } from '../../records/collected.ts'
import { PeopleDecision, TraceDecision, TraceIndex } from '../../records/finds.ts'
import type { Plan, Severity } from '../../records/plan.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { note } from '../journal.ts'
import { answerBasis } from '../operations/answer-send.ts'
import { type LinkOrder, linkBasis } from '../operations/link-make.ts'
import { decidedTickets } from '../pages.ts'
import { inTurn, type KeptDraft, keptOf, type OperationDraft, operationOf } from '../plan/drafts.ts'
import { plannedEntry } from '../plan/planned.ts'
import { planPart } from '../plan/stored.ts'
import { drawer, recall } from '../vault.ts'
import { exportAnswer } from './answer.ts'
import { exportsOf } from './hands.ts'

/**
 * The plan of an export: the links to the very bundle that was built, and the answer that tells of it.
 * Its digest holds the manifest's and the file's, so that nothing else is handed out than what the
 * approver could leaf through.
 */
export async function makeExportPlan(request: Request, hands: Hands): Promise<undefined> {
  if (!exportsOf(hands).origin) {
    await note(request, [{ by: 'bot', kind: 'halted', code: 'no-public-address' }], hands)
    return
  }
  const { users, decision, ownTicket, made, built, entry } = await behind(request, hands)
  const orders = await linkOrders(decision, made, hands)
  const told = { decision, ownTicket, users: users.map(({ id }) => id), link: orders[0]?.link }
  const drafts = [...orders.map(linkDraft), ...(await replies(request, told, hands))]
  const box = drawer(planPart(request.plans.length + 1), hands)
  const withheld = await withheldIn(request, decision, hands)
  const plan: Plan = {
    v: 1,
    request: request.id,
    right: request.right,
    account: hands.host,
    ground: request.right === 'access' ? 'gdpr-15' : 'gdpr-20',
    severities: await severitiesOf(users, hands),
    kept: await inTurn(withheld, (kept, n) => keptOf(kept, n, entry, box.put)),
    operations: await inTurn(drafts, (draft, n) => operationOf(draft, n, entry, box.put)),
  }
  await box.put('plan', plan)
  const planned = await plannedEntry(plan, box.part()[1])
  const counts = { ...planned.counts, ...built.counts, links: orders.length }
  await note(request, [{ ...planned, counts }], hands, { vault: new Map([box.part()]) })
}

/** What the plan follows from: who it is for, what was decided, and the bundle that was built of it. */
async function behind({ id, number, looks, built }: Request, hands: Hands) {
  const { people, traces } = looks
  if (!people?.decided || !traces?.decided || !built) throw new Error(`${number}: nothing is built`)
  const { users } = await recall(id, people.decided.on, PeopleDecision, hands)
  const decision = await recall(id, traces.decided.on, TraceDecision, hands)
  const { ownTicket } = await recall(id, traces.finds, TraceIndex, hands)
  const made = await recall(id, built.on, BundleMade, hands)
  return { users, decision, ownTicket, made, built, entry: traces.decided.entry }
}

/** One link for the person, and on his written wish another for an organisation. */
async function linkOrders(
  { organisation }: TraceDecision,
  { digest, sha256, size }: BundleMade,
  hands: Hands,
): Promise<LinkOrder[]> {
  const { links } = await policyInForce(hands)
  const { days, downloads, passphrase } = links
  const order = { digest, sha256, size, days, downloads, passphrase }
  const person: LinkOrder = { ...order, link: hands.newId(), purpose: 'person' }
  if (!organisation) return [person]
  const another = { link: hands.newId(), purpose: 'organisation', recipient: organisation } as const
  return [person, { ...order, ...another }]
}

const linkDraft = (order: LinkOrder): OperationDraft => ({
  phase: 'delivery',
  kind: 'link.make',
  address: { link: order.link },
  change: order,
  basis: linkBasis(order),
  why: order.purpose === 'person' ? 'for-the-person' : 'for-an-organisation',
  undo: 'none',
})

/** The answer, where a reply on the request's own ticket reaches the person and nobody else. */
async function replies(
  request: Request,
  { decision, ownTicket, ...to }: Told,
  hands: Hands,
): Promise<OperationDraft[]> {
  if (decision.answer.how !== 'reply' || !ownTicket) return []
  return [answerDraft(ownTicket.id, { ...(await exportAnswer(request, decision, hands)), ...to })]
}

type Told = {
  readonly decision: TraceDecision
  readonly ownTicket: TraceIndex['ownTicket']
  readonly users: readonly number[]
  readonly link: Id | undefined
}

const answerDraft = (ticket: number, change: unknown): OperationDraft => ({
  phase: 'answer',
  kind: 'answer.send',
  address: { ticket },
  change,
  basis: answerBasis(ticket),
  why: 'answer',
  undo: 'none',
})

/** What is not given, and why: the approval covers that, too. */
async function withheldIn(
  { id }: Request,
  decision: TraceDecision,
  hands: Hands,
): Promise<KeptDraft[]> {
  const tickets = await decidedTickets(id, decision, hands)
  return [
    ...tickets
      .filter(({ action, code }) => action === 'withhold' && code !== 'no-trace')
      .map(({ find, code }) => ({ address: { ticket: find.id }, code })),
    ...decision.suspended
      .filter(({ action }) => action === 'withhold')
      .map(({ find, code }) => ({ address: { suspended: find.id }, code })),
  ]
}

/** What is handed out cannot be taken back. */
async function severitiesOf(
  users: readonly { readonly role: string }[],
  hands: Hands,
): Promise<Severity[]> {
  const { manyPeople } = await policyInForce(hands)
  return [
    'irreversible',
    ...(users.some(({ role }) => role !== 'end-user') ? (['staff'] as const) : []),
    ...(users.length >= manyPeople ? (['many-people'] as const) : []),
  ]
}
