import { parseArgs } from 'node:util'
import { startPage } from '../page/server.ts'
import { startSlack } from '../slack/server.ts'
import { untilTold } from './until-told.ts'

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: '.local/slack' },
    port: { type: 'string', default: '4020' },
    page: { type: 'string', default: '3000' },
    zendesk: { type: 'string', default: 'http://127.0.0.1:4010' },
    bot: { type: 'string', default: 'http://127.0.0.1:4030' },
  },
})

const slack = await startSlack({
  dir: values.dir,
  port: Number(values.port),
  app: { requestUrl: `${values.bot}/slack/events`, events: ['app_home_opened'] },
})
const page = await startPage({
  port: Number(values.page),
  slackUrl: slack.url,
  zendeskUrl: values.zendesk,
}).catch(async (error: unknown) => {
  await slack.close()
  process.stderr.write(`${error instanceof Error ? error.message : 'The page did not start.'}\n`)
  process.exit(1)
})

await untilTold()
await page.close()
await slack.close()
process.exit(0)
