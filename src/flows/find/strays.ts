import type { TermRecord } from '../../records/finds.ts'
import type { User } from '../../zendesk/index.ts'
import { gather } from '../gather.ts'
import type { Account } from '../hands.ts'
import { parsePhone } from '../matching/phone-forms.ts'

/** A user with his identities. */
export type Known = {
  readonly user: User
  readonly identities: readonly { readonly type: string; readonly value: string }[]
}

type Where = { readonly zendesk: Account; readonly country: string }

/**
 * Every active user who has, to the letter, an address, a number or an external id of the person: not
 * deleted, or created again by a mail of his.
 */
export async function usersWith(terms: readonly TermRecord[], where: Where): Promise<Known[]> {
  const asked = new Map<number, Known>()
  const found = new Map<number, Known>()
  for (const term of terms) {
    for (const query of queriesFor(term, where.country)) {
      for await (const user of where.zendesk.users.search(query)) {
        if (!user.active || found.has(user.id)) continue
        const known = asked.get(user.id) ?? (await withIdentities(user, where.zendesk))
        asked.set(user.id, known)
        if (has(known, term, where.country)) found.set(user.id, known)
      }
    }
  }
  return [...found.values()]
}

/** Numbers are asked for by their end: digits without sign or separator (the search's own form). */
function queriesFor(
  { kind, value }: TermRecord,
  country: string,
): ({ query: string } | { externalId: string })[] {
  if (kind === 'email') return [{ query: `email:${value}` }]
  if (kind === 'external-id') return [{ externalId: value }]
  if (kind !== 'phone') return []
  const digits = parsePhone(value, { country })?.nationalNumber ?? value.replaceAll(/\D/g, '')
  return digits === '' ? [] : [{ query: `phone:*${digits}` }]
}

const withIdentities = async (user: User, { identities }: Account): Promise<Known> => ({
  user,
  identities: await gather(identities.list(user.id)),
})

function has({ user, identities }: Known, { kind, value }: TermRecord, country: string): boolean {
  const values = identities.map((identity) => identity.value)
  if (kind === 'phone') {
    const number = numberIn(value, country)
    return [user.phone ?? '', ...values].some((one) => numberIn(one, country) === number)
  }
  const own = kind === 'email' ? user.email : user.external_id
  return [own ?? '', ...values].some((one) => one.toLowerCase() === value.toLowerCase())
}

const numberIn = (value: string, country: string): string =>
  parsePhone(value, { country })?.number ?? value.replaceAll(/\D/g, '')
