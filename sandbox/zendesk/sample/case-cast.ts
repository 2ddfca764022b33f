import { stamp } from '../account/account.ts'
import type { Seeding } from '../account/store.ts'
import { bystanders, cases, lyonPeople } from './case-people.ts'
import { putPerson } from './make-user.ts'
import { roleIds, staff } from './people.ts'

const day = 86_400_000
const lyon = [
  'Agathe Roy',
  'Bruno Santos',
  'Cyrille Aubin',
  'Dorothée Klein',
  'Edgar Masson',
  'Fanny Leroux',
  'Gilles Perret',
  'Hortense Adam',
  'Ibrahim Diallo',
  'Jeanne Collet',
  'Kamel Saïdi',
  'Louise Berger',
]

/** The people of the harder cases, and the one who is leaving the shop. */
export function putCasePeople(store: Seeding, now: number): void {
  const since = now - 1300 * day
  const { chatter, rater, ...french } = cases
  for (const person of [...Object.values(french), ...bystanders])
    putPerson(store, { ...person, locale: 'fr', since })
  for (const person of [chatter, rater]) putPerson(store, { ...person, locale: 'en-GB', since })
  for (const [i, id] of lyonPeople.entries()) {
    const name = lyon[i] ?? ''
    putPerson(store, { id, name, email: addressOf(name), locale: 'fr', since: now - 400 * day })
  }
  putPerson(store, {
    ...staff.leaver,
    since,
    set: {
      role: 'agent',
      role_type: 0,
      custom_role_id: roleIds.full,
      ticket_restriction: null,
      restricted_agent: false,
      last_login_at: stamp(now - 20 * day),
      signature: 'Oskar Lindgren\nNordlys Outfitters, +33 1 99 00 48 30',
    },
  })
}

const addressOf = (name: string): string =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.')}@example.com`
