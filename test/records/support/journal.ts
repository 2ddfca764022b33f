import type { Entry, EntryOf, Outcome } from '../../../src/records/entry.ts'
import { fold } from '../../../src/records/fold.ts'
import type { Request } from '../../../src/records/request.ts'
import { approver, entry, newId, opened, opener } from './entries.ts'

export const id = newId()
export const first = 'd'.repeat(64)
export const second = 'e'.repeat(64)
export const policy = 'a'.repeat(64)
export const at = (ref: string) => ({ ref, mac: 'c'.repeat(64) })
export const bot = 'bot' as const

export const found = (look: 'people' | 'traces', round = 1) =>
  entry({
    kind: 'found',
    by: bot,
    look,
    round,
    counts: { n: 2 },
    finds: at(`${look}-${round}#all`),
  })
export const decided = (look: 'people' | 'traces', { round = 1, again = false } = {}) =>
  entry({ kind: 'decided', by: opener, look, round, counts: {}, on: at(`on-${round}#all`), again })
/** Two phases: operations 1 to 3 on tickets, 4 and 5 on the user. */
export const planned = (digest = first) =>
  entry({
    kind: 'planned',
    by: bot,
    digest,
    operations: 5,
    phases: [
      ['tickets', 3],
      ['user', 2],
    ],
    severities: ['irreversible'],
    counts: {},
  })
export const approved = (digest = first, by = approver) =>
  entry({
    kind: 'approved',
    by,
    digest,
    policy,
    roles: ['privacy'],
    until: '2026-11-26T09:00:00.000Z',
  })
export const agreed = (digest = first) =>
  entry({ kind: 'agreed', by: bot, digest, policy, approvals: [newId()] })
export const intended = (operations: number[], attempt = 1, call = newId()) =>
  entry({
    kind: 'intended',
    by: bot,
    call,
    digest: first,
    operations,
    approvals: [],
    policy,
    attempt,
  })
export const settled = (
  outcomes: [number, Outcome][],
  { code, call = newId() }: { code?: string; call?: string } = {},
) =>
  entry({
    kind: 'settled',
    by: bot,
    call,
    digest: first,
    outcomes,
    how: 'answer',
    ...(code ? { code } : {}),
  })
export const coded = (kind: 'stopped' | 'halted', code: string) => entry({ kind, by: opener, code })
export const slept = (code: string, until: string) => entry({ kind: 'slept', by: bot, code, until })
export const woke = (code: string) => entry({ kind: 'woke', by: bot, code, policy })

export const posted = (ts: string) =>
  entry({ kind: 'posted', by: bot, what: 'card', channel: 'C0REQUESTS', ts })

export const toPlan = [
  found('people'),
  decided('people'),
  found('traces'),
  decided('traces'),
  planned(),
] as const

/** A request after these entries. */
export function after(...entries: readonly Entry[]): Request {
  const request = fold(id, [opened(), ...entries])
  if (!request) throw new Error('nothing was opened')
  return request
}

export const planAfter = (...entries: readonly Entry[]) => after(...toPlan, ...entries).plan

/** An entry of every kind there is. */
export const oneOfEach: { readonly [K in Entry['kind']]: EntryOf<K> } = {
  opened: opened(),
  found: found('traces', 2),
  decided: decided('traces'),
  planned: planned(second),
  collected: entry({ kind: 'collected', by: bot, decided: newId(), counts: {} }),
  built: entry({ kind: 'built', by: bot, digest: first, counts: {}, on: at('built#all') }),
  linked: entry({
    kind: 'linked',
    by: bot,
    link: newId(),
    purpose: 'person',
    hash: first,
    until: '2026-11-30T09:00:00.000Z',
    downloads: 3,
    passphrase: true,
    digest: first,
  }),
  visited: entry({ kind: 'visited', by: bot, link: newId(), code: 'seen' }),
  extended: entry({
    kind: 'extended',
    by: opener,
    link: newId(),
    until: '2026-12-07T09:00:00.000Z',
  }),
  unlinked: entry({ kind: 'unlinked', by: opener, link: newId(), code: 'revoked' }),
  viewed: entry({ kind: 'viewed', by: approver, digest: first }),
  approved: approved(),
  'sent-back': entry({ kind: 'sent-back', by: approver, digest: first, code: 'remark' }),
  declined: entry({ kind: 'declined', by: approver, digest: first, code: 'remark' }),
  agreed: agreed(),
  lapsed: entry({ kind: 'lapsed', by: bot, digest: first, policy, code: 'expired' }),
  revoked: entry({ kind: 'revoked', by: bot, approval: newId(), code: 'role-lost' }),
  slept: slept('pause', '2026-11-23T10:00:00.000Z'),
  woke: woke('pause'),
  intended: intended([1]),
  submitted: entry({ kind: 'submitted', by: bot, call: newId(), job: at('call#all') }),
  settled: settled([[1, 'done']]),
  'handed-over': entry({ kind: 'handed-over', by: opener, digest: first }),
  proved: entry({ kind: 'proved', by: bot, code: 'complete', counts: {}, on: at('p#all') }),
  closed: entry({ kind: 'closed', by: bot, code: 'done', counts: {} }),
  stopped: entry({ kind: 'stopped', by: opener, code: 'stopped' }),
  halted: entry({ kind: 'halted', by: bot, code: 'job-stuck' }),
  continued: entry({ kind: 'continued', by: opener }),
  restored: entry({ kind: 'restored', by: opener, code: 'done', counts: {} }),
  'turned-away': entry({ kind: 'turned-away', by: opener, deed: 'approve', code: 'own-request' }),
  posted: posted('1763888400.000100'),
  paused: entry({ kind: 'paused', by: opener, role: 'lead' }),
  resumed: entry({ kind: 'resumed', by: opener, role: 'lead' }),
  sealed: entry({ kind: 'sealed', by: bot }),
  'looked-again': entry({ kind: 'looked-again', by: bot, code: 'gone', days: 7, counts: {} }),
  started: entry({ kind: 'started', by: bot, epoch: 1 }),
  ruled: entry({ kind: 'ruled', by: bot, policy }),
  'tail-cut': entry({ kind: 'tail-cut', by: bot, bytes: 3, sha: policy }),
}
