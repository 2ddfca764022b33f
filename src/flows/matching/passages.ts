import type { Hit, Passage } from './types.ts'

/** Each hit of a plain text with about `around` characters on both sides, one for one. */
export function passages(_text: string, _hits: readonly Hit[], _around = 60): Passage[] {
  throw new Error('passages is not written yet')
}

/** Each hit of an HTML text with about `around` visible characters on both sides, one for one. */
export function passagesInHtml(_html: string, _hits: readonly Hit[], _around = 60): Passage[] {
  throw new Error('passagesInHtml is not written yet')
}
