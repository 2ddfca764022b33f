import type { AppendFault, EventName, Place, ReadFault, Schedule, WriteFault } from '../schedule.ts'
import { Runaway } from './crash.ts'

const none = { write: 0, append: 0, read: 0, rest: 0 }

/** A write that will go wrong. */
export type Planned = { readonly fault: WriteFault; readonly ms?: number }

/** Counts what passes and says what goes wrong with it: the schedule, as it comes true. */
export class Fate {
  readonly count: Record<Place, number>
  readonly #limit: number
  readonly #writes = new Map<number, Planned>()
  readonly #appends = new Map<number, AppendFault>()
  readonly #reads = new Map<number, ReadFault>()
  readonly #events: { on: Place; nth: number; event: EventName }[] = []
  /** What happens when an event's moment has come. */
  happen: (event: EventName) => Promise<void> = async () => {}
  /** Whether somebody's deed would have to wait now: then so does the event. */
  busy: () => boolean = () => false
  #happening = false

  /** `count`: what has passed before, when a run is taken up in its middle. */
  constructor(schedule: Schedule, count: Readonly<Record<Place, number>> = none, limit = 900) {
    this.count = { ...count }
    this.#limit = limit
    for (const twist of schedule) {
      if (twist.at === 'write') this.#writes.set(twist.nth, twist)
      else if (twist.at === 'append') this.#appends.set(twist.nth, twist.fault)
      else if (twist.at === 'read') this.#reads.set(twist.nth, twist.fault)
      else this.#events.push(twist)
    }
  }

  async write(): Promise<Planned | undefined> {
    return this.#writes.get(await this.#pass('write'))
  }

  async append(): Promise<AppendFault | undefined> {
    // What an event itself writes goes through.
    return this.#happening ? undefined : this.#appends.get(await this.#pass('append'))
  }

  async read(): Promise<ReadFault | undefined> {
    return this.#reads.get(await this.#pass('read'))
  }

  async rest(): Promise<void> {
    await this.#pass('rest')
  }

  async #pass(place: Place): Promise<number> {
    this.count[place] += 1
    const nth = this.count[place]
    if (nth > this.#limit) throw new Runaway(`more than ${this.#limit} times at a ${place}`)
    await this.#let(place, nth)
    return nth
  }

  /** Lets come true whose moment has come, or had come while somebody's deed was in hand. */
  async #let(place: Place, nth: number): Promise<void> {
    if (this.#happening || this.#events.length === 0 || this.busy()) return
    const due = this.#events.filter((event) => event.on === place && event.nth <= nth)
    for (const event of due) {
      this.#events.splice(this.#events.indexOf(event), 1)
      this.#happening = true
      try {
        await this.happen(event.event)
      } finally {
        this.#happening = false
      }
    }
  }
}
