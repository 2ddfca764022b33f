import { hashOf } from '../../records/canonical.ts'
import type { Draft, Outcome } from '../../records/entry.ts'
import type { Operation } from '../../records/plan.ts'
import type { Policy } from '../../records/policy.ts'
import type { PlanState, Request } from '../../records/request.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { note, noteFact } from '../journal.ts'
import { kinds } from '../operations/index.ts'
import {
  Address,
  type Around,
  type Item,
  isHeld,
  type Kind,
  type Look,
} from '../operations/kind.ts'
import { PERSON_HELD } from '../plan/erasure.ts'
import { itemOf, type StoredPlan, valueOf } from '../plan/stored.ts'
import { judgeQuorum, lapses } from '../quorum.ts'
import { whole } from '../vault.ts'
import { answeredBy } from './answered.ts'
import { reactionTo } from './reaction.ts'

/** One call of a plan, about to be made. */
export type Call = {
  readonly request: Request
  readonly plan: PlanState
  readonly stored: StoredPlan
  /** All of one kind. */
  readonly operations: readonly Operation[]
}

/** After so many tries of one operation a human looks at it. */
const patience = 20

/**
 * Makes one call, if everything that was decided and approved still holds when policy, approvals,
 * hold and targets are looked at together, just before. Throws `StoreConflict` when the journal
 * grew meanwhile: then nothing was sent.
 */
export async function makeCall(call: Call, hands: Hands): Promise<void> {
  const { request, plan, stored, operations } = call
  const policy = await policyInForce(hands)
  const inTheWay = await standsInTheWay(call, policy, hands)
  if (inTheWay.length > 0) {
    await note(request, inTheWay, hands)
    return
  }
  const items = operations.map((operation) => itemOf(operation, stored.openings))
  const kind = kindOf(items)
  const around = { zendesk: hands.zendesk, policy, answered: answeredBy(plan, stored) }
  const looks = await lookAt(items, kind, around)
  const personHeld = await holdOnPerson(stored, around)
  const judged = judge(items, looks, { personHeld, decidedOn: request.resumed === 'legal-hold' })
  const attempt = 1 + Math.max(0, ...items.map(({ n }) => plan.attempts.get(n) ?? 0))
  const looked = judged.ended.length > 0 ? [lookedAt(call, judged.ended, hands)] : []
  const halt = haltOf(judged, attempt)
  if (halt || judged.go.length === 0) {
    await note(request, [...looked, ...halted(halt)], hands)
    return
  }
  const intent = intended(call, judged.go, { policy: policy.digest, attempt }, hands)
  await note(request, [...looked, intent], hands)
  await send({ call, intent, items: judged.go, kind, around }, hands)
}

/** Why nothing may be sent now: a desk that only rehearses, or a quorum that no longer holds. */
async function standsInTheWay(
  { request, plan }: Call,
  policy: Policy,
  hands: Hands,
): Promise<Draft[]> {
  if (hands.rehearsal) return halted('rehearsal')
  return lapses(plan, policy, await judgeQuorum(request, plan, policy, hands))
}

const halted = (code: string | undefined): Draft[] =>
  code ? [{ by: 'bot', kind: 'halted', code }] : []

function haltOf({ held }: Judged, attempt: number): string | undefined {
  if (held) return 'legal-hold'
  return attempt % patience === 0 ? 'not-getting-through' : undefined
}

/** All operations of one call are of one kind: the first one's. */
export function kindOf(items: readonly Item[]): Kind {
  const [first] = items
  if (!first) throw new TypeError('a call carries at least one operation')
  return kinds[first.operation.kind]
}

type Judged = {
  readonly go: readonly Item[]
  readonly ended: readonly [number, Outcome][]
  readonly held: boolean
}

/**
 * What is gone is done already; what changed since the decision stays out; the rest goes. A hold
 * halts everything. Where a human has let the request go on in spite of it, what is held stays out
 * and goes back to the lead.
 */
function judge(
  items: readonly Item[],
  looks: ReadonlyMap<number, Look>,
  hold: { personHeld: boolean; decidedOn: boolean },
): Judged {
  const go: Item[] = []
  const ended: [number, Outcome][] = []
  let held = false
  for (const item of items) {
    const verdict = verdictOn(item, looks.get(item.n), hold.personHeld)
    if (verdict === 'go') go.push(item)
    else if (verdict !== 'held') ended.push([item.n, verdict])
    else if (hold.decidedOn) ended.push([item.n, 'drifted'])
    else held = true
  }
  return { go, ended, held }
}

/** What our credentials may no longer see is not what was decided on; the rest is looked at alone. */
async function lookAt(
  items: readonly Item[],
  kind: Kind,
  around: Around,
): Promise<ReadonlyMap<number, Look>> {
  try {
    return await kind.look(items, around)
  } catch (error) {
    if (!(error instanceof ZendeskRefused)) throw error
    const [only, ...more] = items
    if (only && more.length === 0) return new Map([[only.n, unreadable]])
    const alone = await Promise.all(items.map(async (item) => await lookAt([item], kind, around)))
    return new Map(alone.flatMap((looks) => [...looks]))
  }
}

const unreadable: Look = { state: 'there', basis: hashOf('unreadable'), held: false }

function verdictOn(
  { operation }: Item,
  look: Look | undefined,
  personHeld: boolean,
): 'already' | 'drifted' | 'held' | 'go' {
  if (look?.state === 'gone') return 'already'
  if (look?.basis !== operation.basis) return 'drifted'
  return look.held || personHeld ? 'held' : 'go'
}

/**
 * A hold on the person is a hold on everything of his, whatever the call is about, and also where
 * the plan leaves him where he is.
 */
async function holdOnPerson({ plan, openings }: StoredPlan, around: Around): Promise<boolean> {
  const unknowing = plan.kept.filter(({ code }) => code !== PERSON_HELD)
  const users = [...plan.operations, ...unknowing].flatMap(({ target }) =>
    target.kind === 'user' ? (valueOf(target.id, Address, openings).user ?? []) : [],
  )
  if (users.length === 0) return false
  const found = await around.zendesk.users.showMany(users)
  return found.some(({ tags }) => isHeld(tags, around.policy))
}

const lookedAt = (call: Call, outcomes: Judged['ended'], hands: Hands): Draft => ({
  by: 'bot',
  kind: 'settled',
  call: hands.newId(),
  digest: call.plan.digest,
  outcomes: [...outcomes],
  how: 'look',
})

type Intent = Extract<Draft, { kind: 'intended' }>

const intended = (
  { plan }: Call,
  items: readonly Item[],
  now: { policy: string; attempt: number },
  hands: Hands,
): Intent => ({
  by: 'bot',
  kind: 'intended',
  call: hands.newId(),
  digest: plan.digest,
  operations: items.map(({ n }) => n),
  approvals: [...(plan.agreed?.approvals ?? [])],
  ...now,
})

type Sending = {
  readonly call: Call
  readonly intent: Intent
  readonly items: readonly Item[]
  readonly kind: Kind
  readonly around: Around
}

/** The intent is on disk: now, and only now, the write goes out. */
async function send({ call, intent, items, kind, around }: Sending, hands: Hands): Promise<void> {
  const { id } = call.request
  try {
    const { job } = await kind.send(items, around)
    if (job === undefined) {
      await noteFact(id, [answered(intent, 'done')], hands, { urgent: true })
      return
    }
    const { commit, part } = whole(`call-${intent.call.toLowerCase()}`, job, hands)
    const submitted: Draft = { by: 'bot', kind: 'submitted', call: intent.call, job: commit }
    await noteFact(id, [submitted], hands, { vault: new Map([part]), urgent: true })
  } catch (error) {
    const reaction = reactionTo(error, {
      goneIsDone: kind.goneIsDone,
      operations: items.length,
      attempt: intent.attempt,
      listingLag: hands.timing.listingLag,
    })
    if (reaction === 'unknown') return
    const { outcome, code, halt, restMs } = reaction
    const drafts = [answered(intent, outcome, code), ...halted(halt)]
    await noteFact(id, drafts, hands, { urgent: true })
    if (restMs) await hands.rest(restMs)
  }
}

const answered = (intent: Intent, outcome: Outcome, code?: string): Draft => ({
  by: 'bot',
  kind: 'settled',
  call: intent.call,
  digest: intent.digest,
  outcomes: intent.operations.map((n) => [n, outcome]),
  how: 'answer',
  ...(code ? { code } : {}),
})
