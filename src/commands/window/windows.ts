import type { Id, Instant } from '../../records/primitives.ts'
import type { News, Office, Watched } from '../deed.ts'

/** The open windows that follow their requests. */
export type Windows = {
  readonly watch: Office['watch']
  readonly unwatch: Office['unwatch']
  /** The journal of a request has grown. */
  readonly changed: (request: Id) => void
  /** A step of a request has come so far. */
  readonly progress: (request: Id, step: string, done: number, of: number) => void
  /** A request waits until a moment, because of a code; without one, it waits no more. */
  readonly waits: (request: Id, why?: { readonly code: string; readonly until: Instant }) => void
  /** Draws nothing more. */
  readonly close: () => void
}

type Surroundings = Pick<Office, 'views' | 'trouble'> & {
  /** How often a window is drawn again at most, in milliseconds. */
  readonly pace?: number
}

/**
 * Keeps open windows true to their requests: at most once a second each, by id and hash, so that
 * nobody's newer window is painted over. What is gone or was changed by somebody else is let go.
 */
export const createWindows = (around: Surroundings): Windows => new OpenWindows(around)

type Open = {
  readonly window: Watched
  /** Slack does not tell the hash of a window that it was answered with. */
  hash: string
  busy: boolean
  due: boolean
  fails: number
}

const usualPace = 1000
/** How long an answer of ours may take to be on the screen: nothing is sent after it before. */
const answering = 250
/** A look at the journal that changed nothing is soon followed by another one, if need be. */
const breath = 100
/** More than a workspace ever has open: who quits Slack does not tell it. */
const most = 500
/** How often a window is tried that Slack does not take just now. */
const patience = 5

/** Codes of `slack/at-once.ts`. */
const gone: ReadonlySet<string> = new Set(['hash-conflict', 'gone'])

class OpenWindows implements Windows {
  readonly #views: Office['views']
  readonly #trouble: Office['trouble']
  readonly #pace: number
  /** By the id of their view, the oldest first. */
  readonly #open = new Map<string, Open>()
  readonly #news = new Map<Id, News>()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor({ views, trouble, pace = usualPace }: Surroundings) {
    this.#views = views
    this.#trouble = trouble
    this.#pace = pace
  }

  readonly watch: Windows['watch'] = (window) => {
    const { id, hash } = window.view
    this.#open.delete(id)
    const [oldest] = this.#open.keys()
    if (this.#open.size >= most && oldest !== undefined) this.#open.delete(oldest)
    const one = { window, hash, busy: false, due: true, fails: 0 }
    this.#open.set(id, one)
    // What happened between the drawing and now.
    if (hash) void this.#draw(one)
    else this.#rest(one, answering)
  }

  readonly unwatch: Windows['unwatch'] = (view) => void this.#open.delete(view)

  readonly changed: Windows['changed'] = (request) => {
    this.#news.delete(request)
    this.#call(request)
  }

  readonly progress: Windows['progress'] = (request, step, done, of) => {
    this.#news.set(request, { progress: { step, done, of } })
    this.#call(request)
  }

  readonly waits: Windows['waits'] = (request, why) => {
    if (why) this.#news.set(request, { waits: why })
    else if (!this.#news.delete(request)) return
    this.#call(request)
  }

  readonly close: Windows['close'] = () => {
    this.#open.clear()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #call(request: Id): void {
    for (const one of this.#open.values()) {
      if (one.window.request !== request) continue
      one.due = true
      void this.#draw(one)
    }
  }

  async #draw(one: Open): Promise<void> {
    if (one.busy || !one.due) return
    one.busy = true
    one.due = false
    try {
      const isSent = await this.#redraw(one)
      this.#rest(one, isSent ? this.#pace : Math.min(this.#pace, breath))
    } catch (error) {
      this.#trouble('window', error)
      this.#letGo(one)
    }
  }

  #rest(one: Open, ms: number): void {
    one.busy = true
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      one.busy = false
      if (this.#isOpen(one)) void this.#draw(one)
    }, ms)
    timer.unref()
    this.#timers.add(timer)
  }

  /** Whether something was sent to Slack. */
  async #redraw(one: Open): Promise<boolean> {
    const { id } = one.window.view
    const view = await one.window.draw(this.#news.get(one.window.request))
    if (!view || !this.#isOpen(one)) return false
    const came = await this.#views.update(one.hash ? { id, hash: one.hash } : { id }, view)
    one.fails = came.ok ? 0 : one.fails + 1
    if (came.ok) one.hash = came.hash
    else if (gone.has(came.code) || one.fails >= patience) this.#letGo(one)
    else one.due = true
    return true
  }

  #isOpen(one: Open): boolean {
    return this.#open.get(one.window.view.id) === one
  }

  #letGo(one: Open): void {
    if (this.#isOpen(one)) this.#open.delete(one.window.view.id)
  }
}
