import { requestsNow } from '../../flows/index.ts'
import type { Entry } from '../../records/entry.ts'
import type { Owner } from '../../records/store.ts'
import { OutboxStopped } from '../../slack/outbox.ts'
import { Anchoring } from './anchoring.ts'
import { type Announced, Announcements, announcementIn } from './announcements.ts'
import { type BoardHands, idOf, type Snapshot } from './board-hands.ts'
import { Cards, isFinished } from './cards.ts'
import { Directs } from './direct.ts'
import { Homes } from './homes.ts'
import { Latest } from './latest.ts'
import { Listing } from './listing.ts'
import { Looks } from './looks.ts'
import { snapshotOf } from './snapshot.ts'
import { Threads } from './thread.ts'

export type { BoardHands } from './board-hands.ts'

/** Drawing reads the whole journal: a long one is left alone longer in between, at most this long (ms). */
const longest = 5_000
const entriesPerMs = 10
/** Days that are left are said on the card: it is drawn anew every so often. */
const often = 6 * 3_600_000

/** What Slack shows of the requests, kept as they are. */
export class Board {
  readonly #hands: BoardHands
  readonly #cards: Cards
  readonly #threads: Threads
  readonly #directs: Directs
  readonly #homes: Homes
  readonly #anchoring: Anchoring
  readonly #looks = new Looks()
  readonly #listing = new Listing()
  /** What of a sealed request has its last form. */
  readonly #over = new Map<string, Set<'card' | 'thread'>>()
  readonly #drawing: Latest<undefined>
  readonly #editing: Latest<Snapshot>
  readonly #telling: Latest<Snapshot>
  readonly #asking: Latest<Snapshot>
  readonly #announcing: Latest<Announced>
  #refreshing: NodeJS.Timeout | undefined

  constructor(hands: BoardHands) {
    this.#hands = hands
    this.#cards = new Cards(hands)
    this.#threads = new Threads(hands)
    this.#homes = new Homes(hands)
    this.#anchoring = new Anchoring(hands)
    this.#directs = new Directs(hands)
    const announcements = new Announcements(hands)
    this.#drawing = this.#latest('board', async (id) => await this.#draw(id))
    this.#editing = this.#latest('card', async (_, now) => await this.#edit(now))
    this.#telling = this.#latest('thread', async (_, now) => await this.#tell(now))
    this.#asking = this.#latest('direct', async (_, now) => await this.#directs.follow(now))
    this.#announcing = this.#latest('desk', async (_, said) => await announcements.say(said))
  }

  /** A journal has grown: what is drawn from it is drawn again, in its own time. Never throws. */
  readonly changed = (owner: Owner, entries: readonly Entry[]): void => {
    this.#anchoring.after(entries)
    if (owner !== 'desk') return this.#drawing.put(owner, undefined)
    const announced = announcementIn(entries)
    if (!announced) return
    this.#announcing.put('desk', announced)
    this.#homes.changed('all')
    this.#refresh()
  }

  /** How far a look has come, which stands in no journal. Never throws. */
  readonly progress = (id: string, step: string, done: number, of: number): void => {
    this.#looks.note(id, { step, done, of }, Date.parse(this.#hands.hands.now()))
    this.#drawing.put(id, undefined)
  }

  /** A request waits until a moment, because of a code; without one, it waits no more. Never throws. */
  readonly waits = (id: string, why?: { code: string; until: string }): void => {
    if (this.#looks.wait(id, why)) this.#drawing.put(id, undefined)
  }

  /** A member has opened his home tab. */
  readonly homeOpened = (user: string): void => this.#homes.opened(user)

  /**
   * What a start does: draws every request that is not over, and whatever of the others has not its
   * last form; says once more what was last said of a pause, in case it was not heard.
   */
  async takeUp(): Promise<void> {
    const { store } = this.#hands.hands
    const announced = announcementIn((await store.load('desk')).entries)
    if (announced) this.#announcing.put('desk', announced)
    for await (const { id, sealed } of store.list()) {
      const isOver = sealed && isFinished(await store.load(id))
      if (!isOver) this.#drawing.put(id, undefined)
    }
    this.#refreshing ??= setInterval(() => this.#refresh(), often)
    this.#refreshing.unref()
  }

  /** Resolves when everything that was asked for is drawn. */
  async idle(): Promise<void> {
    for (const part of this.#parts()) await part.idle()
  }

  /** Draws nothing more. Stop the outbox first: what is under way ends with it. */
  async close(): Promise<void> {
    clearInterval(this.#refreshing)
    await Promise.all(this.#parts().map(async (part) => await part.end()))
  }

  #parts(): readonly Pick<Latest<unknown>, 'idle' | 'end'>[] {
    const drawn = [this.#editing, this.#telling, this.#asking]
    return [this.#drawing, ...drawn, this.#announcing, this.#homes, this.#anchoring]
  }

  #latest<T>(where: string, work: (key: string, value: T) => Promise<number | void>): Latest<T> {
    const { hands, trouble } = this.#hands
    return new Latest<T>({
      work,
      failed: (_, error) => {
        // After a restart it is asked for again.
        if (!(error instanceof OutboxStopped)) trouble(where, error)
      },
      rest: hands.rest,
    })
  }

  #refresh(): void {
    this.#refreshAll().catch((error: unknown) => this.#hands.trouble('board', error))
  }

  async #refreshAll(): Promise<void> {
    for (const { id, closed } of await requestsNow(this.#hands.hands)) {
      if (!closed) this.#drawing.put(id, undefined)
    }
  }

  async #draw(id: string): Promise<number> {
    const snapshot = await snapshotOf(id, this.#looks, this.#hands)
    if (!snapshot) return 0
    this.#homes.changed(this.#listing.concerns(snapshot))
    this.#asking.put(id, snapshot)
    if (snapshot.standing.request.card) {
      this.#editing.put(id, snapshot)
      this.#telling.put(id, snapshot)
    } else {
      await this.#cards.post(snapshot)
      this.#drawing.put(id, undefined)
    }
    return Math.min(longest, snapshot.entries.length / entriesPerMs)
  }

  async #edit(snapshot: Snapshot): Promise<void> {
    await this.#cards.draw(snapshot)
    await this.#hasEnded('card', snapshot)
  }

  async #tell(snapshot: Snapshot): Promise<void> {
    await this.#threads.follow(snapshot)
    await this.#hasEnded('thread', snapshot)
  }

  /** Once card and thread of a sealed request have their last form, nothing of it is drawn again. */
  async #hasEnded(part: 'card' | 'thread', snapshot: Snapshot): Promise<void> {
    if (!snapshot.standing.request.sealed) return
    const id = idOf(snapshot)
    const over = this.#over.get(id) ?? new Set()
    this.#over.set(id, over.add(part))
    if (over.size < 2) return
    this.#over.delete(id)
    const memories = [this.#threads, this.#directs, this.#looks, this.#listing]
    for (const memory of memories) memory.forget(id)
    await this.#cards.finish(snapshot)
  }
}
