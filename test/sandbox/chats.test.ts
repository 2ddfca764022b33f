import { expect, test } from 'vitest'
import { cases, chatTickets } from '../../sandbox/zendesk/sample/case-people.ts'
import { account, as, type Rig } from './account.ts'

type Chat = {
  readonly chat_id: string
  readonly history: readonly Readonly<Record<string, string | number>>[]
}

async function chatOf({ get }: Rig, ticket: number): Promise<Chat> {
  const audits = await get(`/tickets/${ticket}/audits`)
  const all = audits.rows('audits').flatMap(({ events }) => events as Record<string, unknown>[])
  return all.find(({ type }) => type === 'ChatStartedEvent')?.['value'] as Chat
}

test('the messages of a chat stand in its audit and in the conversation log, not in its comments', async () => {
  const rig = await account()

  const { history } = await chatOf(rig, chatTickets.ended)
  const log = await rig.get(`/tickets/${chatTickets.ended}/conversation_log?page[size]=100`)
  const comments = await rig.get(`/tickets/${chatTickets.ended}/comments`)

  expect(history.map(({ type }) => type)).toEqual([
    'ChatMessage',
    'ChatMessage',
    'ChatFileAttachment',
    'ChatMessage',
    'ChatMessage',
  ])
  expect(log.all('events', 'type')).toEqual([
    'Comment',
    ...history.map(() => 'Messaging::ConversationMessage'),
  ])
  expect(log.at('events', 4, 'content', 'text')).toContain(cases.chatter.email)
  expect(log.at('events', 4, 'reference')).toBe(
    `zen:sunco:conversation_message:${history[3]?.['message_id']}`,
  )
  expect(comments.rows('comments')).toHaveLength(1)
})

test('a message is redacted by its id, in the audit and in the log', async () => {
  const rig = await account()
  const { chat_id, history } = await chatOf(rig, chatTickets.ended)
  const message = history[3]

  const { status, at } = await rig.put(`/chat_redactions/${chatTickets.ended}`, {
    chat_id,
    message_id: message?.['message_id'],
    text: String(message?.['message']).replace(
      cases.chatter.email,
      `<redact>${cases.chatter.email}</redact>`,
    ),
  })
  const log = await rig.get(`/tickets/${chatTickets.ended}/conversation_log`)
  const audits = await rig.get(`/tickets/${chatTickets.ended}/audits`)
  const ticket = await rig.get(`/tickets/${chatTickets.ended}`)

  expect([status, at('chat_event', 'value', 'history', 3, 'message')]).toEqual([
    200,
    'Write to ▇▇▇▇ if you need more.',
  ])
  expect(log.text + audits.text).not.toContain(cases.chatter.email)
  expect(ticket.at('ticket', 'tags')).toContain('redacted_content')
})

test('a file of a chat becomes redacted.txt, and its old address opens nothing', async () => {
  const rig = await account()
  const { chat_id } = await chatOf(rig, chatTickets.ended)
  const before = await rig.get(`/tickets/${chatTickets.ended}/conversation_log`)
  const old = String(before.at('events', 3, 'attachments', 0, 'content_url'))
  const readable = await rig.call('GET', old)

  const { status, at } = await rig.put(`/chat_file_redactions/${chatTickets.ended}`, {
    chat_id,
    chat_indexes: [2],
  })
  const gone = await rig.call('GET', old)

  expect([readable.status, status, gone.status]).toEqual([200, 200, 404])
  expect(at('chat_event', 'value', 'history', 2)).toMatchObject({ filename: 'redacted.txt' })
})

test('what a chat redaction names wrongly, or may not touch, is refused', async () => {
  const rig = await account()
  const active = await chatOf(rig, chatTickets.active)
  const ended = await chatOf(rig, chatTickets.ended)
  const put = async (ticket: number, body: object, who = as.admin): Promise<number> =>
    (await rig.call('PUT', `/chat_redactions/${ticket}`, body, who)).status

  expect([
    await put(chatTickets.active, { chat_id: active.chat_id, chat_index: 0, text: 'x' }),
    await put(chatTickets.ended, { chat_id: ended.chat_id, chat_index: 0, text: 'otherwise' }),
    await put(chatTickets.ended, { chat_id: ended.chat_id, text: 'x' }),
    await put(chatTickets.ended, { chat_id: ended.chat_id, chat_index: 9, text: 'x' }),
    await put(chatTickets.closed, { chat_id: ended.chat_id, chat_index: 0, text: 'x' }),
    await put(chatTickets.ended, { chat_id: ended.chat_id, chat_index: 0, text: 'x' }, as.limited),
  ]).toEqual([422, 422, 400, 404, 404, 403])
})

test('without Agent Workspace a chat cannot be redacted', async () => {
  const rig = await account({ account: { agentWorkspace: false } })
  const { chat_id } = await chatOf(rig, chatTickets.ended)

  const { status } = await rig.put(`/chat_redactions/${chatTickets.ended}`, {
    chat_id,
    chat_index: 0,
    text: 'x',
  })

  expect(status).toBe(403)
})
