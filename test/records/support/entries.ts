import type { Draft, Entry, EntryOf } from '../../../src/records/entry.ts'
import type { Member } from '../../../src/records/primitives.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
let last = 0

/** A ULID of this test run: counted, so that a failure reads the same twice. */
export function newId(): string {
  last += 1
  let [text, rest] = ['', last]
  for (let i = 0; i < 10; i += 1) {
    text = letters[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return `01TEST${'0'.repeat(10)}${text}`
}

export const now = (): string => '2026-11-23T09:00:00.000Z'

export const opener: Member = { user: 'U0OPENER', team: 'T0DESK' }
export const approver: Member = { user: 'U0APPROVER', team: 'T0DESK' }

const digest = 'd'.repeat(64)
const policy = 'a'.repeat(64)
const commit = { ref: 'subject#all', mac: 'c'.repeat(64) }

/** An entry with an id and a time. */
export const entry = <K extends Entry['kind']>(
  draft: Draft<EntryOf<K>> & { kind: K },
): EntryOf<K> => Object.assign({ id: newId(), at: now() }, draft) as unknown as EntryOf<K>

export const opened = (number = 'R-2026-0042') =>
  entry({
    kind: 'opened',
    by: opener,
    right: 'erasure',
    number,
    name: 'amber heron',
    subject: commit,
    received: now(),
    rehearsal: false,
  })

/** Any small entry. */
export const halted = (code = 'stop') => entry({ kind: 'halted', by: opener, code })

export const planned = (operations = 2) =>
  entry({
    kind: 'planned',
    by: 'bot',
    digest,
    operations,
    phases: [['tickets', operations]],
    severities: ['irreversible'],
    counts: {},
  })

export const approved = (by: Member = approver, on = digest) =>
  entry({ kind: 'approved', by, digest: on, policy, roles: ['privacy'], until: now() })

export const agreed = (approvals: readonly string[]) =>
  entry({ kind: 'agreed', by: 'bot', digest, policy, approvals: [...approvals] })

export const intended = (approvals: readonly string[], operations: readonly number[] = [1]) =>
  entry({
    kind: 'intended',
    by: 'bot',
    call: newId(),
    digest,
    operations: [...operations],
    approvals: [...approvals],
    policy,
    attempt: 1,
  })

export const settled = (call: string, operations: readonly number[] = [1]) =>
  entry({
    kind: 'settled',
    by: 'bot',
    call,
    digest,
    outcomes: operations.map((n): [number, 'done'] => [n, 'done']),
    how: 'answer',
  })

export const sealed = () => entry({ kind: 'sealed', by: 'bot' })
