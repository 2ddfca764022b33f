import type { Entry, EntryOf } from './entry.ts'
import type { Id } from './primitives.ts'
import type { Owner } from './store.ts'

/** Whether the desk kept its own pause, judged from the log alone: part of `Rules`. */
export class DeskRules {
  #paused = false
  /** Calls that were intended while the desk was paused: none of them may have been sent. */
  readonly #held = new Set<Id>()

  /** What is wrong with the next entry of the log, in words. */
  follow(owner: Owner, entry: Entry): readonly string[] {
    return [...this.#judge(owner, entry)]
  }

  *#judge(owner: Owner, entry: Entry): Generator<string> {
    if (entry.kind === 'paused' || entry.kind === 'resumed') yield* this.#turn(owner, entry)
    else if (entry.kind === 'posted' && owner === 'desk') yield 'the desk itself has no card'
    else yield* this.#call(entry)
  }

  *#call(entry: Entry): Generator<string> {
    if (entry.kind === 'intended' && this.#paused) this.#held.add(entry.call)
    if (entry.kind === 'submitted' && this.#held.has(entry.call)) yield sent
    if (entry.kind === 'settled') yield* this.#settle(entry)
  }

  *#turn(owner: Owner, { kind }: EntryOf<'paused' | 'resumed'>): Generator<string> {
    if (owner !== 'desk') yield 'only the desk as a whole can be paused'
    if (this.#paused === (kind === 'paused')) yield `the desk was ${kind} before it`
    this.#paused = kind === 'paused'
  }

  /** What reading back found after a crash may be somebody else's doing: only an answer proves a call. */
  *#settle({ call, how, outcomes }: EntryOf<'settled'>): Generator<string> {
    const wasHeld = this.#held.delete(call)
    const hadEffect = outcomes.some(([, outcome]) => outcome !== 'not-applied')
    if (wasHeld && how === 'answer' && hadEffect) yield sent
  }
}

const sent = 'it was sent while the desk was paused'
