import type {
  InputBlock,
  InputBlockElement,
  KnownBlock,
  PlainTextOption,
  SectionBlock,
} from '@slack/types'
import type { Request } from '../../records/request.ts'
import { dueIn } from '../../words/format.ts'
import { roleWords } from '../../words/index.ts'
import { context, foreign, limits, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'

/** How a field stands in a form. */
type Place = {
  /** The same name keeps what was typed when the window is drawn again; a new one forgets it. */
  readonly block: string
  readonly optional?: boolean
  readonly hint?: string
}

/** A field of a form. */
export const field = (
  label: string,
  element: InputBlockElement,
  { block, optional = false, hint }: Place,
): InputBlock => ({
  type: 'input',
  block_id: block,
  label: plain(label, limits.label),
  element,
  optional,
  ...(hint ? { hint: plain(hint, limits.label) } : {}),
})

/** A paragraph of foreign text, shown as it is. */
export const verbatim = (text: string, accessory?: SectionBlock['accessory']): SectionBlock => ({
  type: 'section',
  text: plain(text),
  ...(accessory ? { accessory } : {}),
})

/** What has happened, above everything else. */
export const said = (text: string | undefined): KnownBlock[] =>
  text ? [section(`:information_source: ${text}`)] : []

/** What is wrong, above everything else. */
export const warned = (text: string | undefined): KnownBlock[] =>
  text ? [section(`:warning: ${text}`)] : []

/** Which request a window is about, besides its number. Its name says nothing of the person. */
export function heading(sight: Sight, { name, due }: Request): KnownBlock[] {
  const date = dueIn(sight.locale, due)
  return [context(`*${name}* · ${sight.words.window.review.due(date)}`)]
}

/** The words for a code; the code itself where there are none. */
export const wordsOf = (words: Readonly<Record<string, unknown>>, code: string): string => {
  const known = Object.entries(words).find(([name]) => name === code)?.[1]
  return typeof known === 'string' ? known : code
}

/** How a role of the policy is called. */
export const roleName = ({ words }: Sight, role: string): string => foreign(roleWords(words, role))

/** Ten boxes at most stand in one block (facts 3). */
const boxes = 10

/** Options in blocks of ten. */
export function inTens<T>(all: readonly T[], size = boxes): T[][] {
  const tens: T[][] = []
  for (let from = 0; from < all.length; from += size) tens.push(all.slice(from, from + size))
  return tens
}

/** Boxes to tick, and those that are ticked already. */
export const checkboxes = (
  action: string,
  options: readonly PlainTextOption[],
  ticked: ReadonlySet<string>,
): InputBlockElement => {
  const initial = options.filter(({ value }) => ticked.has(value ?? ''))
  return {
    type: 'checkboxes',
    action_id: action,
    options: [...options],
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  }
}

/** A text with its beginning cut where it is too long: what comes last matters. */
export const clipStart = (text: string, most: number): string =>
  text.length <= most ? text : `…${lastOf(text, most - 1)}`

function lastOf(text: string, most: number): string {
  const cut = text.slice(-most)
  const first = cut.charCodeAt(0)
  return first >= 0xdc00 && first <= 0xdfff ? cut.slice(1) : cut
}
