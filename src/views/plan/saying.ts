import { countIn, plural } from '../../words/format.ts'
import type { Words } from '../../words/index.ts'
import type { Sight } from '../sight.ts'

type Forms = { readonly one: (n: string) => string; readonly other: (n: string) => string }

/** So many of something, in the member's own language. */
export function many({ locale }: Pick<Sight, 'locale'>, n: number, forms: Forms): string {
  const count = countIn(locale, n)
  return plural(locale, n, { one: forms.one(count), other: forms.other(count) })
}

/** The words for a code, or what is said where there are none. */
export const wordFor = (
  words: Readonly<Record<string, string>>,
  code: string,
  otherwise: (code: string) => string = (unknown) => unknown,
): string => (Object.hasOwn(words, code) ? (words[code] ?? '') : otherwise(code))

/** Why something is done or stays, in words. */
export const whyOf = ({ plan, window }: Words, code: string): string =>
  wordFor(plan.why, code, () => wordFor(window.reason, code, plan.whyElse))

/** What an approver can give as his reason, in the order of the menu: codes of the log. */
export const reasons = [
  'wrong-person',
  'too-much',
  'too-little',
  'exception-17-3',
  'others-rights',
  'identity-unproven',
  'unfounded',
  'unclear',
  'other',
] as const

/** An approver's reason, in words. */
export const reasonOf = ({ plan, desk }: Words, code: string): string =>
  wordFor(plan.reason, code, () => wordFor(desk.reason, code, plan.whyElse))

/** A member, as Slack shows him. */
export const mention = (user: string): string => `<@${user}>`

/**
 * Somebody's text without what would turn the reading of what stands around it: marks that reverse
 * the direction of writing, and control characters (https://unicode.org/reports/tr9/).
 */
export const tame = (text: string): string =>
  text
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, '')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')

/** The same on one line. */
export const oneLine = (text: string): string => tame(text).replaceAll(/\s+/g, ' ').trim()
