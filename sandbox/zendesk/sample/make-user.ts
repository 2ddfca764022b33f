import { stamp } from '../account/account.ts'
import type { Identity, User } from '../account/records.ts'
import type { Seeding } from '../account/store.ts'

/** What a sample person may have beside a name. */
export type Person = {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly more?: readonly { readonly type: string; readonly value: string }[]
  readonly phone?: string
  readonly locale?: 'fr' | 'en-US' | 'en-GB'
  readonly organization?: number
  readonly since: number
  readonly set?: Partial<User>
}

const locales = { 'en-US': 1, fr: 16, 'en-GB': 1176 } as const

/** A user record of an end user, before `set`. */
function makeUser(person: Person): User {
  const { id, name, email, phone = null, locale = 'en-US', organization = null, since } = person
  const at = stamp(since)
  const user: User = {
    ...blankUser,
    id,
    name,
    email,
    created_at: at,
    updated_at: at,
    time_zone: zones[locale],
    iana_time_zone: zones[locale],
    phone,
    shared_phone_number: phone ? false : null,
    locale_id: locales[locale],
    locale,
    organization_id: organization,
    user_fields: { customer_since: at.slice(0, 10), shoe_size: null },
  }
  return { ...user, ...person.set }
}

const zones = { 'en-US': 'America/New_York', fr: 'Europe/Paris', 'en-GB': 'Europe/London' } as const

/** What an end user has unless told otherwise. */
export const blankUser = {
  photo: null,
  role: 'end-user',
  verified: true,
  external_id: null,
  tags: [],
  alias: null,
  active: true,
  shared: false,
  shared_agent: false,
  last_login_at: null,
  two_factor_auth_enabled: false,
  signature: null,
  details: null,
  notes: null,
  role_type: null,
  custom_role_id: null,
  moderator: false,
  ticket_restriction: 'requested',
  only_private_comments: false,
  restricted_agent: true,
  suspended: false,
  default_group_id: null,
  report_csv: false,
  hidden: {
    owner: false,
    deletedAt: null,
    purgeAskedAt: null,
    purged: false,
    formerEmail: null,
    formerPhone: null,
    mergedInto: null,
  },
} satisfies Partial<User>

/** The person's identities: the address, what else there is, the phone. */
function makeIdentities({ id, email, more = [], phone, since }: Person): Identity[] {
  const values = [
    { type: 'email', value: email },
    ...more,
    ...(phone ? [{ type: 'phone_number', value: phone.replaceAll(/[\s.]/g, '') }] : []),
  ]
  return values.map(({ type, value }, i) => ({
    id: id * 10 + i + 1,
    user_id: id,
    type,
    value,
    verified: true,
    verification_method: 'low',
    verified_at: stamp(since),
    primary: values.findIndex((one) => one.type === type) === i,
    created_at: stamp(since),
    updated_at: stamp(since),
    undeliverable_count: 0,
    deliverable_state: 'deliverable',
  }))
}

/** Puts a person into the account, with identities unless deleted. */
export function putPerson(store: Seeding, person: Person): void {
  const user = makeUser(person)
  store.put('users', user)
  if (!user.active) return
  for (const identity of makeIdentities(person)) store.put('identities', identity)
}
