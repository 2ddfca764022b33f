import { expect, test } from 'vitest'
import {
  callTickets,
  cases,
  chatTickets,
  pictureTickets,
  quietTag,
} from '../../sandbox/zendesk/sample/case-people.ts'
import {
  type Choices,
  goOn,
  handOver,
  planShown,
  restorable,
  restoreTickets,
  resultsByPerson,
  stop,
  tracesFound,
} from '../../src/flows/index.ts'
import { ZendeskLimited } from '../../src/zendesk/index.ts'
import { agentDoes, effectsOf, writesOf } from './support/account.ts'
import { lead, officer, stranger } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, outcomesOf, refuses, told } from './support/journal.ts'
import { approved, confirmed, decided, opened, planned } from './support/way.ts'

const redacting = { ownTickets: 'redact' } as const
const kindsOf = async (d: Desk, id: string): Promise<string[]> =>
  (await planShown(id, d.hands)).items.map(({ operation }) => operation.kind)

/** Everything certain goes; of every file somebody has said that it goes. */
async function allFiles(d: Desk, id: string): Promise<Choices> {
  const { tickets } = await tracesFound(id, d.hands)
  const withFiles = tickets.filter(({ attachments }) => attachments.length > 0)
  return {
    tickets: Object.fromEntries(
      withFiles.map(({ id: ticket, attachments, passages }) => [
        ticket,
        {
          action: 'redact' as const,
          passages: passages.map(({ key }) => key),
          files: Object.fromEntries(
            attachments.map((file) => [file.id, { verdict: 'redact' as const, by: lead.user }]),
          ),
        },
      ]),
    ),
  }
}

/** Whether an address still gives what it gave. */
async function isGiven(d: Desk, url: string): Promise<boolean> {
  const { status, name } = await d.hands.zendesk.files.look(url)
  return status < 400 && name !== 'redacted.txt'
}

test('the recordings of her calls are deleted before the comments are blacked out, and the plan says what the comment keeps', async () => {
  const d = await desk({ policy: redacting })
  const id = await planned(d, { subject: cases.caller.email, user: cases.caller.id })
  const { plan } = await planShown(id, d.hands)
  const kinds = await kindsOf(d, id)
  expect(kinds.filter((kind) => kind === 'recording.delete')).toHaveLength(callTickets.length)
  expect(kinds.lastIndexOf('recording.delete')).toBeLessThan(kinds.indexOf('comment.redact'))
  expect(plan.kept.map(({ code }) => code)).toContain('voice-comment')

  await approved(d, id)
  await d.go(id)
  expect(writesOf(d).filter(({ path }) => path.endsWith('/recordings'))).toHaveLength(2)
  expect(await faultsOf(d)).toEqual([])
})

test('files that somebody has opened go with their comment, and their old addresses give nothing more', async () => {
  const d = await desk({ policy: redacting })
  const id = await opened(d, cases.pictured.email)
  await confirmed(d, id, cases.pictured.id)
  const { tickets } = await tracesFound(id, d.hands)
  const urls = tickets.flatMap(({ attachments }) => attachments.map(({ url }) => url))
  expect(urls).toHaveLength(3)
  await decided(d, id, await allFiles(d, id))
  const { plan } = await planShown(id, d.hands)
  expect(plan.kept.map(({ code }) => code)).not.toContain('files-not-opened')
  await approved(d, id)
  await d.go(id)
  for (const url of urls) expect(await isGiven(d, url)).toBe(false)
  expect(writesOf(d).filter(({ path }) => path.includes('/attachments/'))).toEqual([])
  expect(await outcomesOf(d, id)).not.toHaveProperty('rejected')
})

test('without Agent Workspace files go one by one, and not from closed tickets', async () => {
  const d = await desk({ policy: redacting, account: { agentWorkspace: false } })
  const id = await opened(d, cases.pictured.email)
  await confirmed(d, id, cases.pictured.id)
  const { tickets } = await tracesFound(id, d.hands)
  const open = tickets.find(({ id: ticket }) => ticket === pictureTickets.open)
  const [file] = open?.attachments ?? []
  const files = { [String(file?.id)]: { verdict: 'redact', by: lead.user } } as const
  const passages = (open?.passages ?? []).map(({ key }) => key)
  await decided(d, id, {
    tickets: {
      [pictureTickets.open]: { action: 'redact', passages, files },
      [pictureTickets.closed]: { action: 'keep', code: 'cannot-be-redacted' },
    },
  })
  expect(await kindsOf(d, id)).toContain('attachment.redact')
  await approved(d, id)
  await d.go(id)
  expect(writesOf(d).filter(({ path }) => path.includes('/attachments/'))).toHaveLength(1)
  expect(await isGiven(d, file?.url ?? '')).toBe(false)
})

test('messages of a chat that is over are blacked out one by one', async () => {
  const d = await desk({ policy: redacting })
  const id = await planned(d, { subject: cases.chatter.email, user: cases.chatter.id })
  const kinds = await kindsOf(d, id)
  expect(kinds).toContain('chat.redact')
  // Zendesk redacts no comment of such a ticket, and its refusal would bring all of it back.
  expect(kinds).not.toContain('comment.redact')
  await approved(d, id)
  await d.go(id)
  const said: string[] = []
  for await (const { messages } of d.hands.zendesk.chats.inTicket(chatTickets.ended)) {
    said.push(...messages.flatMap(({ text = [] }) => text))
  }
  expect(said.join(' ')).not.toContain(cases.chatter.email)
  // The third of them still goes on: that is said, and asked.
  const codes = (await d.journal(id)).map((entry) => ('code' in entry ? entry.code : undefined))
  expect(codes).toContain('chat-goes-on')
  expect(await faultsOf(d)).toEqual([])
})

test('the policy’s tag is set first on every ticket that is changed, a hundred a call, and is no drift', async () => {
  const d = await desk({ policy: { tag: quietTag } })
  const id = await planned(d)
  const kinds = await kindsOf(d, id)
  expect(kinds[0]).toBe('ticket.tag')
  await approved(d, id)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  const [first] = writesOf(d)
  expect(first?.path).toContain('/tickets/update_many')
  expect(await outcomesOf(d, id)).not.toHaveProperty('drifted')
  expect(await faultsOf(d)).toEqual([])
})

test('an open ticket that its people close themselves keeps the user until they have, and the request wakes then', async () => {
  const d = await desk({ policy: redacting })
  const id = await opened(d, cases.pictured.email)
  await confirmed(d, id, cases.pictured.id)
  const all = await allFiles(d, id)
  const open = all.tickets?.[pictureTickets.open]
  if (!open) throw new Error('the open ticket was not found')
  const tickets = { ...all.tickets, [pictureTickets.open]: { ...open, unclosed: 'wait' as const } }
  await decided(d, id, { tickets })
  const { plan } = await planShown(id, d.hands)
  expect(plan.kept.map(({ code }) => code)).toContain('waits-for-closing')
  expect(await kindsOf(d, id)).not.toContain('ticket.close')
  await approved(d, id)
  await d.go(id)
  await handOver({ id, by: lead }, d.hands)
  await d.go(id, 'tickets-close')
  expect((await d.request(id)).naps.get('tickets-close')).toMatchObject({ woke: false })
  expect(effectsOf(d).filter((effect) => effect.startsWith('user.'))).toEqual([])

  await agentDoes(d, 'PUT', `/tickets/${pictureTickets.open}`, { ticket: { status: 'closed' } })
  await d.go(id)
  expect(effectsOf(d)).toContain(`user.deleted ${cases.pictured.id}`)
  expect(await told(d, id)).toContain('woke tickets-close')
  expect(await faultsOf(d)).toEqual([])
})

test('a ticket that takes no more changes for a while holds up no other', async () => {
  const d = await desk({ policy: redacting })
  const id = await planned(d, { subject: cases.caller.email, user: cases.caller.id })
  await approved(d, id)
  const { comments } = d.hands.zendesk
  const { redact } = comments
  const order: number[] = []
  let limited: number | undefined
  comments.redact = async (redaction) => {
    limited ??= redaction.ticketId
    order.push(redaction.ticketId)
    if (redaction.ticketId === limited && order.filter((one) => one === limited).length === 1) {
      const where = { method: 'PUT', path: '/', ids: [], status: 429, record: limited }
      throw new ZendeskLimited(where, 500_000, 'record')
    }
    return await redact(redaction)
  }
  const before = d.clock.ms
  await d.go(id)
  comments.redact = redact
  expect(order.findIndex((one) => one !== limited)).toBeGreaterThan(0)
  expect(order.lastIndexOf(limited ?? 0)).toBeGreaterThan(order.findIndex((one) => one !== limited))
  expect(d.clock.ms - before).toBeGreaterThanOrEqual(500_000)
  expect(await outcomesOf(d, id)).not.toHaveProperty('rejected')
})

test('a redaction that Zendesk says yes to and does not make is tried again, then put before a human', async () => {
  const d = await desk({ policy: redacting })
  const id = await planned(d, { subject: cases.caller.email, user: cases.caller.id })
  await approved(d, id)
  const { comments } = d.hands.zendesk
  const { redact } = comments
  let asked = 0
  comments.redact = async ({ commentId }) => {
    asked += 1
    return await Promise.resolve({ id: commentId, type: 'Comment' })
  }
  expect(await d.go(id)).toMatchObject({ on: 'human' })
  comments.redact = redact
  const settled = (await d.journal(id)).filter(({ kind }) => kind === 'settled')
  expect(settled.some((entry) => 'code' in entry && entry.code === 'still-there')).toBe(true)
  expect(await outcomesOf(d, id)).toMatchObject({ rejected: expect.any(Number) })
  expect(asked % 3).toBe(0)
  expect(effectsOf(d).filter((effect) => effect.startsWith('user.'))).toEqual([])
})

test('what was deleted and not yet for good can be taken back after Stop, by who may stop', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await refuses(restoreTickets({ id, by: lead }, d.hands), 'not-halted')
  d.onWrite = async ({ method, path }) => {
    if (method !== 'DELETE' || path.includes('deleted_tickets')) return
    d.onWrite = () => {}
    await stop({ id, by: officer, code: 'stopped' }, d.hands)
  }
  expect(await d.go(id)).toMatchObject({ on: 'halt' })
  const deleted = effectsOf(d).filter((effect) => effect.startsWith('ticket.deleted'))
  expect(deleted.length).toBeGreaterThan(0)
  await refuses(restoreTickets({ id, by: stranger }, d.hands), 'role-missing')

  const { restored, left } = await restoreTickets({ id, by: officer }, d.hands)

  expect(restored + left).toBe(deleted.length)
  expect(restored).toBeGreaterThan(0)
  expect((await told(d, id)).slice(-2)).toEqual(['restored asked', 'restored done'])
  expect(await faultsOf(d)).toEqual([])
  const results = await resultsByPerson(await d.request(id), d.hands)
  expect(results.get(undefined)?.done).toBe(deleted.length)

  await goOn({ id, by: officer }, d.hands)
  await d.go(id)
  await stop({ id, by: officer, code: 'stopped' }, d.hands)
  expect(await told(d, id)).toContain('settled')
  expect(await restorable(await d.request(id), d.hands)).toBe(0)
})
