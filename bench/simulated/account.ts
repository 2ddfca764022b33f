import type { Answer, Exchange } from '../../src/zendesk/exchange.ts'
import { createGovernor } from '../../src/zendesk/governor.ts'
import { type Zendesk, zendeskOver } from '../../src/zendesk/index.ts'
import type { Clock } from './clock.ts'
import { createLimits } from './limits.ts'
import { recordsFor } from './records.ts'
import { answerTo, type Said } from './routes.ts'

/** What came in, by what it costs. */
export type Tally = {
  writes: number
  polls: number
  reads: number
  /** Calls that a limit refused. */
  refused: number
}

/** An account that lives in memory and in virtual time, under the published limits. */
export type SimulatedAccount = {
  readonly zendesk: Omit<Zendesk, 'warnings'>
  readonly tally: Tally
  /** How many users are not gone for good, and how many tickets. */
  readonly left: () => { users: number; tickets: number }
}

/** What a call takes, there and back: an assumption, and a slow one. */
const LATENCY_MS = 100

/** The humans' part of the account's allowance, as the policy has it by default. */
const SHARE = 0.2

/** An account with so many people, each the requester of so many closed tickets. */
export function simulatedAccount(
  { people, tickets }: { people: number; tickets: number },
  { now, sleep }: Clock,
): SimulatedAccount {
  const records = recordsFor({ people, tickets, now })
  const limits = createLimits(now)
  const tally: Tally = { writes: 0, polls: 0, reads: 0, refused: 0 }

  const exchange: Exchange = async (request) => {
    const call = `${request.method} ${request.path.replace('/api/v2', '')}`
    const { headers, refused } = limits(call)
    count(tally, call, refused)
    const said = refused ? { status: 429, body: undefined } : answerTo(call, request.query, records)
    await sleep(LATENCY_MS)
    return answerOf(said, headers)
  }
  const governor = createGovernor({ now, sleep, share: SHARE })
  const zendesk = zendeskOver({
    exchange,
    governor,
    now,
    sleep,
    auth: { header: async () => await Promise.resolve('Bearer simulated'), rejected: () => false },
    mayWrite: () => true,
    origin: 'https://simulated.example.com',
    peek: async () => await Promise.resolve({ status: 404, headers: new Map(), text: '' }),
    open: async () => await Promise.resolve({ code: 'ENOTFOUND' }),
    timeoutMs: 1000,
  })
  return { zendesk, tally, left: records.left }
}

const answerOf = ({ status, body }: Said, headers: Answer['headers']): Answer => ({
  status,
  headers,
  text: body === undefined ? '' : JSON.stringify(body),
})

function count(tally: Tally, call: string, refused: boolean): void {
  if (refused) tally.refused += 1
  if (call.startsWith('GET /job_statuses/')) tally.polls += 1
  else if (call.startsWith('GET ')) tally.reads += 1
  else tally.writes += 1
}
