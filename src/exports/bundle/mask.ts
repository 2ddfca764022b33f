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

// Between the signs of a name may stand accents, and marks that nobody sees: soft hyphens, joiners.
const between = '[\\p{M}\\p{Cf}]*'

/** In these scripts a name stands in the midst of a text, without a space on either side. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{M}]+$/u

/** A name as it may be written: in any case, with or without its accents, whole words alone. */
function nameForm(words: readonly string[]): string {
  const each = words.map((word) => Array.from(word, (sign) => sign + between).join(''))
  const form = each.join('[^\\p{L}\\p{N}]{1,3}')
  return words.every((word) => unspaced.test(word))
    ? form
    : `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}\\p{M}])`
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

// Begun at the first sign of a word alone: an endless word without an @ is read once, not once a sign.
const address = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** A word of a name that is shorter than this stands in too many other words' places to be masked alone. */
const shortest = 3

type Needle = { readonly form: RegExp; readonly label: string }

/** What is let stand wherever it stands: the person's own, and of whom a human lets be named. */
type Kept = {
  readonly words: ReadonlySet<string>
  readonly values: ReadonlySet<string>
  /** The last digits of numbers, by which one is known in any form. */
  readonly phones: ReadonlySet<string>
}

const digitsOf = (value: string): string => value.replace(/\D/g, '').slice(-8)

function keptBy(parties: readonly Party[], { order, own }: MaskOptions): Kept {
  const lifted = parties.filter(({ id }) => order.lifted.includes(id))
  const values = [...own, ...lifted.flatMap(({ identifiers }) => identifiers)]
  return {
    words: new Set(own.flatMap(tokensOf)),
    values: new Set(values.map(folded)),
    phones: new Set(values.map(digitsOf).filter((digits) => digits.length >= 6)),
  }
}

/**
 * The mask of one ticket: article 15(4) and article 20(4) of the GDPR, the rights of others. People of
 * the organisation are told by their role, others by a number of their own within the ticket.
 */
export function maskFor(parties: readonly Party[], options: MaskOptions): Mask {
  const { order, words } = options
  const labels = labelsOf(parties, options)
  const kept = keptBy(parties, options)
  const needles = parties
    .filter(({ id, is }) => is !== 'person' && !order.lifted.includes(id))
    .flatMap((party) => needlesOf(party, labels.get(party.id) ?? '', kept))
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
        .replace(address, (found) =>
          kept.values.has(folded(found)) ? found : instead(words.emailOf)(),
        )
      const phoned = withoutPhones(named, { order, kept }, instead(words.phoneOf))
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

function needlesOf(party: Party, label: string, kept: Kept): Needle[] {
  const name = tokensOf(party.name)
  const others = name.filter((word) => !kept.words.has(word))
  const values = party.identifiers.filter(
    (value) => value !== '' && !kept.values.has(folded(value)) && !kept.phones.has(digitsOf(value)),
  )
  // A name of one word is nothing but that word, however short it is.
  const apart = others.filter((word) => name.length === 1 || word.length >= shortest)
  const whole = name.length > 1 && others.length > 0 ? [name, name.toReversed()] : []
  const forms = [
    ...values.map((value) => escaped(value.normalize('NFD'))),
    ...whole.map(nameForm),
    ...apart.map((word) => nameForm([word])),
  ]
  return forms.map((form) => ({ form: new RegExp(form, 'giu'), label }))
}

function withoutPhones(
  text: string,
  { order, kept }: { readonly order: Pick<BundleOrder, 'country'>; readonly kept: Kept },
  instead: () => string,
): string {
  if (!/\d/.test(text)) return text
  const found = findPhoneNumbersInText(text, countryOf(order.country))
  return found.reduceRight((left, { number, startsAt, endsAt }) => {
    if (kept.phones.has(number.number.slice(-8))) return left
    return left.slice(0, startsAt) + instead() + left.slice(endsAt)
  }, text)
}

type Country = Exclude<Parameters<typeof findPhoneNumbersInText>[1], object | undefined>

// The library refuses a country that it does not know by itself.
const countryOf = (country: string): Country => country as Country
