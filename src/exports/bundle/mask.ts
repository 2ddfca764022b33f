import { findPhoneNumbersInText } from 'libphonenumber-js/min'
import type { BundleOrder, Party } from '../../records/collected.ts'
import { hideSecrets } from './secrets.ts'
import type { BundleWords } from './words.ts'

/** Whose text it is, who stands in it, and what is shown of others in their place. */
export type MaskOptions = {
  readonly order: Pick<BundleOrder, 'regime' | 'lifted' | 'country'>
  readonly words: BundleWords
  /** What names the person himself: none of it is ever masked. */
  readonly own: readonly string[]
}

/** Shows a record's texts without what names other people. Counts what it has hidden. */
export type Mask = {
  readonly text: (text: string) => string
  /** What stands for a user of the account: `you`, a role, a number; `undefined` for who may be named. */
  readonly user: (id: number) => string
  readonly hidden: () => number
}

const letters = /[\p{L}\p{N}]+/gu

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const tokensOf = (name: string): string[] => folded(name).match(letters) ?? []

/** A name as it may be written: in any case, with or without its accents, whole words alone. */
function nameForm(words: readonly string[]): string {
  const each = words.map((word) => Array.from(word, (sign) => `${sign}\\p{M}*`).join(''))
  return `(?<![\\p{L}\\p{N}])${each.join('[^\\p{L}\\p{N}]{1,3}')}(?![\\p{L}\\p{N}\\p{M}])`
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** A word of a name that is shorter than this stands in too many other words' places to be masked alone. */
const shortest = 3

type Needle = { readonly form: RegExp; readonly label: string }

/**
 * The mask of one ticket: article 15(4) and article 20(4) of the GDPR, the rights of others. People of
 * the organisation are told by their role, others by a number of their own within the ticket.
 */
export function maskFor(parties: readonly Party[], options: MaskOptions): Mask {
  const { order, words, own } = options
  const labels = labelsOf(parties, options)
  const ownWords = new Set(own.flatMap(tokensOf))
  const needles = parties
    .filter((party) => labels.has(party.id) && party.is !== 'person')
    .flatMap((party) => needlesOf(party, labels.get(party.id) ?? '', ownWords))
  const mine = new Set(own.map(folded))
  let hidden = 0
  const instead = (label: string) => (): string => {
    hidden += 1
    return label
  }
  return {
    text: (text) => {
      const known = needles.reduce(
        (left, { form, label }) => left.replace(form, instead(label)),
        text.normalize('NFD'),
      )
      const named = known
        .normalize('NFC')
        .replace(address, (found) => (mine.has(folded(found)) ? found : instead(words.emailOf)()))
      const phoned = withoutPhones(named, options, instead(words.phoneOf))
      return order.regime === 'ccpa' ? hideSecrets(phoned, instead(words.secret)) : phoned
    },
    user: (id) => labels.get(id) ?? words.somebody,
    hidden: () => hidden,
  }
}

/** How each party is called; who may be named, by his name. */
function labelsOf(
  parties: readonly Party[],
  { order, words }: Pick<MaskOptions, 'order' | 'words'>,
): ReadonlyMap<number, string> {
  let others = 0
  const labels = new Map<number, string>()
  for (const { id, is, name } of parties) {
    if (is === 'other') others += 1
    if (is === 'person') labels.set(id, words.you)
    else if (order.lifted.includes(id)) labels.set(id, name)
    else labels.set(id, is === 'staff' ? words.staff : words.somebodyElse(others))
  }
  return labels
}

function needlesOf(party: Party, label: string, ownWords: ReadonlySet<string>): Needle[] {
  if (label === party.name) return []
  const name = tokensOf(party.name)
  const apart = name.filter((word) => word.length >= shortest && !ownWords.has(word))
  const forms = [
    ...party.identifiers.map((value) => escaped(value.normalize('NFD'))),
    ...(name.length > 1 && name.some((word) => !ownWords.has(word)) ? [nameForm(name)] : []),
    ...(name.length > 1 ? [nameForm(name.toReversed())] : []),
    ...apart.map((word) => nameForm([word])),
  ]
  return forms
    .filter((form) => form !== '')
    .map((form) => ({ form: new RegExp(form, 'giu'), label }))
}

function withoutPhones(text: string, { order, own }: MaskOptions, instead: () => string): string {
  if (!/\d/.test(text)) return text
  const digits = new Set(own.map((value) => value.replace(/\D/g, '').slice(-8)))
  const found = findPhoneNumbersInText(text, countryOf(order.country))
  return found.reduceRight((left, { number, startsAt, endsAt }) => {
    if (digits.has(number.number.slice(-8))) return left
    return left.slice(0, startsAt) + instead() + left.slice(endsAt)
  }, text)
}

type Country = Exclude<Parameters<typeof findPhoneNumbersInText>[1], object | undefined>

// The library refuses a country that it does not know by itself.
const countryOf = (country: string): Country => country as Country
