import type { Candidate, Evidence } from '../../records/finds.ts'
import { parsePhone } from '../matching/phone-forms.ts'
import { foldedName } from './namesakes.ts'

/** A candidate before it is said what speaks for and against him. */
export type Profile = Omit<Candidate, 'evidence'>

/**
 * What speaks for and against that a user is the same person as the one who was named: what both
 * have, and what each has otherwise. Codes of `words.window.evidence`.
 */
export function evidenceBeside(one: Profile, named: Profile, country: string): Evidence[] {
  const shared = [
    ...both('email', emailsOf(one), emailsOf(named)),
    ...both('phone', phonesOf(one, country), phonesOf(named, country)),
  ]
  const name = foldedName(one.name) === foldedName(named.name)
  const alike = shared.some(({ speaks }) => speaks === 'for')
  return [
    ...(name && alike ? [speaking('same-name', 'for')] : []),
    ...shared,
    ...organisation(one, named),
    ...(name && !alike ? [speaking('only-name', 'against')] : []),
    ...(one.locale && named.locale && languageOf(one.locale) !== languageOf(named.locale)
      ? [speaking('other-locale', 'against')]
      : []),
  ]
}

export const speaking = (code: string, speaks: Evidence['speaks']): Evidence => ({ code, speaks })

/** Of values that only one person has: the same one, or others on both sides. */
function both(
  what: 'email' | 'phone',
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): Evidence[] {
  if (one.size === 0 || other.size === 0) return []
  return [...one].some((value) => other.has(value))
    ? [speaking(`same-${what}`, 'for')]
    : [speaking(`other-${what}`, 'against')]
}

function organisation(one: Profile, named: Profile): Evidence[] {
  if (one.organizationId === null || named.organizationId === null) return []
  return one.organizationId === named.organizationId
    ? [speaking('same-organisation', 'for')]
    : [speaking('other-organisation', 'against')]
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale

const emailsOf = ({ email, identities }: Profile): Set<string> =>
  new Set(
    [email ?? '', ...identities.map(({ value }) => value)]
      .filter((value) => value.includes('@'))
      .map((value) => value.toLowerCase()),
  )

const phonesOf = ({ phone, identities }: Profile, country: string): Set<string> => {
  const own = identities.filter(({ type }) => type === 'phone_number').map(({ value }) => value)
  return new Set(
    [phone ?? '', ...own]
      .filter(Boolean)
      .map((value) => parsePhone(value, { country })?.number ?? value.replaceAll(/\D/g, '')),
  )
}
