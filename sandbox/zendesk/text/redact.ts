import { decode, encode, isTag, pieces } from './html.ts'

/** U+2587. The documentation turns texts of any length into a few of them (facts 7). */
const blocks = (text: string): string => '\u2587'.repeat(Math.min(4, Math.max(2, text.length)))

/** The `html_body` that was sent, without its redaction marks. */
export const unmarked = (html: string): string =>
  pieces(html)
    .filter((piece) => !/^<\/?redact\s*>$/i.test(piece))
    .map((piece) =>
      isTag(piece) ? piece.replace(/\sredact(=("[^"]*"|'[^']*'))?(?=[\s/>])/gi, '') : piece,
    )
    .join('')

/**
 * Carries out the marks: text inside `<redact>` becomes blocks, an element with the bare attribute
 * `redact` loses its tags while its text stays (facts 7).
 */
export function redactMarked(html: string): { html: string; removed: string[] } {
  const state: State = { depth: 0, open: [], removed: [], out: [] }
  for (const piece of pieces(html)) {
    if (isTag(piece)) passTag(piece, state)
    else state.out.push(state.depth > 0 && piece.trim() ? blocks(decode(piece)) : piece)
  }
  return { html: state.out.join(''), removed: state.removed }
}

type State = {
  depth: number
  readonly open: { name: string; keep: boolean }[]
  readonly removed: string[]
  readonly out: string[]
}

const voids = new Set(['img', 'br', 'hr', 'input'])
const nameOf = (tag: string): string => /^<\/?\s*([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? ''

function passTag(tag: string, state: State): void {
  const name = nameOf(tag)
  const closing = tag.startsWith('</')
  if (name === 'redact') state.depth += closing ? -1 : 1
  else if (!closing) passOpening(tag, name, state)
  else if (closes(name, state)) state.out.push(tag)
}

function passOpening(tag: string, name: string, state: State): void {
  const keep = !/\sredact(?=[\s/>=])/i.test(tag)
  if (!voids.has(name) && !tag.endsWith('/>')) state.open.push({ name, keep })
  const to = keep ? state.out : state.removed
  to.push(tag)
}

function closes(name: string, { open }: State): boolean {
  const at = open.findLastIndex((tag) => tag.name === name)
  if (at < 0) return true
  return open.splice(at, 1)[0]?.keep ?? true
}

/** The older way: a string, wherever it stands in one piece of text, exactly as written. */
export const redactString = (html: string, secret: string): string =>
  pieces(html)
    .map((piece) => (isTag(piece) ? piece : withoutString(piece, secret)))
    .join('')

function withoutString(piece: string, secret: string): string {
  const text = decode(piece)
  return text.includes(secret) ? encode(text.replaceAll(secret, blocks(secret))) : piece
}
