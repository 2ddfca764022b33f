import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ulid } from 'ulid'
import { camille } from '../../sandbox/zendesk/sample/people.ts'
import { readBotConfig } from '../../src/config.ts'
import {
  advance,
  approve,
  confirmPeople,
  decideTraces,
  flows,
  openRequest,
  peopleFound,
  planShown,
  tracesFound,
} from '../../src/flows/index.ts'
import type { Entry } from '../../src/records/entry.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import { startService } from '../../src/service.ts'
import { members, team } from '../load/requests.ts'

/** The whole bot, which does its heaviest work when the parent says so, and tells when it is done. */
const config = readBotConfig(process.env)
const service = await startService(config, { note: () => {}, trouble: () => {} })
const { hands, store } = service.desk

const lead = { user: members.lead, team }
const officer = { user: members.officers[0] ?? '', team }
let id = ''

async function goOn(): Promise<void> {
  for (;;) {
    if (!flows.erasure) return
    const resting = await advance(id, flows.erasure, hands)
    if (resting.on !== 'time') return
    await hands.rest(Math.max(0, Date.parse(resting.until) - Date.now()))
  }
}

const entries = 60_000

const turnedAway = (): Entry => ({
  kind: 'turned-away',
  id: ulid(),
  at: hands.now(),
  by: lead,
  deed: 'bench',
  code: 'bench',
})

/** A log as long as that of a year. */
async function fill(): Promise<void> {
  for (let i = 0; i < entries / 1000; i += 1) {
    const { version } = await store.load('desk')
    await store.append('desk', version, Array.from({ length: 1000 }, turnedAway))
  }
}

const jobs: Readonly<Record<string, () => Promise<unknown>>> = {
  fill,
  'find the person': async () => {
    const opened = await openRequest({ right: 'erasure', subject: camille.email, by: lead }, hands)
    id = opened.id
    await goOn()
  },
  'find every trace': async () => {
    const { candidates, seen } = await peopleFound(id, hands)
    await confirmPeople({ id, by: lead, seen, users: candidates.map((user) => user.id) }, hands)
    await goOn()
  },
  'decide and plan': async () => {
    const { tickets, seen } = await tracesFound(id, hands)
    const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
    const keep = { action: 'keep', code: 'bench' } as const
    const choices = { tickets: Object.fromEntries(asked.map((ticket) => [ticket.id, keep])) }
    await decideTraces({ id, by: lead, seen, choices }, hands)
    await goOn()
  },
  'read and approve the plan': async () => {
    const { digest, items } = await planShown(id, hands)
    const ticketsToGo = items.filter(({ operation }) => operation.kind === 'ticket.purge').length
    await approve({ id, by: officer, digest, ticketsToGo }, hands)
  },
  'verify the log': async () => await verifyFolder(config.dataDir, { live: true }),
}

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()

process.on('message', (name: string) => void work(name))

/** Tells how long the longest standstill was. */
async function work(name: string): Promise<void> {
  delay.reset()
  const begin = performance.now()
  const error = await jobs[name]?.().then(
    () => undefined,
    (thrown: unknown) => String(thrown),
  )
  process.send?.({ job: name, error, ms: performance.now() - begin, still: delay.max / 1e6 })
}

process.send?.({ port: service.port })
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
