import { stamp } from '../account/account.ts'
import type { User } from '../account/records.ts'
import type { Seeding } from '../account/store.ts'
import { blankUser, type Person, putPerson } from './make-user.ts'
import { camille, homonym, organizations, others, roleIds, staff } from './people.ts'

const day = 86_400_000

/** Everybody of the story: shop, customers with a part, the two of one name. */
export function putCast(store: Seeding, now: number, size: 'all' | 'staff'): void {
  const since = now - 1600 * day
  const cast =
    size === 'staff' ? team(now) : [...team(now), ...theTwo(now), ...customers, ...oddOnes(now)]
  for (const person of cast) putPerson(store, { since, ...person })
}

type Part = Omit<Person, 'since'>

function team(now: number): Part[] {
  const works = (role: 'agent' | 'admin', set: Partial<User> = {}): Partial<User> => ({
    role,
    ticket_restriction: null,
    restricted_agent: false,
    last_login_at: stamp(now - day),
    role_type: role === 'admin' ? 4 : 0,
    ...set,
  })
  const advisor = works('agent', { custom_role_id: roleIds.full })
  return [
    { ...staff.owner, set: works('admin', { hidden: { ...blankUser.hidden, owner: true } }) },
    { ...staff.admin, set: works('admin'), locale: 'fr' },
    { ...staff.agent, set: advisor },
    { ...staff.second, set: advisor, locale: 'fr' },
    { ...staff.third, set: advisor, locale: 'en-GB' },
    { ...staff.limited, set: works('agent', { custom_role_id: roleIds.limited }) },
  ]
}

const theTwo = (now: number): Part[] => [
  {
    ...camille,
    locale: 'fr',
    more: [{ type: 'email', value: camille.second }],
    set: {
      external_id: camille.externalId,
      notes: 'Cliente depuis la boutique de Mende. Camille préfère le téléphone.',
      details: '3 impasse du Moulin, 34000 Montpellier',
      tags: ['fidelite'],
      last_login_at: stamp(now - 5 * day),
    },
  },
  { ...homonym, locale: 'fr', organization: organizations.club.id, phone: '+33 1 99 00 47 11' },
]

const customers: readonly Part[] = [
  { ...others.julien, locale: 'fr', phone: '+33 6 39 98 20 15' },
  { ...others.nadia, locale: 'fr' },
  {
    ...others.owen,
    locale: 'en-GB',
    organization: organizations.guides.id,
    phone: '+44 7700 900361',
  },
  { ...others.hanna, organization: organizations.school.id },
  { ...others.antoine, locale: 'fr', phone: '+33 6 39 98 77 02' },
  { ...others.solene, locale: 'fr', organization: organizations.club.id },
  { ...others.lea, locale: 'fr' },
]

/** Suspended, twice, merged, deleted. */
const oddOnes = (now: number): Part[] => [
  {
    ...others.suspended,
    set: { suspended: true, notes: 'Insulted the team, suspended by Ingrid.' },
  },
  { ...others.twiceA, locale: 'en-GB', phone: '+44 7700 900742' },
  { ...others.twiceB, locale: 'en-GB' },
  {
    ...others.merged,
    set: {
      active: false,
      email: null,
      hidden: { ...blankUser.hidden, mergedInto: others.twiceA.id },
    },
  },
  {
    ...others.deleted,
    set: {
      active: false,
      email: null,
      hidden: { ...blankUser.hidden, deletedAt: now - 9 * day, formerEmail: others.deleted.email },
    },
  },
]
