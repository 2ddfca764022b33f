import type { Standing } from '../../../src/flows/index.ts'
import { type Policy, parsePolicy } from '../../../src/records/policy.ts'
import type { Member } from '../../../src/records/primitives.ts'
import type { ScenarioName } from '../schedule.ts'

const member = (user: string): Member => ({ user, team: 'T0DESK' })

/** The lead opens the request. He is a privacy officer, too: his own approval would be at hand. */
export const lead = member('U0LEAD')
export const officers: readonly Member[] = Array.from({ length: 9 }, (_, i) =>
  member(`U0PRIV${i + 1}`),
)

const policies = new Map<string, Policy>()

/** The organisation's policy in this scenario, asking for so many approvals. */
function policyOf(scenario: ScenarioName, quorum: number): Policy {
  const key = `${scenario} ${quorum}`
  const known = policies.get(key)
  if (known) return known
  const severities = ['reversible', 'irreversible', 'others-ticket', 'staff', 'many-people']
  const policy = parsePolicy(
    JSON.stringify({
      version: 1,
      roles: {
        lead: { members: [lead.user] },
        privacy: { members: [], groups: ['S0PRIVACY'] },
      },
      deeds: { open: ['lead'], decide: ['lead'], stop: ['lead', 'privacy'] },
      quorum: severities.map((severity) => ({
        right: 'any',
        severity,
        role: 'privacy',
        of: quorum,
      })),
      approvalLastsHours: 72,
      ownTickets: scenario === 'classic' ? 'redact' : 'delete',
      country: 'PL',
    }),
  )
  policies.set(key, policy)
  return policy
}

/** Who may do what at one moment. */
export type Moment = {
  readonly policy: Policy | undefined
  readonly directory: 'up' | 'down'
  /** Users who are no privacy officers (any more), or gone. */
  readonly out: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
}

/** The policy and the directory, as they change under the request's feet. */
export class Authority {
  readonly #scenario: ScenarioName
  #quorum = 1
  #readable = true
  #up = true
  #paused = false
  /** After how many entries it was asked last whether the desk is paused, and what was said. */
  asked: { after: number; paused: boolean } | undefined
  #out: ReadonlySet<string> = new Set()
  #gone: ReadonlySet<string> = new Set()
  /** Every moment since the engine last wrote anything but an intent. */
  moments: Moment[]

  constructor(scenario: ScenarioName) {
    this.#scenario = scenario
    this.moments = [this.now]
  }

  get now(): Moment {
    return {
      policy: this.#readable ? policyOf(this.#scenario, this.#quorum) : undefined,
      directory: this.#up ? 'up' : 'down',
      out: this.#out,
      gone: this.#gone,
    }
  }

  /** What happened before counts no more. */
  turnPage(): void {
    this.moments = [this.now]
  }

  set(change: {
    quorum?: number
    readable?: boolean
    up?: boolean
    paused?: boolean
    out?: string
    gone?: string
  }): void {
    this.#quorum = change.quorum ?? this.#quorum
    this.#readable = change.readable ?? this.#readable
    this.#up = change.up ?? this.#up
    this.#paused = change.paused ?? this.#paused
    if (change.out) this.#out = new Set([...this.#out, change.out])
    if (change.gone) this.#gone = new Set([...this.#gone, change.gone])
    this.moments.push(this.now)
  }

  /** Whether the desk is paused, asked when so many entries were on disk. */
  paused(after: number): boolean {
    this.asked = { after, paused: this.#paused }
    return this.#paused
  }

  policy(): Policy {
    const { policy } = this.now
    if (!policy) throw new Error('the policy cannot be read')
    return policy
  }

  standing({ user }: Member): Standing {
    if (!this.#up) throw new Error('the directory does not answer')
    const groups = this.#out.has(user) ? [] : ['S0PRIVACY']
    return { active: !this.#gone.has(user), guest: false, bot: false, groups }
  }
}

/** Whether this member is a privacy officer at that moment, by the directory itself. */
export const isOfficer = (moment: Moment, { user }: Member): boolean =>
  moment.directory === 'up' && !moment.out.has(user) && !moment.gone.has(user)
