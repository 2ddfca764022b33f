import {
  flows,
  mayDo,
  type PlanRead,
  Refusal,
  type RefusalCode,
  readPlan,
  turnOf,
  wordCounts,
} from '../../flows/index.ts'
import { quorumFor } from '../../records/policy.ts'
import type { Member } from '../../records/primitives.ts'
import type { Approval, PlanState, Request } from '../../records/request.ts'
import type { Planless, PlanModel, Voice } from '../../views/plan/model.ts'
import { haltWords, refusalWords, type Words } from '../../words/index.ts'
import type { Office, Visited } from '../deed.ts'
import { groupsOf } from './units.ts'

/** A request as an approver finds it: with the plan in force, or with why there is none. */
export type Shown =
  | { readonly request: Request; readonly plan: PlanModel }
  | { readonly request: Request; readonly planless: Planless }

/** Reads the request that the visit is about, for this member's eyes. */
export async function shownTo(visited: Visited, office: Office): Promise<Shown> {
  const { bound, by } = visited
  if (!bound?.request) throw new Refusal('unknown-request')
  const { request, read } = await readPlan(bound.request, office.hands)
  if (!read || !request.plan) return { request, planless: planlessOf(request, by) }
  const { hands } = office
  const policy = await hands.policy()
  const word = { id: request.id, by, digest: read.digest }
  const [counts, hold] = await Promise.all([wordCounts(word, hands), mayStop(by, office)])
  const cannot = cannotOf(request.plan, counts.yes, visited.sight.words)
  const approvals = standing(request.plan, hands.now())
  return {
    request,
    plan: {
      ...factsOf(request, read, by),
      groups: groupsOf(read),
      voices: voicesOf(quorumFor(policy, request.right, request.plan.severities), approvals),
      lastsHours: policy.approvalLastsHours,
      ...untilOf(request.plan, approvals),
      ...lapseOf(request.plan, visited.sight.words),
      ...(request.halted ? { halted: haltWords(visited.sight.words, request.halted.code) } : {}),
      ...(cannot === undefined ? {} : { cannot }),
      may: { ...mayDoOn(request.plan, counts), hold: hold && !request.halted },
    },
  }
}

const aboutOf = ({ id, number, name }: Request, { user }: Member) => ({ id, number, name, user })

function factsOf(request: Request, read: PlanRead, by: Member) {
  const people = read.users.map(({ name, email, phone, identities }) => ({
    name,
    email,
    phone,
    identities: identities.length,
  }))
  return {
    ...aboutOf(request, by),
    digest: read.digest,
    right: request.right,
    ground: read.plan.ground,
    due: request.due,
    opener: request.opener.user,
    people,
    terms: read.terms.map(({ kind, value }) => ({ kind, value })),
    toGo: request.plan?.counts['tickets-go'] ?? 0,
    redactions: request.plan?.counts['redactions'] ?? 0,
    rules: read.rules,
    staff: staffIn(read),
    rehearsal: request.rehearsal,
    language: read.answer.language,
    byHand: read.answer.how === 'by-hand',
  }
}

/** Staff among the users who are deleted. */
function staffIn({ items, users }: PlanRead): number {
  const going = new Set(
    items.flatMap(({ address, operation: { kind } }) =>
      kind === 'user.delete' ? [address.user] : [],
    ),
  )
  return users.filter(({ id, role }) => role !== 'end-user' && going.has(id)).length
}

const mayDoOn = ({ begun }: PlanState, { yes, no }: Awaited<ReturnType<typeof wordCounts>>) => ({
  less: !yes && !begun,
  turnBack: !no,
})

async function mayStop(by: Member, { hands }: Office): Promise<boolean> {
  try {
    await mayDo(by, 'stop', hands)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** What has been agreed to is not the reader's lack of a role. */
function cannotOf(plan: PlanState, no: Refusal | undefined, words: Words): string | undefined {
  if (!no) return undefined
  if (plan.agreed) return plan.begun ? words.plan.no.begun : words.plan.no.agreed
  return `${words.plan.no.reader} ${refusalWords(words, no.code satisfies RefusalCode, no.detail)}`
}

function lapseOf({ lapsed, agreed }: PlanState, { desk }: Words): { lapsed?: string } {
  if (lapsed === undefined || agreed) return {}
  return { lapsed: Object.entries(desk.lapse).find(([code]) => code === lapsed)?.[1] ?? lapsed }
}

/** The approvals that have not expired. */
export const standing = ({ approvals, agreed }: PlanState, now: string): Approval[] =>
  approvals.filter(({ until }) => agreed !== undefined || Date.parse(until) > Date.parse(now))

/** Each role once, by the most that a rule asks of it. */
export function voicesOf(
  rules: readonly { readonly role: string; readonly of: number }[],
  approvals: readonly Approval[],
): Voice[] {
  return [...new Set(rules.map(({ role }) => role))].map((role) => ({
    role,
    of: Math.max(...rules.filter((rule) => rule.role === role).map(({ of }) => of)),
    said: [
      ...new Set(approvals.filter(({ roles }) => roles.includes(role)).map(({ by }) => by.user)),
    ],
  }))
}

function untilOf({ agreed }: PlanState, approvals: readonly Approval[]): { until?: string } {
  const [first] = approvals.map(({ until }) => until).toSorted()
  return first === undefined || agreed ? {} : { until: first }
}

function planlessOf(request: Request, by: Member): Planless {
  const { returned } = request
  const { kind, step } = turnOf(request, flows)
  return {
    ...aboutOf(request, by),
    over: request.closed !== undefined,
    ...(returned && returned.by !== 'bot'
      ? { returned: { by: returned.by.user, code: returned.code, declined: returned.declined } }
      : {}),
    ...(kind === 'human' && step ? { step } : {}),
  }
}
