import type { Draft, Outcome } from '../../records/entry.ts'
import type { Operation } from '../../records/plan.ts'
import type { Policy } from '../../records/policy.ts'
import type { PlanState, Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import { type Hands, Paused } from '../hands.ts'
import { note, noteFact } from '../journal.ts'
import type { Around, Item, Kind } from '../operations/kind.ts'
import { itemOf, type StoredPlan } from '../plan/stored.ts'
import { judgeQuorum, lapses } from '../quorum.ts'
import { whole } from '../vault.ts'
import { answeredBy } from './answered.ts'
import { type Judged, kindOf, lastLook } from './last-look.ts'
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
 * grew meanwhile, and `Paused` when the desk is paused: then nothing was sent.
 */
export async function makeCall(call: Call, hands: Hands): Promise<void> {
  const { request, plan, stored, operations } = call
  unlessPaused(hands)
  const policy = await policyInForce(hands)
  const inTheWay = await standsInTheWay(call, policy, hands)
  if (inTheWay.length > 0) {
    await note(request, inTheWay, hands)
    return
  }
  const items = operations.map((operation) => itemOf(operation, stored.openings))
  const kind = kindOf(items)
  const around = { zendesk: hands.zendesk, policy, answered: answeredBy(plan, stored) }
  const decidedOn = request.resumed === 'legal-hold'
  const judged = await lastLook(items, stored, { around, decidedOn })
  const attempt = 1 + Math.max(0, ...items.map(({ n }) => plan.attempts.get(n) ?? 0))
  const looked = judged.ended.length > 0 ? [lookedAt(call, judged.ended, hands)] : []
  const halt = haltOf(judged, attempt)
  if (halt || judged.go.length === 0) {
    await note(request, [...looked, ...halted(halt)], hands)
    return
  }
  unlessPaused(hands)
  const intent = intended(call, judged.go, { policy: policy.digest, attempt }, hands)
  await note(request, [...looked, intent], hands)
  await send({ call, intent, items: judged.go, kind, around }, hands)
}

function unlessPaused({ paused }: Hands): void {
  if (paused()) throw new Paused()
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
  if (hands.paused()) {
    await noteFact(id, [neverSent(intent)], hands, { urgent: true })
    throw new Paused()
  }
  try {
    const { job } = await kind.send(items, around)
    if (job === undefined) {
      await noteFact(id, [answered(intent, 'done')], hands, { urgent: true })
      return
    }
    const { commit, part } = await whole(`call-${intent.call.toLowerCase()}`, job, hands)
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

const answered = (
  intent: Intent,
  outcome: Outcome,
  code?: string,
): Extract<Draft, { kind: 'settled' }> => ({
  by: 'bot',
  kind: 'settled',
  call: intent.call,
  digest: intent.digest,
  outcomes: intent.operations.map((n) => [n, outcome]),
  how: 'answer',
  ...(code ? { code } : {}),
})

/** The desk was paused while the intent was being written: nothing went out, and it was no try. */
const neverSent = (intent: Intent): Draft => ({
  ...answered(intent, 'not-applied', 'paused'),
  how: 'look',
})
