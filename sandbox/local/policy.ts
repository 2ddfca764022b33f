import { organisation, register } from './register.ts'

/** The local workspace's policy: like a real one, but for its short waits. */
export const policy = {
  version: 1,
  country: 'FR',
  roles: {
    'support-lead': { members: [], groups: ['S0LEADS'] },
    'privacy-officer': { members: [], groups: ['S0PRIVACY'] },
  },
  deeds: {
    open: ['support-lead'],
    decide: ['support-lead'],
    stop: ['support-lead', 'privacy-officer'],
  },
  quorum: [
    { right: 'any', severity: 'reversible', role: 'privacy-officer', of: 1 },
    { right: 'any', severity: 'irreversible', role: 'privacy-officer', of: 1 },
    { right: 'any', severity: 'others-ticket', role: 'privacy-officer', of: 2 },
    { right: 'any', severity: 'staff', role: 'privacy-officer', of: 2 },
    { right: 'any', severity: 'many-people', role: 'privacy-officer', of: 2 },
  ],
  channels: { requests: 'C0REQUESTS', audit: 'C0AUDIT' },
  pauseSeconds: 10,
  answerLeavesSeconds: 5,
  organisation,
  register,
} as const
