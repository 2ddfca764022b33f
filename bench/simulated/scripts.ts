import { type Job, ZendeskLimited } from '../../src/zendesk/index.ts'
import type { SimulatedAccount } from './account.ts'
import type { Clock } from './clock.ts'
import { FIRST_TICKET, FIRST_USER } from './records.ts'

type Zendesk = SimulatedAccount['zendesk']

/** What is to be erased: so many people with so many tickets each, on a clock of its own. */
export type Batch = {
  readonly zendesk: Zendesk
  readonly clock: Clock
  readonly people: number
  readonly tickets: number
}

const HUNDRED = 100
const MOST_JOBS = 30
const POLL_MS = 5_000

/**
 * The most that the limits allow: jobs by 100, thirty under way, all followed by one call, and
 * nobody's tickets hold up somebody else's deletion. It looks at nothing before it writes.
 */
export async function asLimitsAllow(batch: Batch): Promise<void> {
  const { zendesk, people } = batch
  const jobs = follower(batch)
  const hundreds = Array.from({ length: Math.ceil(people / HUNDRED) }, (_, i) => i)
  let purging: Promise<void> = Promise.resolve()
  const erase = async (hundred: number): Promise<void> => {
    const { users, tickets } = partOf(batch, hundred)
    await Promise.all(
      inHundreds(tickets).map(async (ids) => {
        await jobs(hundred, async () => await zendesk.tickets.removeMany(ids))
        await jobs(hundred, async () => await zendesk.tickets.purgeMany(ids))
      }),
    )
    await jobs(hundred, async () => await zendesk.users.removeMany(users))
    const before = purging
    purging = before.then(async () => await purgeAll(users, batch))
    await purging
  }
  await Promise.all(hundreds.map(erase))
}

/** A script of the usual careful kind: bulk calls, each job awaited before the next is asked for. */
export async function oneAfterTheOther(batch: Batch): Promise<void> {
  const { zendesk, people, clock } = batch
  const finished = async ({ id }: Job): Promise<void> => {
    do await clock.sleep(POLL_MS)
    while ((await zendesk.jobs.show(id)).status !== 'completed')
  }
  const { users, tickets } = partOf({ ...batch, people }, 0, people)
  for (const ids of inHundreds(tickets)) await finished(await zendesk.tickets.removeMany(ids))
  for (const ids of inHundreds(tickets)) await finished(await zendesk.tickets.purgeMany(ids))
  for (const ids of inHundreds(users)) await finished(await zendesk.users.removeMany(ids))
  await purgeAll(users, batch)
}

async function purgeAll(users: readonly number[], { zendesk, clock }: Batch): Promise<void> {
  for (const user of users) await patiently(async () => await zendesk.users.purge(user), clock)
}

async function patiently<T>(call: () => Promise<T>, { sleep }: Clock): Promise<T> {
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof ZendeskLimited)) throw error
      await sleep(error.retryAfterMs)
    }
  }
}

/** Begins jobs, no more than Zendesk takes at once, lowest rank first, and asks after all together. */
function follower({
  zendesk,
  clock,
}: Batch): (rank: number, begin: () => Promise<Job>) => Promise<void> {
  const waiting = new Map<string, () => void>()
  const queue: { readonly rank: number; readonly turn: () => void }[] = []
  let begun = 0
  let following = false

  const follow = async (): Promise<void> => {
    following = true
    while (waiting.size > 0) {
      await clock.sleep(POLL_MS)
      for (const { id, status } of await zendesk.jobs.showMany([...waiting.keys()])) {
        if (status !== 'completed') continue
        waiting.get(id)?.()
        waiting.delete(id)
      }
    }
    following = false
  }
  return async (rank, begin) => {
    if (begun >= MOST_JOBS) {
      await new Promise<void>((turn) => {
        queue.push({ rank, turn })
        queue.sort((one, other) => one.rank - other.rank)
      })
    } else begun += 1
    const { id } = await patiently(begin, clock)
    await new Promise<void>((ended) => {
      waiting.set(id, ended)
      if (!following) void follow()
    })
    const next = queue.shift()
    if (next) next.turn()
    else begun -= 1
  }
}

function partOf({ people, tickets }: Batch, from: number, size = HUNDRED) {
  const first = from * HUNDRED
  const users = counted(FIRST_USER + first, Math.min(size, people - first))
  return { users, tickets: counted(FIRST_TICKET + first * tickets, users.length * tickets) }
}

function inHundreds(ids: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / HUNDRED) }, (_, i) =>
    ids.slice(i * HUNDRED, (i + 1) * HUNDRED),
  )
}

const counted = (first: number, length: number): number[] =>
  Array.from({ length }, (_, i) => first + i)
