import type { KnownBlock, ModalView } from '@slack/types'
import type { TermRecord, TraceIndex } from '../../records/finds.ts'
import { clip, limits, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Listed } from './pages.ts'
import { checkboxes, clipStart, field, inTens, verbatim } from './parts.ts'

/** What is looked for, what may be, and what the human has added so far. */
export type Terms = Omit<Listed, 'item'> & {
  readonly index: TraceIndex
  readonly accepted: readonly TermRecord[]
}

/** More proposals than this stand in no window: the others are proposed again in the next look. */
const most = 200
const longestList = 2500

/** What the bot met and may be the person's, nothing ticked; and room for what only a human knows. */
export function termsView(
  sight: Sight,
  { request, user, seen, index, accepted }: Terms,
): ModalView {
  const words = sight.words.window.terms
  const bound = { deed: 'set-terms', request, on: seen, user } as const
  const proposed = index.proposedTerms.slice(0, most)
  const values = new Set(proposed.map(({ term }) => term.value))
  const own = accepted.filter(({ value }) => !values.has(value)).map(({ value }) => value)
  return modal(sight, {
    title: words.title,
    bound,
    submit: words.submit,
    close: words.close,
    blocks: [
      section(`*${words.now}*`),
      verbatim(clip(index.terms.map((term) => nowLine(sight, term)).join('\n'), longestList)),
      ...inTens(proposed.map((one, i) => ({ ...one, i }))).flatMap((ten, i) => [
        ...seenIn(sight, ten),
        field(
          i === 0 ? words.proposed : words.continued,
          checkboxes(
            `terms-${i}`,
            ten.map((one) => option(one.term.value, String(one.i), from(sight, one))),
            tickedAmong(proposed, accepted),
          ),
          { block: `terms-${i}`, optional: true },
        ),
      ]),
      addField(sight, own),
    ],
  })
}

/** Where each was seen, with some of the text around it. */
function seenIn(sight: Sight, ten: readonly Proposed[]): KnownBlock[] {
  const words = sight.words.window.terms
  const lines = ten.flatMap(({ term, ticket, seen }) => {
    if (!seen) return []
    const { before, hit, after } = seen
    const around = `${clipStart(before, 80)}[${clip(hit, 80)}]${clip(after, 80)}`
    return [
      `• ${words.seen(clip(term.value, 60), String(ticket))} ${around.replaceAll(/\s+/g, ' ')}`,
    ]
  })
  return lines.length > 0 ? [verbatim(lines.join('\n'))] : []
}

type Proposed = TraceIndex['proposedTerms'][number]

const nowLine = ({ words }: Sight, { kind, value, strength }: TermRecord): string =>
  `• ${value} (${words.window.kind[kind]}, ${words.window.terms[strength]})`

const from = (
  { words }: Sight,
  { term, ticket }: { readonly term: TermRecord; readonly ticket: number },
): string =>
  words.window.terms.from(
    words.window.kind[term.kind],
    words.window.terms[term.strength],
    String(ticket),
  )

const tickedAmong = (
  proposed: readonly { readonly term: TermRecord }[],
  accepted: readonly TermRecord[],
): ReadonlySet<string> =>
  new Set(
    proposed.flatMap(({ term }, i) =>
      accepted.some(({ kind, value }) => kind === term.kind && value === term.value)
        ? [String(i)]
        : [],
    ),
  )

function addField({ words }: Sight, own: readonly string[]): KnownBlock {
  const initial = clip(own.join('\n'), limits.section)
  return field(
    words.window.terms.add,
    {
      type: 'plain_text_input',
      action_id: 'more',
      multiline: true,
      max_length: limits.section,
      ...(initial ? { initial_value: initial } : {}),
    },
    { block: 'more', optional: true, hint: words.window.terms['add-hint'] },
  )
}
