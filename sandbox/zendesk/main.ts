import { parseArgs } from 'node:util'
import { untilTold } from '../local/until-told.ts'
import { startZendesk } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    dir: { type: 'string', default: '.local/zendesk' },
    size: { type: 'string', default: 'sample' },
    'per-minute': { type: 'string' },
    updates: { type: 'string' },
    loud: { type: 'boolean', default: false },
  },
})

const size = values.size === 'large' ? 'large' : 'sample'
const { url, credentials, close } = await startZendesk({
  dir: values.dir,
  port: Number(values.port),
  account: {
    size,
    loudRules: values.loud,
    ...(values['per-minute'] ? { perMinute: Number(values['per-minute']) } : {}),
    ...(values.updates ? { ticketUpdatesPerMinute: Number(values.updates) } : {}),
  },
})
const [client] = credentials.clients
process.stdout.write(
  `Zendesk account "Nordlys" on ${url}\nOAuth client ${client?.id} / ${client?.secret}, requests at ${url}/_log\n`,
)
await untilTold()
await close()
process.exit(0)
