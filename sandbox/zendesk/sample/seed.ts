import { type Seeding, type Snapshot, snapshotOf } from '../account/store.ts'
import type { Setup } from '../options.ts'
import { writtenAt } from './calendar.ts'
import { putCasePeople } from './case-cast.ts'
import { caseMentions } from './case-mentions.ts'
import { frequent, frequentHomonyms } from './case-people.ts'
import { caseTickets } from './case-tickets.ts'
import { putCast } from './cast.ts'
import { crowdOf } from './crowd.ts'
import type { Writer } from './crowd-plan.ts'
import { putCustomers } from './customers.ts'
import { conversation } from './filler.ts'
import { putGroundwork } from './groundwork.ts'
import { herTickets } from './her-tickets.ts'
import { homonymTickets } from './homonym-tickets.ts'
import { putStory } from './make-ticket.ts'
import { putPerson } from './make-user.ts'
import { mentionTickets } from './mention-tickets.ts'
import { randomFrom } from './random.ts'
import { putRules } from './rules.ts'
import { type Stage, stageAfter } from './stages.ts'
import { putSuspended } from './suspended.ts'

type Wanted = {
  readonly now: number
  readonly size: Setup['size']
  readonly loud?: boolean
}

let last: { readonly wanted: Wanted; readonly snapshot: Snapshot } | undefined

/** The account as it is first found. Dates count back from `now`, everything else is the same each time. */
export function sampleOf(wanted: Wanted): Snapshot {
  if (wanted.size === 'large') return large(wanted)
  // Tests open many accounts at one moment; the last sample is kept for them.
  if (last && isSame(last.wanted, wanted)) return last.snapshot
  const snapshot = snapshotOf((store) => fill(store, wanted))
  last = { wanted, snapshot }
  return snapshot
}

const isSame = (a: Wanted, b: Wanted): boolean =>
  a.now === b.now && a.size === b.size && a.loud === b.loud

function fill(store: Seeding, { now, size, loud = false }: Wanted): void {
  putGroundwork(store, now)
  putCast(store, now, size === 'staff' ? 'staff' : 'all')
  if (size === 'staff') return
  putCasePeople(store, now)
  const random = randomFrom(48_213)
  const customers = putCustomers(store, random, { now, count: 60 })
  const stories = [...herTickets, ...mentionTickets, ...homonymTickets]
  for (const story of stories) putStory(store, story, now)
  const everyday = numbersBut(new Set(stories.map(({ id }) => id)))
  const hard = [...caseTickets, ...caseMentions]
  for (const [at, id] of everyday.entries()) {
    const stage = stageOf(id, now, random.below(10))
    const story = conversation(random, { id, customer: random.pick(customers), ...stage })
    // The oldest make room for the harder cases: six hundred stay six hundred.
    if (at < everyday.length - hard.length) putStory(store, story, now)
  }
  for (const story of hard) putStory(store, story, now)
  putSuspended(store, now)
  putRules(store, now, loud)
}

/** The sample, four thousand customers more, and their hundred thousand tickets. */
function large({ now, loud = false }: Wanted): Snapshot {
  let users: Seeding['get'] | undefined
  let customers: readonly Writer[] = []
  const { puts } = snapshotOf((store) => {
    users = store.get
    fill(store, { now, size: 'sample', loud })
    customers = putCustomers(store, randomFrom(99_400), { now, count: 4000, from: 360_002_000_000 })
    const since = now - 2300 * 86_400_000
    for (const person of [frequent, ...frequentHomonyms])
      putPerson(store, { ...person, locale: 'fr', since })
  })
  const line = { puts: [], drops: [], sample: { now, size: 'large', loud } }
  return {
    puts,
    lines: [`${JSON.stringify(line)}\n`],
    crowd: crowdOf({ now, customers, user: (id) => users?.('users', id) }),
  }
}

/** Ticket numbers spread over the years, the newest around 48,300. */
function numbersBut(taken: ReadonlySet<number>): number[] {
  const [low, high] = [21_420, 48_310]
  const count = 601 - taken.size
  const step = (high - low) / count
  return Array.from({ length: count }, (_, i) => Math.floor(high - i * step)).filter(
    (number) => !taken.has(number),
  )
}

const stageOf = (id: number, now: number, chance: number): Stage =>
  stageAfter((now - writtenAt(id, now)) / 86_400_000, chance)
