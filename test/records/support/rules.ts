import { Severity } from '../../../src/records/plan.ts'
import { parsePolicy } from '../../../src/records/policy.ts'

/** One rule of a quorum. */
export const rule = (severity: string, role = 'privacy', of = 1, right = 'any') => ({
  right,
  severity,
  role,
  of,
})

/** As little as a policy file may hold. */
export const base = {
  version: 1,
  country: 'FR',
  roles: {
    lead: { members: ['U0LEAD', 'U0BOTH'] },
    privacy: { members: ['U0BOTH', 'U0ONE', 'U0TWO'], groups: ['S0PRIVACY'] },
    legal: { members: ['U0LEGAL', 'U0TWO'] },
  },
  deeds: { open: ['lead'], decide: ['lead'], stop: ['lead', 'privacy'] },
  quorum: Severity.options.map((severity) => rule(severity)),
}

/** A policy read from its file, with some of it otherwise. */
export const policyWith = (change: Readonly<Record<string, unknown>> = {}) =>
  parsePolicy(JSON.stringify({ ...base, ...change }))
