import { parseArgs } from 'node:util'
import { startSlack } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4020' },
    dir: { type: 'string', default: '.local/slack' },
    app: { type: 'string' },
  },
})

const { url, apiUrl, botToken, signingSecret, close } = await startSlack({
  dir: values.dir,
  port: Number(values.port),
  ...(values.app ? { app: { requestUrl: values.app } } : {}),
})
process.stdout.write(
  `Slack workspace "Nordlys" on ${url}\nWeb API at ${apiUrl}, token ${botToken}, signing secret ${signingSecret}\n`,
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
