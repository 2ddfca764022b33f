import type { Passage, TicketFind } from '../../records/finds.ts'
import { readable } from '../operations/comment-redact-text.ts'

type Texts = Pick<TicketFind, 'passages' | 'bodies'>

/**
 * Whether a chosen text also stands where nobody has chosen it, inside a longer word perhaps. The
 * older redaction takes a text out of a comment wherever it stands
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-string-in-comment),
 * so there it cannot be planned.
 */
export function standsElsewhere({ passages, bodies }: Texts, keys: Iterable<string>): boolean {
  const chosen = new Set(keys)
  return Object.entries(bodies).some(([comment, body]) => {
    const here = passages.filter(
      (passage) => String(passage.comment) === comment && chosen.has(passage.key),
    )
    const texts = piecesOf(body, here).map(readable)
    const rest = readable(without(body, here))
    return texts.some((text) => text.trim() !== '' && rest.includes(text))
  })
}

type Placed = { readonly spans: readonly Passage['spans'][number][] }

/** The texts at the places of these passages, each place once. */
export function piecesOf(body: string, passages: readonly Placed[]): string[] {
  const spans = new Map(
    passages.flatMap(({ spans: all }) => all.map((s) => [`${s.start}-${s.end}`, s] as const)),
  )
  return [...spans.values()].map(({ start, end }) => body.slice(start, end))
}

/** What stays of a text, with a sign that nobody writes in place of what goes. */
function without(body: string, passages: readonly Placed[]): string {
  const spans = passages.flatMap((passage) => passage.spans).toSorted((a, b) => a.start - b.start)
  let left = ''
  let at = 0
  for (const { start, end } of spans) {
    if (start >= at) left += `${body.slice(at, start)}\u0000`
    at = Math.max(at, end)
  }
  return left + body.slice(at)
}
