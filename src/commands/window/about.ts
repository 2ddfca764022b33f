import { Refusal } from '../../flows/index.ts'
import { fold } from '../../records/fold.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
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

/** A deed of a window. That the window is closed tells its deed, too: then nothing else is done. */
export const inWindow = (may: May, run: Deed['run'], more: Pick<Deed, 'waiting'> = {}): Deed => ({
  may,
  ...more,
  run: async (visited, office) => {
    if (visited.way !== 'closed') return await run(visited, office)
    if (visited.view) office.unwatch(visited.view.id)
    return { kind: 'nothing' }
  },
})

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
