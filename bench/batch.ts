import { type Row, rounded } from './row.ts'
import { simulatedAccount, type Tally } from './simulated/account.ts'
import { virtualClock } from './simulated/clock.ts'
import { byTheEngine } from './simulated/engine.ts'
import { asLimitsAllow, type Batch, oneAfterTheOther } from './simulated/scripts.ts'

const PEOPLE = 10_000
const TICKETS = 10

/** As many as the engine does in half a minute of computing; the others do all of them. */
const BY_ENGINE = 1_000

/** Zendesk's limit on permanent user deletions, which have no bulk form: so many in ten minutes. */
const PURGES = 700
const WINDOW_MS = 600_000
const FLOOR_MS = (Math.ceil(PEOPLE / PURGES) - 1) * WINDOW_MS

/** What one way of erasing took, all of it counted on the account's side. */
type Ran = { readonly people: number; readonly tally: Tally; readonly wallMs: number }

/** Row 4: what many people in one batch cost in calls, and how long the limits make it take. */
export async function batch(): Promise<readonly Row[]> {
  const engine = await run(BY_ENGINE, byTheEngine)
  const limit = await run(PEOPLE, asLimitsAllow)
  const script = await run(PEOPLE, oneAfterTheOther)
  return [cost(engine, limit, script), wall(engine, limit, script)]
}

async function run(people: number, erase: (batch: Batch) => Promise<void>): Promise<Ran> {
  const clock = virtualClock()
  const account = simulatedAccount({ people, tickets: TICKETS }, clock)
  const begin = clock.now()
  await erase({ zendesk: account.zendesk, clock, people, tickets: TICKETS })
  const { users, tickets } = account.left()
  if (users + tickets > 0) throw new Error(`${users} users and ${tickets} tickets are still there`)
  return { people, tally: account.tally, wallMs: clock.now() - begin }
}

/** For each hundred of the people. */
const callsOf = ({ tally, people }: Ran): number =>
  rounded(((tally.writes + tally.polls) * 100) / people, 1)

function cost(engine: Ran, limit: Ran, script: Ran): Row {
  const value = callsOf(engine)
  const { writes, polls, reads, refused } = engine.tally
  return {
    row: 4,
    figure: `writes and job polls for each 100 people of ${TICKETS} tickets in one batch`,
    value,
    goal: '≤ 132',
    met: value <= 132,
    peers: peersOf(limit, script, callsOf),
    note: `measured with ${engine.people} people: ${writes} writes, ${polls} polls, ${reads} reads, ${refused} refused by a limit; the peers with ${PEOPLE}, by simulation`,
  }
}

function wall(engine: Ran, limit: Ran, script: Ran): Row {
  const overFloor = ({ wallMs, people }: Ran): number =>
    rounded((wallMs * PEOPLE) / people / FLOOR_MS, 3)
  const value = overFloor(engine)
  return {
    row: 4,
    figure: 'the same, simulated time ÷ floor',
    value,
    goal: '≤ 1.05',
    met: value <= 1.05,
    peers: peersOf(limit, script, overFloor),
    note: `${rounded(engine.wallMs / 60_000, 1)} minutes for ${engine.people} people; ${PURGES} permanent deletions in 10 minutes allow ${PEOPLE} in ${FLOOR_MS / 60_000}`,
  }
}

const peersOf = (limit: Ran, script: Ran, figure: (ran: Ran) => number): Row['peers'] => ({
  'what the limits allow': figure(limit),
  'one job after the other': figure(script),
})
