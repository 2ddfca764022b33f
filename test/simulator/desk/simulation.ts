import { advance, type Flow, flows, type Hands, Refusal } from '../../../src/flows/index.ts'
import { DiskFull } from '../../../src/records/errors.ts'
import { Judge, type Memory } from '../oracle/judge.ts'
import type { Place, ScenarioName, Schedule } from '../schedule.ts'
import { makeWorld } from '../world/make-world.ts'
import type { World } from '../world/world.ts'
import { Authority } from './authority.ts'
import { Clock } from './clock.ts'
import { Crash, Runaway } from './crash.ts'
import { happen } from './events.ts'
import { Fate } from './fate.ts'
import { handsOf, type Life, type Surroundings } from './hands.ts'
import { letGoOn, open, respond } from './humans.ts'
import { liftHolds } from './outsiders.ts'
import { copyDisk, type Disk, emptyDisk } from './virtual-store.ts'

/** A wrong engine: what is put in place of its hands or of its flow. */
export type Mutant = {
  readonly hands?: (hands: Hands) => Hands
  readonly flow?: (flow: Flow) => Flow
}

/** A run in its middle, where it rests: another one can be taken up from here. */
export type Snapshot = {
  readonly ms: number
  readonly world: World
  readonly disk: Disk
  readonly count: Readonly<Record<Place, number>>
  readonly life: Readonly<Life>
  readonly memory: Memory
}

type Setting = { readonly scenario: ScenarioName; readonly mutant: Mutant }

function begun(schedule: Schedule, scenario: ScenarioName): Surroundings {
  const [clock, world, disk] = [new Clock(), makeWorld(scenario), emptyDisk()]
  const authority = new Authority(scenario)
  const judge = new Judge({ scenario, world, authority, disk, clock })
  return { clock, world, disk, authority, judge, fate: new Fate(schedule) }
}

function takenUp(schedule: Schedule, scenario: ScenarioName, from: Snapshot): Surroundings {
  const [clock, world, disk] = [
    new Clock(from.ms),
    structuredClone(from.world),
    copyDisk(from.disk),
  ]
  const authority = new Authority(scenario)
  const judge = new Judge({ scenario, world, authority, disk, clock }, from.memory)
  return { clock, world, disk, authority, judge, fate: new Fate(schedule, from.count) }
}

/** One request, from its opening to its seal, through whatever the schedule has in store for it. */
export class Simulation {
  readonly around: Surroundings
  readonly life: Life
  readonly #setting: Setting
  readonly #flow: Flow
  #hands: Hands

  constructor(schedule: Schedule, setting: Setting, from?: Snapshot) {
    const { scenario, mutant } = setting
    const { erasure } = flows
    if (!erasure) throw new TypeError('there is no flow for an erasure')
    this.around = from ? takenUp(schedule, scenario, from) : begun(schedule, scenario)
    this.life = from ? { ...from.life } : { starts: 1, deeds: 0, made: 0, id: undefined }
    this.#setting = setting
    this.#flow = mutant.flow?.(erasure) ?? erasure
    this.#hands = this.#newHands()
    const { fate } = this.around
    fate.busy = () => this.life.deeds > 0
    fate.happen = async (event) =>
      await happen(event, { ...this.around, id: () => this.life.id, hands: () => this.#hands })
  }

  /** Where it stands now; `undefined` while something is on its way that no copy could carry. */
  snapshot(): Snapshot | undefined {
    const { clock, world, disk, fate, judge } = this.around
    if (!clock.idle || judge.violations.length > 0) return undefined
    return {
      ms: clock.ms,
      world: structuredClone(world),
      disk: copyDisk(disk),
      count: { ...fate.count },
      life: { ...this.life },
      memory: judge.memory,
    }
  }

  /** One go of the engine, and of the people whom it waits for. Says whether all is over. */
  async go(): Promise<boolean> {
    const { clock, disk, judge } = this.around
    try {
      return await this.#go()
    } catch (error) {
      if (error instanceof Crash) this.#restart()
      else if (error instanceof DiskFull) disk.space = 'free'
      else if (error instanceof Refusal) clock.pass(60_000)
      else {
        judge.blame(error instanceof Runaway ? 'terminates' : 'trouble', String(error))
        return true
      }
      return false
    }
  }

  async #go(): Promise<boolean> {
    const { clock, world, disk, authority, fate } = this.around
    await fate.rest()
    // Killed right after opening: the request is there, although nobody was told its number.
    const [there] = disk.journals.keys()
    this.life.id ??= there ?? (await open(this.#setting.scenario, this.#hands))
    const { id } = this.life
    const resting = await advance(id, this.#flow, this.#hands)
    if (resting.on === 'nothing') return true
    if (resting.on === 'time') {
      if (resting.step === 'disk-full') disk.space = 'free'
      clock.passUntil(resting.until)
    } else if (resting.on === 'human') {
      clock.pass(60_000)
      await respond(resting.step, { id, authority }, this.#hands)
    } else if (resting.on === 'halt') {
      clock.pass(1_800_000)
      liftHolds(world)
      await letGoOn(resting.code, { id, authority }, this.#hands)
    }
    return false
  }

  /** The process starts again on what is durable. */
  #restart(): void {
    this.life.starts += 1
    this.life.deeds = 0
    this.around.clock.pass(5_000)
    this.#hands = this.#newHands()
  }

  #newHands(): Hands {
    const hands = handsOf(this.around, this.life)
    return this.#setting.mutant.hands?.(hands) ?? hands
  }
}
