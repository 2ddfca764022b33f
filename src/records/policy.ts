import { z } from 'zod'
import { hashOf } from './canonical.ts'
import { Channels } from './channels.ts'
import { TermKind } from './finds.ts'
import { Severity } from './plan.ts'
import { Links, Organisation } from './policy-exports.ts'
import { Code, type Member, Right, type Sha, samePerson } from './primitives.ts'
import { PurposeRegister } from './register.ts'

const MemberId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/, 'not a Slack user id (U…)')
const GroupId = z.string().regex(/^S[A-Z0-9]{2,20}$/, 'not a Slack user group id (S…)')
const RoleName = Code.describe('A role, by a name of your own: lead, privacy-officer')
const roles = (about: string) => z.array(RoleName).min(1).describe(about)

const Rule = z.strictObject({
  right: z.union([Right, z.literal('any')]).describe('The right that the rule is for'),
  severity: Severity.describe('What in the plan asks for this quorum'),
  role: RoleName.describe('Who may give the approval'),
  of: z.int().min(1).max(9).describe('How many different members'),
})

const PolicyShape = z.strictObject({
  version: z.literal(1),
  roles: z
    .record(
      RoleName,
      z.strictObject({ members: z.array(MemberId), groups: z.array(GroupId).default([]) }),
    )
    .describe('Who has which role: Slack members and Slack user groups'),
  deeds: z
    .strictObject({
      open: roles('Who may open a request'),
      decide: roles('Who confirms the matches and decides what happens to them'),
      stop: roles('Who may stop a running request, and let it go on'),
    })
    .describe('What a role may do besides approving'),
  quorum: z.array(Rule).min(1).describe('Every rule whose severity a plan has must be met'),
  exclusions: z.array(MemberId).default([]).describe('Members whose approval never counts'),
  manyPeople: z.int().min(2).default(10).describe('From how many people on a plan is many-people'),
  approvalLastsHours: z.number().positive().max(720).default(72),
  pauseSeconds: z
    .number()
    .nonnegative()
    .default(900)
    .describe('The pause before the first irreversible write, in which Stop still saves all'),
  answerLeavesSeconds: z
    .number()
    .nonnegative()
    .default(300)
    .describe('How long the answer is given to leave before its ticket is deleted'),
  statusesGiveUpDays: z
    .number()
    .positive()
    .default(30)
    .describe("How long the proof waits for Zendesk's products to report the deletion complete"),
  stubDays: z.number().nonnegative().default(365).describe('How long the stub outlives the seal'),
  ownTickets: z.enum(['delete', 'redact']).default('delete'),
  holdTags: z.array(z.string().min(1)).default(['legal_hold']),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'not an ISO 3166 country code')
    .describe('Where a phone number without a country code is from'),
  tag: z
    .string()
    .regex(/^[^\s,]+$/, 'not one tag')
    .optional()
    .describe(
      'A tag set on a ticket before anything else is changed in it, for rules to leave it out',
    ),
  personalData: z
    .strictObject({
      strong: z.array(TermKind).default(['email', 'phone', 'handle', 'external-id', 'user-id']),
      weak: z.array(TermKind).default(['name', 'other']),
    })
    .prefault({})
    .describe(
      'What counts as personal data: decided by class (strong), or passage by passage (weak)',
    ),
  lookAgainDays: z
    .array(z.int().positive())
    .default([7, 30])
    .describe('How many days after the end it is looked whether the person has come back'),
  links: Links.prefault({}),
  register: PurposeRegister.default({}).describe(
    'Purpose register: what a person is told of each category of data (GDPR article 15(1) and (2))',
  ),
  organisation: Organisation.optional(),
  regime: z
    .enum(['gdpr', 'uk-gdpr', 'ccpa'])
    .default('gdpr')
    .describe('By which law requests are answered'),
  humansShare: z.number().min(0).max(0.9).default(0.2).describe("The people's share of the API"),
  channels: Channels.optional().describe('Where the desk speaks in Slack: the bot needs it'),
  language: z.enum(['en', 'fr']).default('en').describe('What is written in channels'),
})

/** The organisation's word on who decides what. Its file is `policy.json`. */
export type Policy = Readonly<z.infer<typeof PolicyShape>> & { readonly digest: Sha }

/** JSON Schema of the policy file, for editors and for `npm run policy -- --schema`. */
export const policySchema = (): unknown => z.toJSONSchema(PolicyShape, { io: 'input' })

/** The policy file is missing something, or says something that cannot hold. One line a fault. */
export class BadPolicy extends Error {
  override readonly name = 'BadPolicy'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The policy cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

/** Reads a policy from its file's text. Throws `BadPolicy` naming every fault. */
export function parsePolicy(text: string): Policy {
  const parsed = PolicyShape.safeParse(jsonOf(text))
  if (!parsed.success) {
    throw new BadPolicy(
      parsed.error.issues.map(({ path, message }) => {
        const missing = message.endsWith('received undefined')
        return `${path.join('.') || 'file'}: ${missing ? 'it is missing' : message}`
      }),
    )
  }
  const faults = strangers(parsed.data)
  if (faults.length > 0) throw new BadPolicy(faults)
  return { ...parsed.data, digest: hashOf(parsed.data) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadPolicy(['file: it is not JSON; `npm run policy -- --schema` prints what it holds'])
  }
}

function strangers(policy: z.infer<typeof PolicyShape>): string[] {
  const named = [
    ...Object.entries(policy.deeds).flatMap(([deed, names]) =>
      names.map((role) => ({ role, where: `deeds.${deed}` })),
    ),
    ...policy.quorum.map(({ role }, i) => ({ role, where: `quorum.${i}.role` })),
  ]
  return named
    .filter(({ role }) => !Object.hasOwn(policy.roles, role))
    .map(({ role, where }) => `${where}: there is no role called ${role}`)
}

/** What a plan of this right and these severities needs: every one of them must be met. */
export const quorumFor = (
  policy: Policy,
  right: Right,
  severities: readonly Severity[],
): { role: string; of: number }[] =>
  policy.quorum.filter(
    (rule) => (rule.right === 'any' || rule.right === right) && severities.includes(rule.severity),
  )

/** The roles that a member has by the policy, given the Slack user groups he is in. */
export const rolesOf = (policy: Policy, user: string, groups: readonly string[]): string[] =>
  Object.entries(policy.roles)
    .filter(([, who]) => who.members.includes(user) || who.groups.some((g) => groups.includes(g)))
    .map(([role]) => role)

/** Somebody who approved, with the roles to count him under. */
export type Voter = { readonly by: Member; readonly roles: readonly string[] }

/** So many different members of a role. */
export type Requirement = { readonly role: string; readonly of: number }

/** What the approvals of one plan are judged by. */
export type Judged = {
  readonly right: Right
  readonly severities: readonly Severity[]
  readonly opener: Member
}

/**
 * Whether these approvals are enough: each rule by as many different members of its role as it
 * asks for, none of them the opener or excluded. A severity without a rule is never met: fail closed.
 */
export function isMet(policy: Policy, plan: Judged, votes: readonly Voter[]): boolean {
  if (plan.severities.length === 0) return false
  return plan.severities.every((severity) => {
    const rules = quorumFor(policy, plan.right, [severity])
    return rules.length > 0 && haveSaid(rules, policy, plan, votes)
  })
}

/** Whether so many different members have approved, the opener and the excluded not counted. */
export function haveSaid(
  asked: readonly Requirement[],
  policy: Pick<Policy, 'exclusions'>,
  plan: Pick<Judged, 'opener'>,
  votes: readonly Voter[],
): boolean {
  const counted = distinct(votes).filter(
    ({ by }) => !samePerson(by, plan.opener) && !policy.exclusions.includes(by.user),
  )
  return asked.every(
    ({ role, of }) => counted.filter((vote) => vote.roles.includes(role)).length >= of,
  )
}

const distinct = (votes: readonly Voter[]): Voter[] =>
  votes.filter((vote, i) => votes.findIndex((other) => samePerson(other.by, vote.by)) === i)
