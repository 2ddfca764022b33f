import type { Person, Whole } from './records.ts'

/** What somebody is here, in one word that is translated elsewhere. */
export type Role =
  | 'support lead'
  | 'privacy officer'
  | 'member'
  | 'guest'
  | 'single guest'
  | 'stranger'
  | 'deactivated'
  | 'app'

type Around = Pick<Whole, 'groups' | 'team'>

const isInGroup = ({ groups }: Around, handle: RegExp, { id }: Person): boolean =>
  groups.some((group) => handle.test(group.handle) && group.users.includes(id))

/** What somebody is here. Groups may change while the page is open. */
export function roleOf(person: Person, around: Around): Role {
  if (person.deleted) return 'deactivated'
  if (person.is_bot) return 'app'
  if (person.team !== around.team.id) return 'stranger'
  if (person.is_ultra_restricted) return 'single guest'
  if (person.is_restricted) return 'guest'
  return titleOf(person, around)
}

function titleOf(person: Person, around: Around): Role {
  if (isInGroup(around, /lead/, person)) return 'support lead'
  return isInGroup(around, /privacy/, person) ? 'privacy officer' : 'member'
}

/** One or two letters. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}

/** One of `many` shades, always the same for the same id. */
export function shadeOf(id: string, many: number): number {
  let sum = 7
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 100_003
  return sum % many
}

const order: readonly Role[] = [
  'support lead',
  'privacy officer',
  'member',
  'guest',
  'single guest',
  'stranger',
  'deactivated',
]

/** The people one can be, those with a part in the story first. */
export function peopleIn(whole: Whole): { readonly person: Person; readonly role: Role }[] {
  return whole.users
    .filter(({ is_bot }) => !is_bot)
    .map((person) => ({ person, role: roleOf(person, whole) }))
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}
