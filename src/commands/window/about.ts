import { Refusal } from '../../flows/index.ts'
import { fold } from '../../records/fold.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { Turns } from '../../records/turns.ts'
import { waiting } from '../../views/notice.ts'
import type { Deed, May, Office, Visited } from '../deed.ts'
import type { VisitedView } from '../visit.ts'

/** What a button or a window of a request was bound to. */
export type About = {
  readonly id: Id
  /** The finds that were on the screen. */
  readonly seen: string
  readonly item: string
  readonly page: number
}

/** What is meant. Throws `Refusal` when it is about no request. */
export function aboutOf({ bound }: Pick<Visited, 'bound'>): About {
  if (!bound?.request) throw new Refusal('unknown-request')
  const { request: id, on: seen = '', item = '', page = 0 } = bound
  return { id, seen, item, page }
}

/** The request as its journal says now. */
export async function requestOf(id: Id, { hands }: Pick<Office, 'hands'>): Promise<Request> {
  const request = fold(id, (await hands.store.load(id)).entries)
  if (!request) throw new Refusal('unknown-request')
  return request
}

/** The window that a member did something in; `undefined` when he was in none. */
export const windowOf = ({ view }: Pick<Visited, 'view'>): VisitedView | undefined =>
  view && 'root' in view ? view : undefined

/** Which decision on a look stands now: a form that was drawn before another one counts no more. */
export const basisOf = ({ looks }: Request, look: 'people' | 'traces'): string =>
  looks[look]?.decided?.entry ?? ''

const turns = new Turns()

/**
 * One form of a request at a time: who sends one off a second time finds what the first has done.
 * The flows have turns of their own, which begin after we have looked.
 */
export const inTurn = async <T>({ id }: Pick<About, 'id'>, work: () => Promise<T>): Promise<T> =>
  await turns.take(id, work)

/** A deed of a window, for whoever may do it. */
export const inWindow = (may: May, run: Deed['run'], more: Pick<Deed, 'waiting'> = {}): Deed => ({
  may,
  run,
  ...more,
})

/**
 * A window over this one, opened at once: of thousands of finds it takes longer to draw than the
 * three seconds that a trigger lives (facts 1.6).
 */
export const overIt: Pick<Deed, 'waiting'> = { waiting: { view: waiting, over: true } }

/** A value of a field as one text. */
export function textIn({ values }: Pick<Visited, 'values'>, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** A value of a field as a list. */
export function listIn({ values }: Pick<Visited, 'values'>, field: string): readonly string[] {
  const value = values[field]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
