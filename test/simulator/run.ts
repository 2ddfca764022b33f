import { createHash } from 'node:crypto'
import { advance, type Flow, flows, type Hands, Refusal } from '../../src/flows/index.ts'
import { DiskFull } from '../../src/records/errors.ts'
import type { Id } from '../../src/records/primitives.ts'
import { Authority } from './desk/authority.ts'
import { Clock } from './desk/clock.ts'
import { Crash, Runaway } from './desk/crash.ts'
import { happen } from './desk/events.ts'
import { Fate } from './desk/fate.ts'
import { letGoOn, open, respond } from './desk/humans.ts'
import { liftHolds } from './desk/outsiders.ts'
import { emptyDisk, storeOn } from './desk/virtual-store.ts'
import { Judge, type Violation } from './oracle/judge.ts'
import { openCalls } from './oracle/plans.ts'
import type { Place, Schedule, ScenarioName } from './schedule.ts'
import { accountOf } from './world/account.ts'
import { callTimeout, settle } from './world/calls.ts'
import { makeWorld } from './world/make-world.ts'
import type { World } from './world/world.ts'

/** A wrong engine: what is put in place of its hands or of its flow. */
export type Mutant = {
  readonly hands?: (hands: Hands) => Hands
  readonly flow?: (flow: Flow) => Flow
}

/** How one schedule went. */
export type Report = {
  readonly violations: readonly Violation[]
  readonly count: Readonly<Record<Place, number>>
  readonly hours: number
  readonly starts: number
  readonly world: World
  readonly journal: readonly { kind: string }[]
}

const mostRests = 400
const { erasure } = flows

/** Runs one schedule from the opening of a request to its seal, through every crash. */
export async function run(
  schedule: Schedule,
  { scenario = 'by-ticket', mutant = {} }: { scenario?: ScenarioName; mutant?: Mutant } = {},
): Promise<Report> {
  const clock = new Clock()
  const began = clock.ms
  const [world, disk, authority, fate] = [
    makeWorld(scenario),
    emptyDisk(),
    new Authority(scenario),
    new Fate(schedule),
  ]
  const judge = new Judge({ scenario, world, authority, disk, clock })
  const life = { starts: 0, deeds: 0, id: undefined as Id | undefined }
  const flow = erasure && (mutant.flow?.(erasure) ?? erasure)
  if (!flow) throw new TypeError('there is no flow for an erasure')
  let made = 0

  /** A start of the process: new hands on what is durable. Those of an earlier life are dead. */
  function start(): Hands {
    life.starts += 1
    life.deeds = 0
    clock.pass(5_000)
    const born = life.starts
    const alive = (): void => {
      if (life.starts !== born) throw new Crash('this process is dead')
    }
    const openCall = (): string | undefined =>
      openCalls(disk.journals.get(life.id ?? '') ?? []).at(-1)?.call
    const sent = (write: Parameters<Judge['sent']>[1]): void => judge.sent(life.id ?? '', write)
    const hands: Hands = {
      zendesk: accountOf({ clock, fate, alive, sent, world, openCall }),
      host: 'simulated.zendesk.com',
      people: { standing: async (member) => authority.standing(member) },
      store: storeOn(disk, {
        append: async () => await fate.append(),
        written: (owner, entries) => judge.written(owner, entries),
        alive,
        deed: (change) => void (life.deeds += change),
      }),
      policy: async () => authority.policy(),
      answer: ({ number, receipt }) => `We have done as you asked. ${number} · ${receipt}`,
      now: () => clock.now(),
      newId: () => idNumber((made += 1)),
      salt: () => createHash('sha256').update(`salt ${(made += 1)}`).digest('hex'),
      rest: async (ms) => clock.pass(ms),
      timing: {
        settle,
        callTimeout,
        jobPoll: 5_000,
        jobGiveUp: 600_000,
        indexLag: 120_000,
        statusPoll: 3_600_000,
      },
      rehearsal: false,
    }
    return mutant.hands?.(hands) ?? hands
  }

  let hands = start()
  fate.busy = () => life.deeds > 0
  fate.happen = async (event) =>
    await happen(event, { world, clock, authority, disk, id: () => life.id, hands: () => hands })

  /** One go of the engine, and of the people whom it waits for. Says whether all is over. */
  async function go(): Promise<boolean> {
    await fate.rest()
    life.id ??= [...disk.journals.keys()][0] ?? (await open(scenario, hands))
    const resting = await advance(life.id, flow as Flow, hands)
    if (resting.on === 'nothing') return true
    if (resting.on === 'time') {
      if (resting.step === 'disk-full') disk.space = 'free'
      clock.passUntil(resting.until)
    } else if (resting.on === 'human') {
      clock.pass(60_000)
      await respond(resting.step, { id: life.id, authority }, hands)
    } else if (resting.on === 'halt') {
      clock.pass(1_800_000)
      liftHolds(world)
      await letGoOn(life.id, hands)
    }
    return false
  }

  async function goOnce(): Promise<boolean> {
    try {
      return await go()
    } catch (error) {
      if (error instanceof Crash) hands = start()
      else if (error instanceof DiskFull) disk.space = 'free'
      else if (error instanceof Refusal) clock.pass(60_000)
      else if (error instanceof Runaway) {
        judge.blame('terminates', error.message)
        return true
      } else {
        judge.blame('trouble', String(error))
        return true
      }
      return false
    }
  }

  let over = false
  for (let i = 0; i < mostRests && !over; i += 1) over = await goOnce()
  judge.end(life.id ?? '')
  const journal = disk.journals.get(life.id ?? '') ?? []
  const hours = (clock.ms - began) / 3_600_000
  const { violations } = judge
  return { violations, count: fate.count, hours, starts: life.starts, world, journal }
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
