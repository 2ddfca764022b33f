import type { Headway, Standing, Turn } from '../../views/desk/standing.ts'

type Look = { readonly step: string; readonly done: number; readonly of: number }
type Noted = Look & { readonly since: number; readonly from: number; readonly at: number }

/** What a look counts while the request is at a step. */
const counted: Readonly<Record<string, readonly string[]>> = {
  'find-people': ['find-people'],
  'find-traces': ['find-traces', 'read-conversations'],
}

/** How far looks have come, and what keeps requests waiting: known to this process alone. */
export class Looks {
  readonly #noted = new Map<string, Noted>()
  readonly #waits = new Map<string, NonNullable<Standing['waits']>>()

  /** `at`: milliseconds since the epoch. */
  note(id: string, look: Look, at: number): void {
    const before = this.#noted.get(id)
    const goesOn = before?.step === look.step && before.done <= look.done
    const { since, from } = goesOn ? before : { since: at, from: look.done }
    this.#noted.set(id, { ...look, since, from, at })
    // What gets on does not wait any more.
    this.#waits.delete(id)
  }

  /** How far the look of the step has come that the request is at. */
  headway(id: string, { kind, step = '' }: Turn): Headway | undefined {
    const noted = this.#noted.get(id)
    const isAtIt = noted && kind === 'bot' && counted[step]?.includes(noted.step) === true
    return isAtIt ? headwayIn(noted) : undefined
  }

  /** Says that it waits, and why; without a reason, that it waits no more. `true`: that is new. */
  wait(id: string, why?: Standing['waits']): boolean {
    if (why === undefined) return this.#waits.delete(id)
    this.#waits.set(id, why)
    return true
  }

  /** What keeps it waiting. */
  waits(id: string): Standing['waits'] {
    return this.#waits.get(id)
  }

  forget(id: string): void {
    this.#noted.delete(id)
    this.#waits.delete(id)
  }
}

function headwayIn({ done, of, since, from, at }: Noted): Headway {
  const minutes = (at - since) / 60_000
  if (minutes <= 0 || done <= from || done >= of) return { done, of }
  const rate = (done - from) / minutes
  return { done, of, rate: Math.max(1, Math.round(rate)), minutes: Math.ceil((of - done) / rate) }
}
