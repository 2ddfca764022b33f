import { startZendesk } from '../../sandbox/zendesk/server.ts'

/** The local Zendesk account, as quick as it can be, with an allowance that nothing here reaches. */
const { url, close } = await startZendesk({
  dir: process.env['DIR'] ?? '',
  delays: { index: 0, job: 10, listing: 0, deletion: 10 },
  account: { perMinute: 100_000 },
})
process.send?.({ port: Number(new URL(url).port) })

const end = (): void => void close().then(() => process.exit(0))
process.once('disconnect', end)
process.once('SIGTERM', end)
