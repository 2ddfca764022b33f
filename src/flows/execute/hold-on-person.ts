import { Address, type Around, type Item, isHeld } from '../operations/kind.ts'
import { PERSON_HELD } from '../plan/kept.ts'
import { type StoredPlan, valueOf } from '../plan/stored.ts'

/** A user of a plan, and whose he is of several people. */
type Known = { readonly id: number; readonly person: number | undefined }

type Whose = { readonly person?: number | undefined }

/**
 * Which of a call's operations are held because their person is: a hold on the person is a hold on
 * everything of his, whatever the call is about, and also where the plan leaves him where he is. Of
 * several people only those whom the call is about are looked at. What may be about any of them
 * waits for all.
 */
export async function heldByPerson(
  items: readonly Item[],
  stored: StoredPlan,
  { zendesk, policy }: Around,
): Promise<(item: Item) => boolean> {
  const all = users.get(stored) ?? usersIn(stored)
  users.set(stored, all)
  const people = new Set(items.map(({ operation: { person } }) => person))
  const about = all.filter(
    ({ person }) => person === undefined || people.has(person) || people.has(undefined),
  )
  if (about.length === 0) return () => false
  const found = await zendesk.users.showMany(about.map(({ id }) => id))
  const held = new Set(found.filter(({ tags }) => isHeld(tags, policy)).map(({ id }) => id))
  const whose = about.filter(({ id }) => held.has(id))
  return ({ operation }) => whose.some((user) => isHis(operation, user))
}

const isHis = (operation: Whose, user: Whose): boolean =>
  operation.person === undefined || user.person === undefined || operation.person === user.person

/** Read once: they are asked for before every call. */
const users = new WeakMap<StoredPlan, readonly Known[]>()

function usersIn({ plan, openings }: StoredPlan): Known[] {
  const unknowing = plan.kept.filter(({ code }) => code !== PERSON_HELD)
  const known = [...plan.operations, ...unknowing].flatMap(({ target, person }): Known[] => {
    if (target.kind !== 'user') return []
    const { user } = valueOf(target.id, Address, openings)
    return user === undefined ? [] : [{ id: user, person }]
  })
  return [...new Map(known.map((user) => [`${user.id} ${user.person}`, user])).values()]
}
