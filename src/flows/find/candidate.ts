import type { Candidate, OneSubject } from '../../records/finds.ts'
import { speaking } from './evidence.ts'
import type { Known } from './strays.ts'

/** A user as a candidate for the person of that name, number or address. */
export function candidateFor({ user, identities }: Known, subject: OneSubject): Candidate {
  const isVerified = verifiedAddress({ user, identities }, subject)
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    phone: user.phone,
    alias: user.alias,
    externalId: user.external_id,
    role: user.role,
    active: user.active,
    suspended: user.suspended,
    locale: user.locale,
    organizationId: user.organization_id,
    identities: identities.map(({ type, value }) => ({ type, value })),
    via: subject.by === 'ticket' ? 'ticket-requester' : subject.by,
    exact: isExact({ user, identities }, subject),
    evidence: isVerified ? [speaking(VERIFIED, 'for')] : [],
  }
}

/** The address that was asked for, or his first one, is his by his own confirmation. */
const VERIFIED = 'verified-address'

function verifiedAddress({ user, identities }: Known, subject: OneSubject): boolean {
  const address = subject.by === 'email' ? subject.value : user.email?.toLowerCase()
  return identities.some(
    ({ type, value, verified }) => type === 'email' && verified && value.toLowerCase() === address,
  )
}

/** A ticket's requester or an id is exact; an address only when an identity is it, to the letter. */
function isExact({ user, identities }: Known, subject: OneSubject): boolean {
  switch (subject.by) {
    case 'ticket':
    case 'user':
    case 'external-id':
      return true
    case 'email':
      return [user.email ?? '', ...identities.map(({ value }) => value)].some(
        (value) => value.toLowerCase() === subject.value,
      )
    case 'phone':
    case 'name':
      return false
    default:
      return subject satisfies never
  }
}
