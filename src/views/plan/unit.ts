import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types'
import type { Sight } from '../sight.ts'
import type { Run, Unit } from './model.ts'
import { many, oneLine, tame, whyOf } from './saying.ts'

/** How much of foreign text one block holds: the page that shows ten of them stays readable. */
const fill = 2000

/** What stands in place of what is blacked out, as Zendesk writes it. */
const blocks = '▇▇▇▇'

type Part = { readonly element: RichTextBlockElement; readonly weight: number }

/**
 * One unit of a plan, whole: as many blocks as its texts need. Rich text shows foreign text as it is,
 * so nothing in it can ping, link or format.
 */
export function unitBlocks(unit: Unit, sight: Sight): RichTextBlock[] {
  const parts = [
    ...unit.passages.flatMap(passageParts),
    ...unit.texts.flatMap((one) => textParts(one, sight)),
    ...(unit.body === undefined
      ? []
      : chunks(unit.body).map((text) => quote([{ text, is: 'around' }]))),
  ]
  return packed(parts).map((elements, i) => ({
    type: 'rich_text',
    elements: [titleOf(unit, sight, i > 0), ...elements],
  }))
}

function packed(parts: readonly Part[]): RichTextBlockElement[][] {
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
  const { page, falls, less } = sight.words.plan
  return [
    ...(unit.title ? [shortened(oneLine(unit.title))] : []),
    ...whoseOf(unit, sight),
    ...(unit.part ? [less.option.comment(unit.part)] : []),
    ...(unit.acts.includes('ticket.purge') && unit.others ? [page.others] : []),
    ...(unit.files > 0 ? [many(sight, unit.files, falls.files)] : []),
    ...(unit.recordings > 0 ? [many(sight, unit.recordings, falls.recordings)] : []),
  ].join(' · ')
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

/** Before, and after. A passage that is too long for one quote goes on in the next. */
function passageParts(runs: readonly Run[]): Part[] {
  const pieces = runs.flatMap((run) =>
    chunks(run.text).map((piece): Run => ({ ...run, text: piece })),
  )
  const before = gathered(pieces)
  if (!runs.some(({ is }) => is === 'goes')) return before.map((part) => quote(part))
  const after = runs.map(
    ({ text: words, is }): Run => ({ text: is === 'goes' ? blocks : words, is: 'around' }),
  )
  const [only, ...more] = before
  if (only && more.length === 0) return [quote([...only, arrow, ...after])]
  return [
    ...before.map((part) => quote(part)),
    ...gathered([arrow, ...after]).map((part) => quote(part)),
  ]
}

const arrow: Run = { text: '\n→ ', is: 'around' }

/** Runs in portions that a quote can hold. */
function gathered(runs: readonly Run[]): Run[][] {
  const portions: Run[][] = [[]]
  let weight = 0
  for (const run of runs) {
    if (weight > 0 && weight + run.text.length > fill) {
      portions.push([])
      weight = 0
    }
    portions.at(-1)?.push(run)
    weight += run.text.length
  }
  return portions
}

function textParts({ field, before, after }: Unit['texts'][number], { words }: Sight): Part[] {
  const { page } = words.plan
  const label = field === undefined ? page.subject : page.field(String(field))
  const was: Run[] = before === undefined ? [] : [{ text: before, is: 'goes' }]
  const becomes: Run = { text: `\n→ ${after ?? page.emptied}`, is: 'around' }
  const named: Run = { text: `${label} `, is: 'stays' }
  const pieces = [named, ...was, becomes].flatMap((run) =>
    chunks(run.text).map((piece): Run => ({ ...run, text: piece })),
  )
  return gathered(pieces).map((part) => quote(part))
}

/** A text in pieces, none empty, no character cut in two. */
function chunks(long: string): string[] {
  const tamed = tame(long)
  const all: string[] = []
  let at = 0
  while (at < tamed.length) {
    let end = Math.min(tamed.length, at + fill)
    const last = tamed.charCodeAt(end - 1)
    if (end < tamed.length && last >= 0xd800 && last <= 0xdbff) end -= 1
    all.push(tamed.slice(at, end))
    at = end
  }
  return all
}

const styles = { goes: { bold: true, strike: true }, stays: { bold: true }, around: {} } as const

function quote(runs: readonly Run[]): Part {
  const elements = runs
    .map(({ text: words, is }) => ({ words: tame(words), is }))
    .filter(({ words }) => words !== '')
    .map(({ words, is }): RichTextElement => {
      const style = styles[is]
      return { type: 'text', text: words, ...(is === 'around' ? {} : { style }) }
    })
  const weight = runs.reduce((sum, run) => sum + run.text.length, 0)
  return {
    element: { type: 'rich_text_quote', elements: elements.length > 0 ? elements : [text('—')] },
    weight: Math.max(1, weight),
  }
}
