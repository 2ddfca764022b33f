import { readHtml } from './html-source.ts'
import type { Hit } from './types.ts'
import { visibleSpans } from './visible.ts'

/**
 * All that a reader sees of an HTML text, as one hit: for a comment that the person wrote, where
 * everything may be about him and no term says so.
 */
export function wholeHtml(html: string): Hit {
  const { pieces } = readHtml(html)
  const { spans, text } = visibleSpans(pieces, { start: 0, end: html.length })
  return { term: { kind: 'other', value: '', strength: 'weak' }, spans, text: text.trim() }
}
