import { type Child, startChild } from './load/child.ts'
import { type Answer, Connection, textOf } from './load/connection.ts'
import { closedLoop, percentile } from './load/loops.ts'
import { command, deliveries, signingSecret } from './load/requests.ts'
import { openWorkshop, slackApi, type Workshop } from './load/workshop.ts'
import { median, type Row, rounded } from './row.ts'

const help = command('/rights', 'help')
const rounds = 7
const many = 50

/** Medians over the rounds of one server. */
type Figures = {
  /** Acknowledgements a second with `many` in flight. */
  readonly throughput: number
  /** 99 of 100 come within so many milliseconds then. */
  readonly p99: number
  /** Half of them come within so many milliseconds with one in flight. */
  readonly alone: number
}

type Servers<T> = { readonly ours: T; readonly stock: T; readonly bare: T }

/** Row 1: how fast the whole app acknowledges, beside Bolt as it comes and the least that is safe. */
export async function acknowledgement(): Promise<readonly Row[]> {
  const workshop = await openWorkshop()
  try {
    const ours = await startChild('../../src/bot.ts', await workshop.settings())
    const answer = await answerOf(ours)
    const servers = { ours, ...(await peersOf(workshop, textOf(answer))) }
    try {
      return rowsOf(await compared(servers, answer.body))
    } finally {
      await Promise.all(Object.values(servers).map(async (server) => await server.end()))
    }
  } finally {
    await workshop.close()
  }
}

/** What `/rights help` answers: it must say something of the commands. */
async function answerOf({ port }: Child): Promise<Answer> {
  const connection = await Connection.to(port)
  const [bytes] = deliveries(1, help)
  const answer = await connection.send(bytes ?? Buffer.of())
  connection.close()
  if (!answer.body.includes('/rights')) throw new Error(`no help: ${JSON.stringify(answer)}`)
  return answer
}

async function peersOf({ slack }: Workshop, answer: string): Promise<Omit<Servers<Child>, 'ours'>> {
  const env = { SIGNING_SECRET: signingSecret, SLACK_API_URL: slackApi(slack), ANSWER: answer }
  const [stock, bare] = await Promise.all([
    startChild('../peers/stock-bolt.ts', env),
    startChild('../peers/bare-server.ts', env),
  ])
  return { stock, bare }
}

/** How many acknowledgements take about half a second each. */
const share: Servers<number> = { ours: 3000, stock: 1000, bare: 8000 }

async function compared(servers: Servers<Child>, body: string): Promise<Servers<Figures>> {
  const isRight = (answer: Answer): boolean => answer.status === 200 && answer.body === body
  const load = async (name: keyof Servers<Child>, count: number, inFlight: number) => {
    const sent = deliveries(count, help)
    const taken = await closedLoop(servers[name].port, sent, { inFlight, isRight })
    if (taken.wrong > 0) throw new Error(`${name}: ${taken.wrong} of ${count} answers are wrong`)
    return taken
  }
  const names = ['bare', 'ours', 'stock'] as const
  for (const name of names) await load(name, share[name], many)
  const runs: Servers<Figures[]> = { ours: [], stock: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const together = await load(name, share[name], many)
      const { times } = await load(name, 500, 1)
      runs[name].push({
        throughput: together.perSecond,
        p99: percentile(together.times, 0.99),
        alone: percentile(times, 0.5),
      })
    }
  }
  return { ours: middle(runs.ours), stock: middle(runs.stock), bare: middle(runs.bare) }
}

const middle = (runs: readonly Figures[]): Figures => ({
  throughput: median(runs.map(({ throughput }) => throughput)),
  p99: median(runs.map(({ p99 }) => p99)),
  alone: median(runs.map(({ alone }) => alone)),
})

function rowsOf({ ours, stock, bare }: Servers<Figures>): Row[] {
  const faster = rounded(ours.throughput / stock.throughput)
  const slower = rounded(ours.alone / bare.alone)
  const what = '/rights help, signed: signature, stamp, replay, team, standing, words'
  const perSecond = [ours, stock, bare].map(({ throughput }) => rounded(throughput, 0)).join(' / ')
  const ms = [ours, stock, bare].map(({ alone }) => rounded(alone, 3)).join(' / ')
  return [
    {
      row: 1,
      figure: `acknowledgements a second, ${many} in flight ÷ stock Bolt with a listener for each deed`,
      value: faster,
      goal: '≥ 5',
      met: faster >= 5,
      peers: { 'bare node:http': rounded(bare.throughput / stock.throughput) },
      note: `${perSecond} a second (ours / Bolt / bare); p99 ${rounded(ours.p99, 0)} / ${rounded(stock.p99, 0)} ms; ${what}`,
    },
    {
      row: 1,
      figure: 'median acknowledgement alone ÷ bare node:http with HMAC, form and JSON',
      value: slower,
      goal: '≤ 1.6',
      met: slower <= 1.6,
      peers: { 'stock Bolt': rounded(stock.alone / bare.alone) },
      note: `${ms} ms (ours / Bolt / bare); ${what}`,
    },
  ]
}
