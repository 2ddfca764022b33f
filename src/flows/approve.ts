import type { Draft } from '../records/entry.ts'
import type { Operation } from '../records/plan.ts'
import { type Policy, quorumFor } from '../records/policy.ts'
import { Code, type Id, type Member, type Sha, samePerson } from '../records/primitives.ts'
import type { PlanState, Request } from '../records/request.ts'
import { deed, policyInForce, rolesNow } from './authority.ts'
import { type Hands, later, msOf } from './hands.ts'
import { load, note } from './journal.ts'
import { narrowed, remaining } from './plan/narrow.ts'
import { plannedEntry } from './plan/planned.ts'
import { storedPlan } from './plan/stored.ts'
import { answerTo } from './plan/to-hand-over.ts'
import { Refusal } from './refusal.ts'

/** Whose word on which plan. `digest` is of the plan that was on the screen. */
export type Word = { readonly id: Id; readonly by: Member; readonly digest: Sha }

type Approver = {
  readonly request: Request
  readonly plan: PlanState
  readonly policy: Policy
  readonly roles: readonly string[]
  /** The role in which he speaks here. */
  readonly role: string
}

/**
 * An approver's yes to the exact plan. `ticketsToGo`: how many tickets the plan deletes for good,
 * typed by him: copying a name proves nothing. Throws `Refusal` when it must not count.
 */
export async function approve(
  word: Word & { readonly ticketsToGo: number },
  hands: Hands,
): Promise<void> {
  await deed({ ...word, name: 'approve' }, hands, async () => {
    const approver = await voterOn(word, hands)
    refuseCount(approver.plan.counts['tickets-go'], word.ticketsToGo)
    await note(approver.request, [yes(word, approver, hands)], hands)
  })
}

/**
 * Yes to less: the plan without some of its operations becomes a new plan, and the approval is on
 * that one's digest.
 */
export async function approveLess(
  word: Word & { readonly ticketsToGo: number; readonly without: readonly number[] },
  hands: Hands,
): Promise<void> {
  await deed({ ...word, name: 'approve-less' }, hands, async () => {
    const approver = await voterOn(word, hands)
    // What is done cannot be left out, and what changed by it would look like drift.
    if (approver.plan.begun) throw new Refusal('already-begun')
    const { request } = approver
    const stored = await storedPlan(request, word.digest, hands)
    // Each of several people has an answer of his own, which would no longer say what is done.
    if (stored.plan.operations.some(isOneOfMany)) throw new Refusal('less-of-many')
    const answer = await answerTo(request, await remaining(stored, word.without), hands)
    const cut = { n: request.plans.length + 1, without: word.without, answer }
    const less = await narrowed(stored, cut, hands)
    const planned = {
      ...(await plannedEntry(less.plan, less.part[1])),
      by: word.by,
      role: approver.role,
    }
    refuseCount(planned.counts['tickets-go'], word.ticketsToGo)
    const approved = yes({ ...word, digest: planned.digest }, approver, hands)
    await note(request, [planned, approved], hands, { vault: new Map([less.part]) })
  })
}

/**
 * An approver's no, with a reason: back to the lead. `declined` says that it should not be done at
 * all; `sent-back`, that it should be done otherwise.
 */
export async function turnBack(
  word: Word & { readonly how: 'sent-back' | 'declined'; readonly code: string },
  hands: Hands,
): Promise<void> {
  await deed({ ...word, name: word.how }, hands, async () => {
    const approver = await approverOf(word, hands)
    refuseBegun(approver)
    const { request, role } = approver
    if (!Code.safeParse(word.code).success) throw new Refusal('reason-missing')
    const { by, how: kind, digest, code } = word
    await note(request, [{ by, role, kind, digest, code }], hands)
  })
}

/** An approver opened the plan: what he has seen is part of the record. */
export async function view(word: Word, hands: Hands): Promise<void> {
  await deed({ ...word, name: 'view' }, hands, async () => {
    const request = await load(word.id, hands)
    if (request.closed) throw new Refusal('closed')
    if (request.plans.every(({ digest }) => digest !== word.digest)) {
      throw new Refusal('digest-outdated')
    }
    const [role] = await rolesNow(word.by, await policyInForce(hands), hands)
    if (!role) throw new Refusal('role-missing')
    await note(request, [{ by: word.by, role, kind: 'viewed', digest: word.digest }], hands)
  })
}

/**
 * Why a member's word on this plan would not count now, and why he could not turn it back: nothing,
 * where he may. Nothing is journalled; the deeds themselves ask again.
 */
export async function wordCounts(
  word: Word,
  hands: Hands,
): Promise<{ readonly yes?: Refusal; readonly no?: Refusal }> {
  const yes = await refusalOf(async () => await voterOn(word, hands))
  const no = await refusalOf(async () => refuseBegun(await approverOf(word, hands)))
  return { ...(yes ? { yes } : {}), ...(no ? { no } : {}) }
}

async function refusalOf(attempt: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await attempt()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** A plan that has begun and lost its quorum may have nobody left who could give it one. */
function refuseBegun({ request, plan }: Approver): void {
  if ((plan.begun && plan.agreed) || request.open) throw new Refusal('already-begun')
}

/** Who may vote on this plan now: an approver, on a plan that is still waiting for its quorum. */
async function voterOn(word: Word, hands: Hands): Promise<Approver> {
  const approver = await approverOf(word, hands)
  if (approver.plan.agreed) throw new Refusal('not-waiting')
  const now = msOf(hands.now())
  const standing = approver.plan.approvals.filter(({ until }) => msOf(until) > now)
  if (standing.some(({ by }) => samePerson(by, word.by))) {
    throw new Refusal('already-approved')
  }
  return approver
}

async function approverOf(word: Word, hands: Hands): Promise<Approver> {
  const request = await load(word.id, hands)
  if (request.closed) throw new Refusal('closed')
  const policy = await policyInForce(hands)
  const roles = await rolesNow(word.by, policy, hands)
  if (samePerson(word.by, request.opener)) throw new Refusal('own-request')
  if (policy.exclusions.includes(word.by.user)) throw new Refusal('excluded')
  const { plan } = request
  if (plan?.digest !== word.digest) throw new Refusal('digest-outdated')
  const asked = quorumFor(policy, request.right, plan.severities).map(({ role }) => role)
  const role = asked.find((name) => roles.includes(name))
  if (!role) throw new Refusal('role-missing', [...new Set(asked)].join(', '))
  return { request, plan, policy, roles, role }
}

const yes = (
  word: Word,
  { request, plan, policy, role, roles }: Approver,
  hands: Hands,
): Draft => ({
  by: word.by,
  role,
  kind: 'approved',
  digest: word.digest,
  policy: policy.digest,
  roles: [...roles],
  quorum: quorumFor(policy, request.right, plan.severities).map(({ role: asked, of }) => ({
    role: asked,
    of,
  })),
  until: later(hands.now(), policy.approvalLastsHours * 3_600_000),
})

function refuseCount(right = 0, typed: number): void {
  if (typed !== right) throw new Refusal('count-wrong')
}

const isOneOfMany = ({ kind, person }: Operation): boolean =>
  kind === 'answer.send' && person !== undefined
