import type { ModalView } from '@slack/types'
import type { Office, ViewOutcome } from './deed.ts'
import type { Visit, VisitedView } from './visit.ts'

/** Slack did not take a window. `code` is Slack's, or that of `slack/at-once.ts`. */
export class WindowRefused extends Error {
  override readonly name = 'WindowRefused'
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

type At = { readonly id: string; readonly hash?: string }

/** What passes by itself: a window is changed again until Slack has taken it. */
export const isPassing = (code: string): boolean =>
  ['lost', 'limited', 'unreachable'].includes(code)
/** Milliseconds before each further try. */
const pauses = [500, 1_000, 2_000, 4_000, 8_000] as const

/** The windows of one visit: the one it came from, and what was opened for it. */
export class Screen {
  readonly #visit: Visit
  readonly #office: Office
  #opened: At | undefined

  constructor(visit: Visit, office: Office) {
    this.#visit = visit
    this.#office = office
  }

  /** Whether a window waits for what comes of the visit. */
  get isWaiting(): boolean {
    return this.#opened !== undefined
  }

  /** The window that was opened for this visit, or that it came from. */
  get window(): VisitedView | { readonly id: string; readonly hash: string } | undefined {
    return this.#opened ? { hash: '', ...this.#opened } : this.#visit.view
  }

  /** Opens a window at once, while the trigger lives; what comes of the visit is shown in it. */
  async wait(view: ModalView, over: boolean): Promise<void> {
    const { trigger, view: in_ } = this.#visit
    if (!trigger || (in_?.kind === 'modal' && !over)) return
    const came = await this.open(view)
    if (came.ok) this.#opened = came
  }

  /** The form itself says that it is being worked at. */
  waitInForm(): void {
    if (this.#visit.view) this.#opened = { id: this.#visit.view.id }
  }

  /** In a window, over it; else by itself. Without a trigger, or too late, it is not there. */
  async open(view: ModalView): Promise<ViewOutcome> {
    const { trigger, view: from } = this.#visit
    if (!trigger) return { ok: false, code: 'expired-trigger' }
    const { views, hands } = this.#office
    const external = hands.newId()
    const named = { ...view, external_id: external }
    const open = from?.kind === 'modal' ? views.push : views.open
    const came = await open(trigger, named)
    if (came.ok || came.code !== 'lost') return came
    // It may stand there all the same: then it is found by its own name.
    const found = await views.update({ external }, named)
    return found.ok ? found : await open(trigger, named)
  }

  /** Changes the window that waits. */
  async change(view: ModalView): Promise<ViewOutcome> {
    return this.#opened
      ? await this.replace(this.#opened, view)
      : { ok: false, code: 'expired-trigger' }
  }

  /**
   * Changes a window, again until Slack has taken it. Who has pressed something in it sees what came
   * of it, also when it was drawn anew meanwhile.
   */
  async replace(at: At, view: ModalView): Promise<ViewOutcome> {
    let came = await this.#office.views.update(at, view)
    for (const pause of pauses) {
      if (came.ok) return came
      if (came.code === 'hash-conflict') came = await this.#office.views.update({ id: at.id }, view)
      else if (isPassing(came.code)) {
        await this.#office.hands.rest(pause)
        came = await this.#office.views.update(at, view)
      } else return came
    }
    return came
  }
}
