import bolt from '@slack/bolt'
import { deedIds } from '../../src/views/deed-id.ts'

/** An app as Bolt's own documentation builds it: its defaults, and a listener for each deed. */
const app = new bolt.App({
  token: 'xoxb-bench',
  signingSecret: process.env['SIGNING_SECRET'] ?? '',
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
  logLevel: bolt.LogLevel.ERROR,
})
const answer: unknown = JSON.parse(process.env['ANSWER'] || 'null')

const forms = /^(?:intake|set-|say-|approve|leave-out|confirm-people|decide-traces)/

for (const id of deedIds) {
  if (id.startsWith('/')) app.command(id, async ({ ack }) => await ack(answer ?? undefined))
  else if (id === 'home') app.event('app_home_opened', async () => {})
  else if (id.startsWith('open-erasure')) app.shortcut(id, async ({ ack }) => await ack())
  else if (forms.test(id)) app.view(id, async ({ ack }) => await ack())
  else app.action(id, async ({ ack }) => await ack())
}

const server = await app.start({ port: 0, host: '127.0.0.1' })
const address = server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
