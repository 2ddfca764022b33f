import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types'
import type { Sight } from '../sight.ts'
import type { Unit } from './model.ts'
import { bodyQuotes, fill, passageQuotes, type Quote, textQuotes } from './quotes.ts'
import { many, oneLine, whyOf } from './saying.ts'

/**
 * One unit of a plan, whole: as many blocks as its texts need. Rich text shows foreign text as it is,
 * so nothing in it can ping, link or format.
 */
export const unitBlocks = (unit: Unit, sight: Sight): RichTextBlock[] =>
  packed(quotesOf(unit, sight)).map((elements, i) => ({
    type: 'rich_text',
    elements: [titleOf(unit, sight, i > 0), ...elements],
  }))

/** How many blocks that is. Most units have no texts, and there may be thousands of them. */
export const blocksNeeded = (unit: Unit, sight: Sight): number =>
  packed(quotesOf(unit, sight)).length

const quotesOf = ({ passages, texts, body }: Unit, sight: Sight): Quote[] => [
  ...passages.flatMap(passageQuotes),
  ...texts.flatMap((one) => textQuotes(one, sight)),
  ...(body === undefined ? [] : bodyQuotes(body)),
]

function packed(parts: readonly Quote[]): RichTextBlockElement[][] {
  const all: RichTextBlockElement[][] = [[]]
  let weight = 0
  for (const part of parts) {
    if (weight > 0 && weight + part.weight > fill) {
      all.push([])
      weight = 0
    }
    all.at(-1)?.push(part.element)
    weight += part.weight
  }
  return all
}

function titleOf(unit: Unit, sight: Sight, again: boolean): RichTextBlockElement {
  const { page } = sight.words.plan
  const name = page[unit.what](String(unit.id))
  const head: RichTextElement[] = [{ type: 'text', text: name, style: { bold: true } }]
  if (again) return { type: 'rich_text_section', elements: [...head, text(` ${page.continued}`)] }
  const facts = factsOf(unit, sight)
  return {
    type: 'rich_text_section',
    elements: [
      ...head,
      ...(facts === '' ? [] : [text(` · ${facts}`)]),
      text(`\n${page.why(whyOf(sight.words, unit.code))}`),
      ...(unit.by ? [text(` · ${page.by} `), { type: 'user', user_id: unit.by } as const] : []),
    ],
  }
}

function factsOf(unit: Unit, sight: Sight): string {
  const { page, less } = sight.words.plan
  return [
    ...(unit.title ? [shortened(oneLine(unit.title))] : []),
    ...whoseOf(unit, sight),
    ...(unit.part ? [less.option.comment(unit.part)] : []),
    ...(unit.acts.includes('ticket.purge') && unit.others ? [page.others] : []),
    ...(unit.person ? [page.about(shortened(oneLine(unit.person)))] : []),
    ...filesOf(unit, sight),
    ...(unit.names ?? []).map((name) => shortened(oneLine(name))),
  ].join(' · ')
}

/** What goes with it; or, of what stays, what it has. */
function filesOf({ files, recordings, final }: Unit, sight: Sight): string[] {
  const { falls } = sight.words.plan
  const { find } = sight.words.window
  return [
    ...(files > 0 ? [final ? many(sight, files, falls.files) : find.files(files)] : []),
    ...(recordings > 0
      ? [final ? many(sight, recordings, falls.recordings) : find.recordings(recordings)]
      : []),
  ]
}

function whoseOf({ what, whose }: Unit, { words }: Sight): string[] {
  if (!whose) return []
  const shown = shortened(oneLine(whose))
  return [what === 'user' ? shown : words.plan.page.requester(shown)]
}

/** A title is told by its beginning. */
const shortened = (title: string): string =>
  title.length > 150 ? `${title.slice(0, 149)}…` : title

const text = (words: string): RichTextElement => ({ type: 'text', text: words })
