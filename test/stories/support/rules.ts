import { type Policy, parsePolicy } from '../../../src/records/policy.ts'
import { bot, both, foreigner, guest, lead, leaver, officer, second } from './cast.ts'

const officers = [officer, second, both, guest, bot, leaver, foreigner]

const rules = {
  version: 1,
  roles: {
    lead: { members: [lead.user, both.user] },
    privacy: { members: officers.map(({ user }) => user) },
  },
  deeds: { open: ['lead'], decide: ['lead'], stop: ['lead', 'privacy'] },
  quorum: [
    { right: 'any', severity: 'reversible', role: 'privacy', of: 1 },
    { right: 'any', severity: 'irreversible', role: 'privacy', of: 1 },
    { right: 'any', severity: 'others-ticket', role: 'privacy', of: 2 },
    { right: 'any', severity: 'many-people', role: 'privacy', of: 2 },
  ],
  approvalLastsHours: 72,
  pauseSeconds: 900,
  answerLeavesSeconds: 300,
  statusesGiveUpDays: 30,
  country: 'FR',
}

/** The quorum of one rule for everything, so many officers. */
export const quorumOf = (of: number) => ({
  quorum: ['reversible', 'irreversible', 'others-ticket', 'many-people'].map((severity) => ({
    right: 'any',
    severity,
    role: 'privacy',
    of,
  })),
})

/** The shop's policy, read as from its file, with some of it otherwise. */
export const policyWith = (change: Readonly<Record<string, unknown>> = {}): Policy =>
  parsePolicy(JSON.stringify({ ...rules, ...change }))
