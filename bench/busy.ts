import { once } from 'node:events'
import { z } from 'zod'
import { type Child, startChild } from './load/child.ts'
import type { Answer } from './load/connection.ts'
import { openLoop, percentile, type Taken } from './load/loops.ts'
import { command, deliveries } from './load/requests.ts'
import { openWorkshop } from './load/workshop.ts'
import { type Row, rounded } from './row.ts'

const perSecond = 50
const idleSeconds = 10

const jobs = ['find every trace', 'decide and plan', 'read and approve the plan', 'verify the log']

/** What the bot tells of a job: how long it took, and for how long nothing else went on within it. */
const Done = z.object({
  job: z.string(),
  ms: z.number(),
  still: z.number(),
  error: z.string().optional(),
})

/** A job, and how the bot acknowledged meanwhile. */
type Met = { readonly job: string; readonly ms: number; readonly still: number } & Pick<
  Taken,
  'times' | 'wrong'
>

/** Row 2: whether the bot answers while it does its heaviest work on a big account. */
export async function busy(): Promise<readonly Row[]> {
  const workshop = await openWorkshop('../peers/big-account.ts')
  const bot = await startChild('../peers/busy-bot.ts', await workshop.settings())
  try {
    await told(bot, 'fill')
    await told(bot, 'find the person')
    await loaded(bot, idleSeconds)
    const idle = [await loaded(bot, idleSeconds)]
    const met: Met[] = []
    for (const job of jobs) met.push(await during(bot, job))
    idle.push(await loaded(bot, idleSeconds))
    return met.map((one) =>
      rowOf(
        one,
        idle.flatMap(({ times }) => times),
      ),
    )
  } finally {
    await bot.end()
    await workshop.close()
  }
}

const isRight = ({ status, body }: Answer): boolean => status === 200 && body.includes('/rights')

async function loaded({ port }: Child, seconds: number, isOver = () => false): Promise<Taken> {
  const sent = deliveries(seconds * perSecond, command('/rights', 'help'))
  return await openLoop(port, sent, { perSecond, isRight, isOver })
}

const longest = 90

async function during(bot: Child, job: string): Promise<Met> {
  let isOver = false
  const working = told(bot, job).finally(() => {
    isOver = true
  })
  const { times, wrong } = await loaded(bot, longest, () => isOver)
  const { ms, still } = await working
  return { job, ms, still, times, wrong }
}

async function told({ process: child }: Child, job: string): Promise<z.infer<typeof Done>> {
  child.send(job)
  const [message] = (await once(child, 'message')) as unknown[]
  const done = Done.parse(message)
  if (done.error) throw new Error(`${job}: ${done.error}`)
  return done
}

function rowOf({ job, ms, still, times, wrong }: Met, idle: readonly number[]): Row {
  const usual = percentile(idle, 0.99)
  const p99 = percentile(times, 0.99)
  const value = rounded(p99 / usual)
  const slowest = Math.max(...times)
  return {
    row: 2,
    figure: `99th acknowledgement of 100 during “${job}” ÷ idle`,
    value,
    goal: '≤ 2, never over 100 ms',
    met: value <= 2 && slowest <= 100 && wrong === 0,
    peers: {},
    note: `${rounded(p99, 1)} ms (idle ${rounded(usual, 1)}), slowest ${rounded(slowest, 0)} ms of ${times.length}, ${wrong} without their answer; ${rounded(ms / 1000, 1)} s of work, standing still ${rounded(still, 0)} ms at most`,
  }
}
