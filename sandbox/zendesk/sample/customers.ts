import { stamp } from '../account/account.ts'
import type { Store } from '../account/store.ts'
import { makeIdentities, makeUser, type Person } from './make-user.ts'
import { camille, homonym, organizations, others, roleIds, staff } from './people.ts'
import type { Random } from './random.ts'

const day = 86_400_000
const frenchNames = [
  'Manon',
  'Lucas',
  'Chloé',
  'Hugo',
  'Inès',
  'Théo',
  'Margaux',
  'Baptiste',
  'Élise',
  'Rémi',
  'Aurore',
  'Yanis',
  'Capucine',
  'Florian',
  'Salomé',
  'Gaël',
]
const frenchFamilies = [
  'Perrin',
  'Fournier',
  'Chevalier',
  'Roussel',
  'Blanchard',
  'Delmas',
  'Ferrand',
  'Lacombe',
  'Tessier',
  'Vasseur',
  'Bonnet',
  'Lefebvre',
]
const englishNames = [
  'Grace',
  'Oliver',
  'Maya',
  'Ethan',
  'Isla',
  'Callum',
  'Freya',
  'Daniel',
  'Ruby',
  'Jack',
  'Amara',
  'Finn',
  'Zoe',
  'Liam',
  'Nora',
  'Seth',
]
const englishFamilies = [
  'Harper',
  'Osborne',
  'Kendrick',
  'Pryce',
  'Langley',
  'Whitaker',
  'Doyle',
  'Ashworth',
  'Sinclair',
  'Mercer',
  'Barlow',
  'Okafor',
]

/** Everybody of the story: shop, customers with a part, the two of one name. */
export function putCast(store: Store, now: number): void {
  putRoles(store, now)
  putOrganizations(store, now)
  for (const person of cast(now)) putPerson(store, person)
}

/** One person with identities. */
export function putPerson(store: Store, person: Person): void {
  const user = makeUser(person)
  store.put('users', user)
  if (!user.active) return
  for (const identity of makeIdentities(person)) store.put('identities', identity)
}

function cast(now: number): Person[] {
  const since = now - 1600 * day
  const person = (
    given: { readonly id: number; readonly name: string; readonly email: string },
    rest: Partial<Person> = {},
  ): Person => ({ ...given, since, ...rest })
  const works = (role: 'agent' | 'admin', set: Person['set'] = {}): Partial<Person> => ({
    set: {
      role,
      ticket_restriction: null,
      restricted_agent: false,
      last_login_at: stamp(now - day),
      role_type: role === 'admin' ? 4 : 0,
      ...set,
    },
  })
  const owner = makeUser(person(staff.owner)).hidden
  return [
    person(staff.owner, works('admin', { hidden: { ...owner, owner: true } })),
    person(staff.admin, { ...works('admin'), locale: 'fr' }),
    person(staff.agent, works('agent', { custom_role_id: roleIds.full })),
    person(staff.second, { ...works('agent', { custom_role_id: roleIds.full }), locale: 'fr' }),
    person(staff.third, { ...works('agent', { custom_role_id: roleIds.full }), locale: 'en-GB' }),
    person(staff.limited, works('agent', { custom_role_id: roleIds.limited })),
    person(camille, {
      locale: 'fr',
      phone: camille.phone,
      more: [{ type: 'email', value: camille.second }],
      set: {
        external_id: camille.externalId,
        notes: 'Cliente depuis la boutique de Mende. Camille préfère le téléphone.',
        details: '3 impasse du Moulin, 34000 Montpellier',
        tags: ['fidelite'],
        last_login_at: stamp(now - 5 * day),
      },
    }),
    person(homonym, {
      locale: 'fr',
      organization: organizations.club.id,
      phone: '+33 1 99 00 47 11',
    }),
    person(others.julien, { locale: 'fr', phone: '+33 6 39 98 20 15' }),
    person(others.nadia, { locale: 'fr' }),
    person(others.owen, {
      locale: 'en-GB',
      organization: organizations.guides.id,
      phone: '+44 7700 900361',
    }),
    person(others.hanna, { organization: organizations.school.id }),
    person(others.antoine, { locale: 'fr', phone: '+33 6 39 98 77 02' }),
    person(others.solene, { locale: 'fr', organization: organizations.club.id }),
    person(others.lea, { locale: 'fr' }),
    person(others.suspended, {
      set: { suspended: true, notes: 'Insulted the team, suspended by Ingrid.' },
    }),
    person(others.twiceA, { locale: 'en-GB', phone: '+44 7700 900742' }),
    person(others.twiceB, { locale: 'en-GB' }),
    person(others.merged, {
      set: { active: false, email: null, hidden: { ...owner, mergedInto: others.twiceA.id } },
    }),
    person(others.deleted, {
      set: {
        active: false,
        email: null,
        hidden: { ...owner, deletedAt: now - 9 * day, formerEmail: others.deleted.email },
      },
    }),
  ]
}

function putRoles(store: Store, now: number): void {
  const at = stamp(now - 1500 * day)
  const role = (id: number, name: string, may: boolean) => ({
    id,
    name,
    description: `${name} of the shop`,
    role_type: 0,
    team_member_count: may ? 3 : 1,
    created_at: at,
    updated_at: at,
    configuration: {
      ticket_deletion: may,
      ticket_redaction: may,
      view_deleted_tickets: may,
      manage_suspended_tickets: may,
      end_user_profile_access: may ? 'full' : 'readonly',
      ticket_access: 'all',
      ticket_editing: true,
    },
  })
  store.put('roles', role(roleIds.full, 'Advisor', true))
  store.put('roles', role(roleIds.limited, 'Seasonal help', false))
}

function putOrganizations(store: Store, now: number): void {
  const at = stamp(now - 1400 * day)
  for (const { id, name } of Object.values(organizations))
    store.put('organizations', {
      id,
      name,
      shared_tickets: false,
      shared_comments: false,
      external_id: null,
      created_at: at,
      updated_at: at,
      domain_names: [],
      details: null,
      notes: null,
      group_id: null,
      tags: [],
      organization_fields: {},
    })
}

/** Customers without a part, half of them French. Returns their ids. */
export function putCustomers(
  store: Store,
  random: Random,
  { now, count }: { now: number; count: number },
): { id: number; french: boolean; first: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const french = i % 2 === 0
    const first = random.pick(french ? frenchNames : englishNames)
    const family = random.pick(french ? frenchFamilies : englishFamilies)
    const id = 360_001_300_000 + i * 127 + random.below(100)
    const email = `${ascii(first)}.${ascii(family)}${i}@example.${random.pick(['com', 'org', 'net'])}`
    const number = String(10 + random.below(89))
    const phone = french ? `+33 6 39 98 ${40 + (i % 50)} ${number}` : `+1 555-01${number}`
    putPerson(store, {
      id,
      name: `${first} ${family}`,
      email,
      locale: french ? 'fr' : 'en-US',
      since: now - (30 + random.below(1400)) * day,
      ...(random.below(3) === 0 ? { phone } : {}),
    })
    return { id, french, first }
  })
}

const ascii = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
