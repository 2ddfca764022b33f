import { expect, test } from 'vitest'
import { decidedTicket } from '../../src/flows/choices.ts'
import { Refusal } from '../../src/flows/index.ts'
import type { Choice, FileFind, TicketFind, TraceIndex } from '../../src/records/finds.ts'

const file: FileFind = {
  id: 7,
  comment: 70,
  name: 'photo.png',
  type: 'image/png',
  size: 10,
  inline: false,
  url: 'https://example.com/files/7',
  malware: false,
}
const find: TicketFind = {
  id: 1,
  subject: 'Colis',
  status: 'closed',
  requesterId: 3,
  requesterName: 'Somebody',
  namesake: false,
  channel: 'email',
  relation: 'other',
  via: ['search-name'],
  round: 1,
  people: [],
  evidence: [],
  held: false,
  unread: false,
  comments: 1,
  files: 2,
  recordings: 1,
  attachments: [file, { ...file, id: 8, malware: true }],
  calls: [{ id: 'CA1', comment: 71 }],
  passages: [
    {
      key: 'c70-0',
      where: 'comment',
      comment: 70,
      kind: 'name',
      strength: 'weak',
      doubtful: false,
      before: '',
      hit: 'Inès',
      after: '',
      spans: [{ start: 0, end: 4 }],
    },
  ],
  fields: {},
  bodies: { '70': 'Inès' },
  proposal: { action: 'ask', code: 'weak-passages' },
}
const by = 'U0LEAD'

const decide = (choice: Choice, agentWorkspace = true) => {
  const index = { agentWorkspace } as TraceIndex
  return decidedTicket(find, index, { tickets: { 1: choice } })
}

function refusal(choice: Choice, agentWorkspace = true): string {
  try {
    decide(choice, agentWorkspace)
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.detail}`.trim()
    throw error
  }
  return 'nothing'
}

test('a file to be blacked out makes a redaction of a ticket that was to stay', () => {
  const files = { '7': { verdict: 'redact', by } } as const
  const decision = decide({ action: 'keep', code: 'somebody-else', files })

  expect(decision.action).toBe('redact')
  expect(decision.passages).toEqual([])
  expect(decision.files).toEqual(files)
})

test('a file that holds nothing leaves a ticket as it is, and its word is kept', () => {
  const files = { '7': { verdict: 'nothing-there', by } } as const
  const decision = decide({ action: 'keep', code: 'somebody-else', files })

  expect([decision.action, decision.files]).toEqual(['keep', files])
})

test('the recording of a call is blacked out by its own word', () => {
  const files = { CA1: { verdict: 'redact', by } } as const
  expect(decide({ action: 'redact', passages: [], files }).files).toEqual(files)
})

test('a word on a file that is not among those found is refused', () => {
  const files = { '9': { verdict: 'redact', by } } as const
  expect(refusal({ action: 'keep', code: 'somebody-else', files })).toBe('unknown-item 1')
})

test('nobody can have opened a file with malware and seen nothing in it; it may go unopened', () => {
  const keep = { action: 'keep', code: 'somebody-else' } as const
  const harmless = { '8': { verdict: 'nothing-there', by } } as const
  const gone = { '8': { verdict: 'redact', by } } as const

  expect(refusal({ ...keep, files: harmless })).toBe('action-impossible malware')
  expect(decide({ ...keep, files: gone }).action).toBe('redact')
})

test('no file of a closed ticket goes on an account without Agent Workspace, but a recording does', () => {
  const keep = { action: 'keep', code: 'somebody-else' } as const
  const photo = { '7': { verdict: 'redact', by } } as const
  const call = { CA1: { verdict: 'redact', by } } as const

  expect(refusal({ ...keep, files: photo }, false)).toBe('action-impossible closed-ticket')
  expect(decide({ ...keep, files: call }, false).action).toBe('redact')
})

test('“black out” without a passage and without a file is not a decision', () => {
  expect(refusal({ action: 'redact', passages: [] })).toBe('still-undecided 1')
})

test('an erasure hands no file out and holds none back', () => {
  for (const verdict of ['give', 'hold-back'] as const) {
    const choice: Choice = {
      action: 'redact',
      passages: ['c70-0'],
      files: { 7: { verdict, by } },
    }
    expect(() => decide(choice)).toThrow(expect.objectContaining({ detail: 'another-right' }))
  }
})

test('an erasure gives, excerpts and withholds nothing', () => {
  for (const action of ['give', 'excerpt', 'withhold'] as const) {
    expect(() => decide({ action, code: 'others-rights' })).toThrow(
      expect.objectContaining({ detail: 'another-right' }),
    )
  }
})

const deciding = (choice: Choice, of: Partial<TicketFind> = {}) => {
  const index = { agentWorkspace: true, right: 'access' } as TraceIndex
  return decidedTicket({ ...find, ...of }, index, { tickets: { 1: choice } })
}

test('an export deletes, redacts and keeps nothing, and takes no file out', () => {
  for (const action of ['delete', 'redact', 'keep'] as const) {
    expect(() => deciding({ action, code: 'others-rights' })).toThrow(
      expect.objectContaining({ detail: 'another-right' }),
    )
  }
  const choice: Choice = { action: 'excerpt', files: { 7: { verdict: 'redact', by } } }
  expect(() => deciding(choice)).toThrow(expect.objectContaining({ detail: 'another-right' }))
})

test('somebody else’s ticket is never given whole, only its passages', () => {
  expect(() => deciding({ action: 'give' })).toThrow(Refusal)
  expect(deciding({ action: 'give' }, { relation: 'own' }).action).toBe('give')
  expect(deciding({ action: 'excerpt' }).action).toBe('excerpt')
})
