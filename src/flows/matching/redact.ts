import type { Hit } from './types.ts'

/** The html with `<redact>` around each piece of text and `redact` on elements (facts 7). */
export function redactHtml(_html: string, _hits: readonly Hit[]): string {
  throw new Error('redactHtml is not written yet')
}

/** What a reader will see afterwards: visible text, U+2587 blocks in place of the hits. */
export function redactedText(_html: string, _hits: readonly Hit[]): string {
  throw new Error('redactedText is not written yet')
}
