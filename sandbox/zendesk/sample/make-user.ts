import { stamp } from '../account/account.ts'
import type { Identity, User } from '../account/records.ts'

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
export function makeUser(person: Person): User {
  const { id, name, email, phone = null, locale = 'en-US', organization = null, since } = person
  const at = stamp(since)
  const zone =
    locale === 'fr' ? 'Europe/Paris' : locale === 'en-GB' ? 'Europe/London' : 'America/New_York'
  const user: User = {
    id,
    name,
    email,
    created_at: at,
    updated_at: at,
    time_zone: zone,
    iana_time_zone: zone,
    phone,
    shared_phone_number: phone ? false : null,
    photo: null,
    locale_id: locales[locale],
    locale,
    organization_id: organization,
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
    user_fields: { customer_since: at.slice(0, 10), shoe_size: null },
    hidden: {
      owner: false,
      deletedAt: null,
      purgeAskedAt: null,
      purged: false,
      formerEmail: null,
      formerPhone: null,
      mergedInto: null,
    },
  }
  return { ...user, ...person.set }
}

/** The person's identities: the address, what else there is, the phone. */
export function makeIdentities({ id, email, more = [], phone, since }: Person): Identity[] {
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
