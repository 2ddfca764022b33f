import type { RichTextBlockElement, RichTextElement } from '@slack/types'
import type { Sight } from '../sight.ts'
import type { Run, Unit } from './model.ts'
import { tame } from './saying.ts'

/** How much of somebody's text one block holds, in UTF-16 units: a page of ten stays readable. */
export const fill = 2000

/** What stands in place of what is blacked out, as Zendesk writes it. */
const blocks = '▇▇▇▇'

/** A quoted piece of text, with how much of it there is. */
export type Quote = { readonly element: RichTextBlockElement; readonly weight: number }

const arrow: Run = { text: '\n→ ', is: 'around' }

/** A passage before, and after. One that is too long for a quote goes on in the next. */
export function passageQuotes(passage: readonly Run[]): Quote[] {
  const runs = squeezed(passage)
  const before = portions(runs)
  if (!runs.some(({ is }) => is === 'goes')) return before.map(quote)
  const after = runs.map((run): Run => (run.is === 'goes' ? { text: blocks, is: 'around' } : run))
  const [only, ...more] = before
  if (only && more.length === 0) return portions([...only, arrow, ...after]).map(quote)
  return [...before, ...portions([arrow, ...after])].map(quote)
}

/** A text that is replaced, before and after. */
export function textQuotes(
  { field, before, after }: Unit['texts'][number],
  { words }: Sight,
): Quote[] {
  const { page } = words.plan
  const label = field === undefined ? page.subject : page.field(String(field))
  const was: Run[] = before === undefined ? [] : [{ text: before, is: 'goes' }]
  const becomes: Run = { text: after ?? page.emptied, is: 'around' }
  return portions([{ text: `${label} `, is: 'stays' }, ...was, arrow, becomes]).map(quote)
}

/** A text as a whole. */
export const bodyQuotes = (text: string): Quote[] => portions([{ text, is: 'around' }]).map(quote)

/** Without the empty lines of a mail, which are not what is read here. */
const squeezed = (runs: readonly Run[]): Run[] =>
  runs
    .map(({ text, is }, i): Run => {
      const dense = tame(text).replaceAll(/[^\S\n]*\n\s*/g, '\n')
      const started = i === 0 ? dense.trimStart() : dense
      return { text: i === runs.length - 1 ? started.trimEnd() : started, is }
    })
    .filter(({ text }) => text !== '')

/** Runs in portions that a quote can hold, each of them whole between them. */
function portions(runs: readonly Run[]): Run[][] {
  const all: Run[][] = []
  let weight = fill
  for (const run of runs.flatMap(pieces)) {
    if (weight + run.text.length > fill) {
      all.push([])
      weight = 0
    }
    all.at(-1)?.push(run)
    weight += run.text.length
  }
  return all
}

/** A run in pieces, none empty, no character cut in two. */
function pieces({ text, is }: Run): Run[] {
  const tamed = tame(text)
  const all: Run[] = []
  let at = 0
  while (at < tamed.length) {
    const end = wholeUntil(tamed, at + fill)
    all.push({ text: tamed.slice(at, end), is })
    at = end
  }
  return all
}

function wholeUntil(text: string, end: number): number {
  const last = text.charCodeAt(end - 1)
  return end < text.length && last >= 0xd800 && last <= 0xdbff ? end - 1 : end
}

const styles = { goes: { bold: true, strike: true }, stays: { bold: true }, around: {} } as const

function quote(runs: readonly Run[]): Quote {
  const elements = runs.map(
    ({ text, is }): RichTextElement => ({
      type: 'text',
      text,
      ...(is === 'around' ? {} : { style: styles[is] }),
    }),
  )
  const weight = runs.reduce((sum, { text }) => sum + text.length, 1)
  return { element: { type: 'rich_text_quote', elements }, weight }
}
