import { createHash } from 'node:crypto'
import type { Hands } from '../../../src/flows/index.ts'
import type { Id } from '../../../src/records/primitives.ts'
import type { Judge } from '../oracle/judge.ts'
import { openCalls } from '../oracle/plans.ts'
import { accountOf } from '../world/account.ts'
import { callTimeout, settle } from '../world/calls.ts'
import type { World } from '../world/world.ts'
import type { Authority } from './authority.ts'
import type { Clock } from './clock.ts'
import { Crash } from './crash.ts'
import type { Fate } from './fate.ts'
import { type Disk, storeOn } from './virtual-store.ts'

/** All that outlives a process, and what looks on. */
export type Surroundings = {
  readonly clock: Clock
  readonly world: World
  readonly disk: Disk
  readonly authority: Authority
  readonly fate: Fate
  readonly judge: Judge
}

/** The life of the process: which start this is, and what it is about. */
export type Life = { starts: number; deeds: number; made: number; id: Id | undefined }

/** How long things take in the simulator. */
const timing = {
  settle,
  callTimeout,
  jobPoll: 5_000,
  jobGiveUp: 600_000,
  indexLag: 120_000,
  listingLag: 60_000,
  statusPoll: 6 * 3_600_000,
}

/** The hands of one start of the process. Once there is another start, they are dead. */
export function handsOf(around: Surroundings, life: Life): Hands {
  const { clock, world, disk, authority, fate, judge } = around
  const born = life.starts
  const alive = (): void => {
    if (life.starts !== born) throw new Crash('this process is dead')
  }
  const openCall = (): string | undefined =>
    openCalls(disk.journals.get(life.id ?? '') ?? []).at(-1)?.call
  const made = (): number => {
    life.made += 1
    return life.made
  }
  return {
    zendesk: accountOf({
      clock,
      fate,
      alive,
      world,
      openCall,
      sent: (write) => judge.sent(life.id ?? '', write),
    }),
    host: 'simulated.zendesk.com',
    people: { standing: async (member) => authority.standing(member) },
    store: storeOn(disk, {
      append: async () => await fate.append(),
      written: (owner, entries) => judge.written(owner, entries),
      alive,
      deed: (change) => {
        life.deeds += change
      },
    }),
    policy: async () => authority.policy(),
    answer: ({ number, receipt }) => `We have done as you asked. ${number} · ${receipt}`,
    now: () => clock.now(),
    newId: () => idNumber(made()),
    salt: () => createHash('sha256').update(`salt ${made()}`).digest('hex'),
    rest: async (ms) => clock.pass(ms),
    timing,
    rehearsal: false,
    paused: () => authority.paused(disk.journals.get(life.id ?? '')?.length ?? 0),
  }
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID by number, so that a failure reads the same twice. */
function idNumber(n: number): Id {
  let [text, rest] = ['', n]
  for (let i = 0; i < 8; i += 1) {
    text = letters[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return `01SM${'0'.repeat(14)}${text}`
}
