import { App, LogLevel } from '@slack/bolt'
import { expect, onTestFinished, test } from 'vitest'
import { rig } from './rig.ts'

const text = (words: string) => ({ type: 'plain_text' as const, text: words })
const modal = (title: string, words: string) => ({
  type: 'modal' as const,
  callback_id: 'intake',
  title: text(title),
  submit: text('Go'),
  blocks: [
    { type: 'section' as const, text: text(words) },
    {
      type: 'input' as const,
      block_id: 'ticket',
      label: text('Ticket'),
      element: { type: 'plain_text_input' as const, action_id: 'number' },
    },
  ],
})
const card = (words: string) => [
  { type: 'section' as const, text: text(words) },
  {
    type: 'actions' as const,
    block_id: 'deeds',
    elements: [
      { type: 'button' as const, action_id: 'approve', text: text('Approve'), value: 't' },
    ],
  },
]

/** Slack's own framework on a port of its own, talking to the workspace and nobody else. */
const withBolt = async (attach: (app: App) => void) => {
  const set = await rig({ now: Date.now, patience: 3000 })
  const { signingSecret, botToken: token, apiUrl: slackApiUrl } = set.slack
  const logLevel = LogLevel.ERROR
  const app = new App({ token, signingSecret, logLevel, clientOptions: { slackApiUrl } })
  attach(app)
  const server = await app.start(0)
  onTestFinished(async () => void (await app.stop()))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  set.slack.pointAt(`http://127.0.0.1:${address.port}/slack/events`)
  return set
}

test('a Bolt app works through a command, a modal, a card and its answers', async () => {
  const { as, slack } = await withBolt((app) => {
    app.command('/rights-erase', async ({ ack, client, command }) => {
      await ack()
      const opened = await client.views.open({
        trigger_id: command.trigger_id,
        view: modal('Erase', 'Looking …'),
      })
      await client.views.update({
        view_id: opened.view?.id ?? '',
        hash: opened.view?.hash ?? '',
        view: modal('Erase', 'Found'),
      })
    })
    app.view('intake', async ({ ack, view, client, body }) => {
      const number = view.state.values['ticket']?.['number']?.value ?? ''
      if (!/^\d+$/.test(number)) {
        await ack({ response_action: 'errors', errors: { ticket: 'A number, please' } })
        return
      }
      await ack()
      await client.apiCall('chat.postMessage', {
        channel: 'C0REQUESTS',
        text: `${number} by ${body.user.id}`,
        blocks: card('Waiting'),
      })
    })
    app.action('approve', async ({ ack, respond, client, body }) => {
      await ack()
      await respond({ response_type: 'ephemeral', replace_original: false, text: 'Thank you' })
      const { channel, message } = body as { channel?: { id: string }; message?: { ts: string } }
      await client.chat.update({
        channel: channel?.id ?? '',
        ts: message?.ts ?? '',
        text: 'Approved',
        blocks: [],
      })
    })
  })

  const typed = await as('U0AUBRY', 'command', {
    channel: 'C0REQUESTS',
    text: '/rights-erase',
    until: 'quiet',
  })
  expect(typed.modal).toMatchObject({
    title: { text: 'Erase' },
    blocks: [{ text: { text: 'Found' } }, {}],
  })
  const view = typed.modal?.id
  const fill = async (value: string) =>
    await as('U0AUBRY', 'fill', { view, action_id: 'number', value })
  await fill('many')
  expect(await as('U0AUBRY', 'submit')).toMatchObject({
    outcome: 'invalid',
    errors: { ticket: 'A number, please' },
  })
  await fill('48213')
  const sent = await as('U0AUBRY', 'submit', { until: 'message' })
  expect(sent).toMatchObject({ ok: true, modal: null, messages: [{ text: '48213 by U0AUBRY' }] })
  const message = sent.messages[0]?.ts
  const clicked = await as('U0OKAFOR', 'click', { message, action_id: 'approve', until: 'quiet' })
  expect(clicked).toMatchObject({
    ok: true,
    ephemerals: [{ text: 'Thank you' }],
    messages: [{ text: 'Approved' }],
  })
  expect(slack.log().filter((entry) => entry.kind === 'api' && !entry.ok)).toEqual([])
})

test('a Bolt app refuses a wrong secret and an old stamp, and answers checks', async () => {
  const { send, slack, as } = await withBolt((app) => {
    app.command('/rights', async ({ ack }) => await ack('hello'))
  })
  expect(
    (await as('U0LIND', 'command', { channel: 'C0REQUESTS', text: '/rights' })).ephemerals,
  ).toMatchObject([{ text: 'hello' }])
  const seq = slack.log().at(-1)?.seq

  expect(await send('/_replay', { seq })).toMatchObject({ status: 200 })
  expect(await send('/_replay', { seq, secret: 'guessed' })).toMatchObject({ status: 401 })
  expect(await send('/_replay', { seq, offset: -301 })).toMatchObject({ status: 401 })
  expect(await send('/_deliver', { kind: 'ssl_check' })).toMatchObject({ status: 200 })
  expect(await send('/_deliver', { kind: 'url_verification' })).toMatchObject({
    status: 200,
    answer: expect.stringContaining('nordlys'),
  })
})

test('a Bolt app publishes a home tab and fills an external menu', async () => {
  const element = {
    type: 'external_select' as const,
    action_id: 'who',
    placeholder: text('Name'),
    min_query_length: 1,
  }
  const { as, slack } = await withBolt((app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      const blocks = [{ type: 'section' as const, text: text('Pick'), accessory: element }]
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
    })
    app.options('who', async ({ ack, payload }) => {
      await ack({ options: [{ text: text(payload.value.toUpperCase()), value: '7' }] })
    })
  })

  await as('U0OKAFOR', 'open-home', { until: 'home' })
  const { id = '' } = (slack.state()['homes'] as Record<string, { id: string }>)['U0OKAFOR'] ?? {}
  const seen = await as('U0OKAFOR', 'suggest', { view: id, action_id: 'who', value: 'ana' })

  expect(seen['options']).toMatchObject({ options: [{ text: { text: 'ANA' } }] })
})
