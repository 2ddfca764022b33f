import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startZendesk } from '../../sandbox/zendesk/server.ts'
import { createZendesk } from '../../src/zendesk/index.ts'
import { all, errorOf } from './support/client.ts'

/** The strict local account with its sample people, and our client signed in as the admin. */
async function desk() {
  const dir = await mkdtemp(join(tmpdir(), 'account-'))
  const delays = { index: 0, job: 0, listing: 0, deletion: 0, latency: 0 }
  const account = await startZendesk({ dir, delays })
  onTestFinished(async () => {
    await account.close()
    await rm(dir, { recursive: true, force: true })
  })
  const auth = { kind: 'oauth', clientId: 'rightsdesk', clientSecret: 'sandbox-secret' } as const
  return { account, zendesk: createZendesk({ url: account.url, auth }) }
}

/** The first that fits; the sample account is sure to have one. */
function some<Item>(items: readonly Item[], fits: (item: Item) => boolean): Item {
  const found = items.find(fits)
  if (found === undefined) throw new Error('The sample account lacks what this test is about')
  return found
}

test('a message of an ended chat is redacted by the ids that its ticket’s history gives', async () => {
  const { account, zendesk } = await desk()
  const { ticket_id: ticketId } = some(account.state().chats, ({ active }) => !active)
  const read = async () => some(await all(zendesk.chats.inTicket(ticketId)), () => true)
  const { chatId, messages } = await read()
  const at = messages.findIndex(({ text }) => text !== undefined)
  const { text = '', messageId = '' } = messages[at] ?? {}

  await zendesk.chats.redact({ ticketId, chatId, messageId, text: `<redact>${text}</redact>` })

  const after = (await read()).messages[at]?.text
  expect(after).toMatch(/^▇+$/)
  const log = await all(zendesk.tickets.conversationLog(ticketId))
  expect(JSON.stringify(log)).not.toContain(text)
})

test('side conversations, rules and history of the sample account can be read', async () => {
  const { account, zendesk } = await desk()
  const { ticket_id: ticket } = some(account.state().side_conversations, () => true)

  const conversations = await all(zendesk.tickets.sideConversations(ticket))
  const { triggers, automations, webhooks } = zendesk.rules
  const rules = await Promise.all([all(triggers()), all(automations()), all(webhooks())])

  expect(conversations[0]?.messages.length).toBeGreaterThan(0)
  for (const list of rules) expect(list[0]).toMatchObject({ active: expect.any(Boolean) })
  expect((await all(zendesk.tickets.audits(ticket))).length).toBeGreaterThan(0)
})

test('the old address of a redacted file gives nothing any more', async () => {
  const { account, zendesk } = await desk()
  const { comments, attachments } = account.state()
  const held = some(comments, ({ id }) => attachments.some((file) => file.comment_id === id))
  const { ticket_id: ticketId, id: commentId } = held
  const read = async () =>
    some(await all(zendesk.comments.list(ticketId)), (c) => c.id === commentId)
  const before = await read()
  const address = some(before.attachments, () => true).content_url
  expect(await zendesk.files.look(address)).toMatchObject({ status: 200 })

  await zendesk.comments.redact({
    ticketId,
    commentId,
    htmlBody: before.html_body,
    attachmentUrls: [address],
  })

  expect(await zendesk.files.look(address)).toMatchObject({ status: 404 })
})

test('a ticket that took its 30 changes earns no 429, and holds up no other', async () => {
  const { account, zendesk } = await desk()
  const open = account
    .state()
    .tickets.filter(({ status, deleted }) => status === 'open' && !deleted)
  const [one, other] = open.map(({ id }) => id)
  const change = async (n: number) =>
    await zendesk.tickets.update(one ?? 0, { subject: `Subject ${n}` })
  for (let n = 1; n <= 30; n += 1) await change(n)

  expect(await errorOf(change(31))).toMatchObject({
    name: 'ZendeskLimited',
    code: 'OwnLimit',
    limit: 'record',
    record: one,
  })
  await zendesk.tickets.update(other ?? 0, { subject: 'Another ticket' })

  expect(account.log().filter(({ status }) => status === 429)).toEqual([])
})

test('tickets are tagged by a job, deleted, and brought back together', async () => {
  const { account, zendesk } = await desk()
  const open = account
    .state()
    .tickets.filter(({ status, deleted }) => status === 'open' && !deleted)
  const ids = open.slice(0, 3).map(({ id }) => id)

  const tagging = await zendesk.tickets.updateMany(ids, { additional_tags: ['rights-desk'] })
  const removing = await zendesk.tickets.removeMany(ids)
  const jobs = await zendesk.jobs.showMany([tagging.id, removing.id])
  await zendesk.tickets.restoreMany(ids)

  expect(jobs.map(({ status }) => status)).toEqual(['completed', 'completed'])
  for (const { tags } of await zendesk.tickets.showMany(ids)) expect(tags).toContain('rights-desk')
})

test('a recording and an identity are removed once', async () => {
  const { account, zendesk } = await desk()
  const { recordings, identities } = account.state()
  const call = some(recordings, () => true)
  const extra = some(identities, ({ primary }) => !primary)

  await zendesk.recordings.remove(call)
  await zendesk.identities.remove(extra.user_id, extra.id)

  expect(await errorOf(zendesk.recordings.remove(call))).toMatchObject({ status: 404 })
  expect(await errorOf(zendesk.identities.remove(extra.user_id, extra.id))).toMatchObject({
    status: 404,
  })
})
