import { type Seeding, type Snapshot, snapshotOf } from '../account/store.ts'
import type { Setup } from '../options.ts'
import { writtenAt } from './calendar.ts'
import { putCast } from './cast.ts'
import { putCustomers } from './customers.ts'
import { conversation } from './filler.ts'
import { putGroundwork } from './groundwork.ts'
import { herTickets } from './her-tickets.ts'
import { homonymTickets } from './homonym-tickets.ts'
import { putStory } from './make-ticket.ts'
import { mentionTickets } from './mention-tickets.ts'
import { randomFrom } from './random.ts'
import type { Story } from './story-types.ts'
import { putSuspended } from './suspended.ts'

type Wanted = { readonly now: number; readonly size: Setup['size'] }

let last: { readonly wanted: Wanted; readonly snapshot: Snapshot } | undefined

/** The account as it is first found. Dates count back from `now`, everything else is the same each time. */
export function sampleOf(wanted: Wanted): Snapshot {
  // Tests open many accounts at one moment; the last sample is kept for them.
  if (last?.wanted.now === wanted.now && last.wanted.size === wanted.size) return last.snapshot
  const snapshot = snapshotOf((store) => fill(store, wanted))
  if (wanted.size !== 'large') last = { wanted, snapshot }
  return snapshot
}

function fill(store: Seeding, { now, size }: Wanted): void {
  putGroundwork(store, now)
  putCast(store, now, size === 'staff' ? 'staff' : 'all')
  if (size === 'staff') return
  const random = randomFrom(48_213)
  const large = size === 'large'
  const customers = putCustomers(store, random, { now, count: large ? 4000 : 60 })
  const stories = [...herTickets, ...mentionTickets, ...homonymTickets]
  for (const story of stories) putStory(store, story, now)
  const taken = new Set(stories.map(({ id }) => id))
  for (const id of numbersBut(taken, large ? 99_400 : 601 - taken.size)) {
    const stage = stageOf(id, now, random.below(10))
    putStory(store, conversation(random, { id, customer: random.pick(customers), ...stage }), now)
  }
  putSuspended(store, now)
}

/** Ticket numbers spread over the years, the newest around 48,300; a large account begins far below. */
function numbersBut(taken: ReadonlySet<number>, count: number): number[] {
  const [low, high] = count > 20_000 ? [-51_400, 48_310] : [21_420, 48_310]
  const step = (high - low) / count
  const numbers = Array.from({ length: count }, (_, i) => Math.floor(high - i * step))
  // A large account numbers its older tickets above a million, so that ids stay positive.
  return numbers
    .map((number) => (number > 0 ? number : 1_000_000 - number))
    .filter((number) => !taken.has(number))
}

type Stage = { readonly status: Story['status']; readonly archived: boolean }

// Solved tickets close after four weeks and are archived 120 days later (facts 8).
function stageOf(id: number, now: number, chance: number): Stage {
  const days = id > 1_000_000 ? 2000 : (now - writtenAt(id, now)) / 86_400_000
  if (days > 148) return { status: 'closed', archived: true }
  if (days > 28) return { status: 'closed', archived: false }
  if (days > 5) return { status: chance < 8 ? 'solved' : 'pending', archived: false }
  return {
    status:
      (
        [
          'new',
          'open',
          'open',
          'pending',
          'hold',
          'solved',
          'solved',
          'open',
          'solved',
          'pending',
        ] as const
      )[chance] ?? 'open',
    archived: false,
  }
}
