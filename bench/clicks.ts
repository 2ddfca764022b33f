import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import { startChild } from './load/child.ts'
import type { Answer } from './load/connection.ts'
import { closedLoop, openLoop, percentile } from './load/loops.ts'
import { type Clicked, click, command, deliveries, members } from './load/requests.ts'
import { openWorkshop } from './load/workshop.ts'
import { type Row, rounded } from './row.ts'

const clicks = 1000
const seconds = 5
const patience = 20_000

/** The sample's ticket that a request came by. */
const ticket = '48213'

const isAcked = ({ status, body }: Answer): boolean => status === 200 && body === ''

/** A thousand clicks on one card within five seconds: each opens a window, and is answered within one. */
export async function thousandClicks(): Promise<readonly Row[]> {
  const workshop = await openWorkshop()
  const bot = await startChild('../../src/bot.ts', await workshop.settings())
  try {
    const open = { inFlight: 1, isRight: ({ status }: Answer) => status === 200 }
    await closedLoop(bot.port, deliveries(1, command('/rights-erase', ticket)), open)
    const card = await cardAt(workshop.slack.port)
    const respondAt = `http://127.0.0.1:${workshop.slack.port}/response`
    const [officer = ''] = members.officers
    const sent = deliveries(clicks, click(card, officer, respondAt))
    const { times, wrong } = await openLoop(bot.port, sent, {
      perSecond: clicks / seconds,
      isRight: isAcked,
    })
    const late = times.filter((ms) => ms > 1000).length
    const slowest = Math.max(...times)
    return [
      {
        row: 1,
        figure: `slowest of ${clicks} clicks on a card within ${seconds} s, in seconds`,
        value: rounded(slowest / 1000, 3),
        goal: '≤ 1',
        met: slowest <= 1000 && wrong === 0,
        peers: {},
        note: `${late} late, ${wrong} not answered with 200; median ${rounded(percentile(times, 0.5), 1)} ms, p99 ${rounded(percentile(times, 0.99), 0)} ms, from when each was due`,
      },
    ]
  } finally {
    await bot.end()
    await workshop.close()
  }
}

const Action = z.looseObject({ action_id: z.string(), value: z.string() })
const Block = z.looseObject({
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
})
const Post = z.object({ ts: z.string(), text: z.string(), blocks: z.array(Block) })

/** The request's card, as soon as it stands in the channel, and its button that opens the window. */
async function cardAt(slack: number): Promise<Clicked> {
  for (const end = performance.now() + patience; performance.now() < end; await rest(50)) {
    const posts = z.array(Post).parse(await (await fetch(`http://127.0.0.1:${slack}/posts`)).json())
    for (const { ts, text, blocks } of posts) {
      const action = blocks.flatMap(actionsIn).find(({ action_id }) => opens.test(action_id))
      if (action) return { ts, text, blocks, action }
    }
  }
  throw new Error('no card with a button that opens the window')
}

const opens = /^open-window/

const actionsIn = ({ elements = [], block_id }: z.infer<typeof Block>) =>
  elements.flatMap((element) => {
    const { data } = Action.safeParse(element)
    return data ? [{ ...data, block_id }] : []
  })
