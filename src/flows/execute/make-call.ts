import type { Draft } from '../../records/entry.ts'
import type { Operation } from '../../records/plan.ts'
import type { Policy } from '../../records/policy.ts'
import type { PlanState, Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import { handingOf } from '../export/handing.ts'
import { type Hands, Paused } from '../hands.ts'
import { note } from '../journal.ts'
import type { Item } from '../operations/kind.ts'
import { itemOf, type StoredPlan } from '../plan/stored.ts'
import { judgeQuorum, lapses } from '../quorum.ts'
import { answeredBy } from './answered.ts'
import { type Judged, kindOf, lastLook } from './last-look.ts'
import type { Intent } from './one-by-one.ts'
import { type Limit, send } from './send.ts'

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
 * hold and targets are looked at together, just before. Says until when one ticket takes no more
 * changes, where Zendesk said so. Throws `StoreConflict` when the journal grew meanwhile, and
 * `Paused` when the desk is paused: then nothing was sent.
 */
export async function makeCall(call: Call, hands: Hands): Promise<Limit | undefined> {
  const { request, plan, stored, operations } = call
  unlessPaused(hands)
  const policy = await policyInForce(hands)
  const inTheWay = await standsInTheWay(call, policy, hands)
  if (inTheWay.length > 0) {
    await note(request, inTheWay, hands)
    return undefined
  }
  const items = operations.map((operation) => itemOf(operation, stored.openings))
  const kind = kindOf(items)
  const around = {
    zendesk: hands.zendesk,
    policy,
    answered: answeredBy(plan, stored, items),
    ...handingOf(request.id, hands),
  }
  const decidedOn = request.resumed === 'legal-hold'
  const judged = await lastLook(items, stored, { around, decidedOn })
  const attempt = 1 + Math.max(0, ...items.map(({ n }) => plan.attempts.get(n) ?? 0))
  const looked = judged.ended.length > 0 ? [lookedAt(call, judged.ended, hands)] : []
  const halt = haltOf(judged, attempt)
  if (halt || judged.go.length === 0) {
    await note(request, [...looked, ...halted(halt)], hands)
    return undefined
  }
  unlessPaused(hands)
  const intent = intended(call, judged.go, { policy: policy.digest, attempt }, hands)
  await note(request, [...looked, intent], hands)
  return await send({ id: request.id, intent, items: judged.go, kind, around }, hands)
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
