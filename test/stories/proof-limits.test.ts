import { expect, test } from 'vitest'
import { cases, pictureTickets } from '../../sandbox/zendesk/sample/case-people.ts'
import { approveLess, planShown, tracesFound } from '../../src/flows/index.ts'
import { asApproved } from '../../src/flows/prove/left-out.ts'
import { lead } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { told } from './support/journal.ts'
import { approved, confirmed, decided, finished, opened, planned, wordOf } from './support/way.ts'

test('where Zendesk does not let us read the mails it holds back, the proof goes on and says so', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  const fault = { kind: 'error-before', method: 'GET', path: '/suspended_tickets' } as const
  d.account.fault({ ...fault, status: 403, times: 9 })

  expect(await d.go(id)).toEqual({ on: 'nothing' })

  const { proved } = await d.request(id)
  expect(proved).toMatchObject({ code: 'proved', counts: { mails: 0, 'mails-refused': 1 } })
  expect(await told(d, id)).toContain('closed done')
})

test('where they can be read, nothing is said of it', async () => {
  const d = await desk()
  const id = await planned(d)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect((await d.request(id)).proved?.counts).not.toHaveProperty('mails-refused')
})

test('a file that an approver leaves out stays, and what is written beside it still has to be gone', async () => {
  const d = await desk({ policy: { ownTickets: 'redact' }, account: { agentWorkspace: false } })
  const id = await opened(d, cases.pictured.email)
  await confirmed(d, id, cases.pictured.id)
  const { tickets } = await tracesFound(id, d.hands)
  const find = tickets.find((one) => one.id === pictureTickets.open)
  const [file] = find?.attachments ?? []
  if (!find || !file) throw new Error('no picture')
  const beside = { ...find.passages[0], key: 'beside', comment: file.comment } as const
  const files = { [String(file.id)]: { verdict: 'redact', by: lead.user } } as const
  const passages = find.passages.map(({ key }) => key)
  await decided(d, id, {
    tickets: {
      [pictureTickets.open]: { action: 'redact', passages, files },
      [pictureTickets.closed]: { action: 'keep', code: 'cannot-be-redacted' },
    },
  })
  const word = await wordOf(d, id)
  const { items } = await planShown(id, d.hands)
  const one = items.find(({ operation: { kind } }) => kind === 'attachment.redact')
  if (!one) throw new Error('the file does not go')
  await approveLess({ ...word, without: [one.n] }, d.hands)
  const { plan } = await planShown(id, d.hands)
  expect(plan.kept.map(({ code }) => code)).toContain('left-out-by-approver')

  const said = {
    find: { ...find, passages: [...find.passages, beside as (typeof find.passages)[number]] },
    action: 'redact' as const,
    code: 'own-ticket',
    passages: [...passages, 'beside'],
    files,
    unclosed: 'close' as const,
  }
  const left = asApproved({ tickets: [said], suspended: [] }, [one.address])
  expect(left.tickets[0]).toMatchObject({ passages: [...passages, 'beside'], files: {} })
  const whole = asApproved({ tickets: [said], suspended: [] }, [
    { ticket: find.id, comment: file.comment },
  ])
  expect(whole.tickets[0]?.passages).not.toContain('beside')
})
