import { type Inline, isSafeUrl, type Passage } from './inline.ts'

/** Reads the Markdown of a `markdown` block: headings, lists, quotations, fences, paragraphs. */
export function markdown(text: string): Passage[] {
  return text.split(/^```.*$/m).flatMap((part, index) => {
    if (index % 2 === 1) return [{ kind: 'pre', text: part.replace(/^\n|\n$/g, '') } as const]
    return part
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(passageOf)
      .reduce<Passage[]>(joined, [])
  })
}

type Rule<T> = readonly [pattern: RegExp, make: (first: string, second: string) => T]

const lines: readonly Rule<Passage>[] = [
  [
    /^(#{1,6})\s+(.*)$/,
    (hashes, text) => ({
      kind: 'heading',
      level: hashes.length,
      children: inlineMarkdown(text),
    }),
  ],
  [/^\s*([-*+])\s+(.*)$/, (_, text) => listOf(false, text)],
  [/^\s*(\d+[.)])\s+(.*)$/, (_, text) => listOf(true, text)],
  [/^>\s?(.*)$/, (text) => ({ kind: 'quote', children: inlineMarkdown(text) })],
  [/^(.*)$/, (text) => ({ kind: 'paragraph', children: inlineMarkdown(text) })],
]

const listOf = (ordered: boolean, text: string): Passage => ({
  kind: 'list',
  ordered,
  items: [inlineMarkdown(text)],
})

function firstFit<T>(rules: readonly Rule<T>[], text: string): T | undefined {
  for (const [pattern, make] of rules) {
    const found = pattern.exec(text)
    if (found) return make(found[1] ?? '', found[2] ?? '')
  }
  return undefined
}

const passageOf = (line: string): Passage =>
  firstFit(lines, line) ?? { kind: 'paragraph', children: [] }

function joined(passages: Passage[], next: Passage): Passage[] {
  const last = passages.at(-1)
  if (last?.kind === 'list' && next.kind === 'list' && last.ordered === next.ordered)
    return [...passages.slice(0, -1), { ...last, items: [...last.items, ...next.items] }]
  return [...passages, next]
}

const tokens =
  /(`[^`]+`|\*\*[^*]+\*\*|~~[^~]+~~|(?<![\p{L}\p{N}])[*_][^*_\s][^*_]*[*_](?![\p{L}\p{N}])|\[[^\]]+\]\([^)\s]+\))/u

/** Reads one line of Markdown. */
function inlineMarkdown(line: string): Inline[] {
  return line
    .split(tokens)
    .filter((part) => part !== '')
    .map((part) => firstFit(pieces, part) ?? { kind: 'text', text: part })
}

const pieces: readonly Rule<Inline>[] = [
  [
    /^\[([^\]]+)\]\(([^)]+)\)$/,
    (text, url) => (isSafeUrl(url) ? { kind: 'link', url, text } : { kind: 'text', text }),
  ],
  [/^`([^`]+)`$/, (text) => ({ kind: 'code', text })],
  [/^\*\*(.+)\*\*$/, (text) => ({ kind: 'bold', children: inlineMarkdown(text) })],
  [/^~~(.+)~~$/, (text) => ({ kind: 'strike', children: inlineMarkdown(text) })],
  [/^([*_])(.+)\1$/, (_, text) => ({ kind: 'italic', children: inlineMarkdown(text) })],
]
