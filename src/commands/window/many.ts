import { addToDraft, draftOf } from '../../flows/index.ts'
import type { PeopleFinds } from '../../records/finds.ts'
import type { Id } from '../../records/primitives.ts'
import { type Crowd, crowdOf, tickedAtFirst } from '../../views/window/crowd.ts'
import { doubtedPageSize } from '../../views/window/many.ts'
import { pageOf } from '../../views/window/pages.ts'
import type { Office, Visited } from '../deed.ts'
import { type About, listIn } from './about.ts'

/** Who is ticked among many people: what somebody has said so far, or those found exactly. */
export async function tickedAmong(
  id: Id,
  finds: PeopleFinds,
  { hands }: Pick<Office, 'hands'>,
): Promise<number[]> {
  const { users } = (await draftOf(id, hands)) ?? {}
  return users ? [...users] : tickedAtFirst(crowdOf(finds))
}

/** The same, with what is ticked on the page that is left or sent off. */
export async function tickedWith(
  visited: Visited,
  { id, page }: Pick<About, 'id' | 'page'>,
  { finds, office }: { readonly finds: PeopleFinds; readonly office: Office },
): Promise<number[]> {
  const crowd = crowdOf(finds)
  const shown = new Set(onPage(crowd, page))
  const before = await tickedAmong(id, finds, office)
  const here = Object.keys(visited.values)
    .filter((name) => name.startsWith('person-'))
    .flatMap((name) => listIn(visited, name))
    .map(Number)
    .filter((user) => shown.has(user))
  const sure = listIn(visited, 'bulk').length > 0 ? tickedAtFirst(crowd) : []
  const elsewhere = before.filter((user) => !shown.has(user))
  return [...new Set([...sure, ...elsewhere, ...here])]
}

/** Whom the boxes of a page are about. */
const onPage = (crowd: Crowd, page: number): number[] => [
  ...tickedAtFirst(crowd),
  ...pageOf(crowd.doubted, page, doubtedPageSize).here.flatMap(({ candidates }) =>
    candidates.map(({ id }) => id),
  ),
]

/** Keeps who is ticked, on whichever page. */
export async function keepTicked(
  { by }: Pick<Visited, 'by'>,
  { id, seen }: Pick<About, 'id' | 'seen'>,
  { users, office }: { readonly users: readonly number[]; readonly office: Office },
): Promise<void> {
  await addToDraft({ id, by, seen, more: { users } }, office.hands)
}

/** Of many people, who is left out because nobody was ticked for him, and why, as a code. */
export function leftOutOf(
  finds: PeopleFinds,
  users: readonly number[],
): { person: number; code: string }[] {
  const ticked = new Set(users)
  return crowdOf(finds).doubted.flatMap(({ person, candidates }) => {
    if (candidates.some(({ id }) => ticked.has(id))) return []
    return [{ person, code: candidates.length === 0 ? 'no-match' : 'wrong-person' }]
  })
}
