import { z } from 'zod'
import type { OneSubject } from '../records/finds.ts'
import { Refusal } from './refusal.ts'

/**
 * Reads how somebody names a person: a ticket's number or address (the usual way), a user's id or
 * profile address, an e-mail address, a phone number, `external:…`, or a name. Throws `Refusal`
 * saying what is wrong with it; an address must be of the account on `host`: ticket 7 of another
 * account is somebody else's.
 */
export function parseSubject(text: string, host: string): OneSubject {
  const words = unlinked(text.trim())
  const elsewhere = /^https?:\/\/([^/?#]+)/i.exec(words)?.[1]
  if (elsewhere && elsewhere.toLowerCase() !== host.toLowerCase()) {
    throw new Refusal('subject-elsewhere', host)
  }
  if (words === '') throw new Refusal('subject-missing')
  if (words.length > longest) throw new Refusal('subject-unclear')
  for (const reader of readers) {
    const subject = reader(words)
    if (subject) return subject
  }
  throw new Refusal('subject-unclear')
}

/**
 * The number of a Zendesk view, whose tickets name the people: `view:123` or its address.
 * `undefined` for anything else.
 */
export function parseView(text: string, host: string): number | undefined {
  const words = unlinked(text.trim())
  const pattern =
    /^https?:\/\/([^/?#]+)\/(?:agent\/filters|(?:api\/v2\/)?views)\/(\d+)(?:\.json)?(?:[/?#].*)?$/i
  const [, of, number] = pattern.exec(words) ?? ['', host, /^view:(\d+)$/i.exec(words)?.[1]]
  if (number === undefined || of === undefined) return undefined
  if (of.toLowerCase() !== host.toLowerCase()) throw new Refusal('subject-elsewhere', host)
  const id = Number(number)
  if (!Number.isSafeInteger(id) || id === 0) throw new Refusal('subject-number')
  return id
}

/** Nothing that names one person is longer; Zendesk refuses what is much longer. */
const longest = 320

/** Slack writes what it takes for an address as `<address|as shown>`. */
const unlinked = (words: string): string =>
  (/^<([^<>|]*)(?:\|[^<>]*)?>$/.exec(words)?.[1] ?? words).replace(/^(?:mailto|tel):/i, '')

const readers: readonly ((words: string) => OneSubject | undefined)[] = [
  (words) => numbered(words, /^(?:ticket:|#)(\d+)$/i, 'ticket'),
  (words) => numbered(words, addressOf('tickets|requests'), 'ticket'),
  (words) => numbered(words, /^user:(\d+)$/i, 'user'),
  (words) => numbered(words, addressOf('users'), 'user'),
  (words) => prefixed(words, /^external:(.+)$/i, 'external-id'),
  (words) => prefixed(words, /^name:(.+)$/i, 'name'),
  email,
  phone,
  // A number that begins with a zero is half a phone, not a ticket.
  (words) => numbered(words, /^([1-9]\d*)$/, 'ticket'),
  name,
]

/** The address of a record's page, of a tab of it, or of it in the API. */
const addressOf = (list: string): RegExp =>
  new RegExp(String.raw`^[^?#]*/(?:${list})/(\d+)(?:\.json)?(?:[/?#].*)?$`, 'i')

function numbered(words: string, pattern: RegExp, by: 'ticket' | 'user'): OneSubject | undefined {
  const found = pattern.exec(words)
  if (!found) return undefined
  const id = Number(found[1])
  if (!Number.isSafeInteger(id) || id === 0) throw new Refusal('subject-number')
  return { by, id }
}

function prefixed(
  words: string,
  pattern: RegExp,
  by: 'external-id' | 'name',
): OneSubject | undefined {
  const value = pattern.exec(words)?.[1]?.trim()
  return value ? { by, value } : undefined
}

function email(words: string): OneSubject | undefined {
  if (!words.includes('@')) return undefined
  if (!z.email().safeParse(words).success) throw new Refusal('subject-email')
  return { by: 'email', value: words.toLowerCase() }
}

function phone(words: string): OneSubject | undefined {
  const digits = words.replace(/\D/g, '')
  const looksLikeOne = /^[+0(][\d\s().\-/]+$/.test(words)
  return looksLikeOne && digits.length >= 8 ? { by: 'phone', value: words } : undefined
}

/** A word of ours without what belongs to it is nobody's name. */
function name(words: string): OneSubject | undefined {
  if (!/\p{L}/u.test(words) || words.includes('/')) return undefined
  return /^(?:ticket|user|external|name|view):/i.test(words)
    ? undefined
    : { by: 'name', value: words }
}
