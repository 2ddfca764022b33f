import { emojiOf } from './emoji.ts'
import { entity } from './entity.ts'
import { type Inline, isSafeUrl, type Passage, unescaped } from './inline.ts'

/** Reads Slack's mrkdwn: fences, quotations, lines. */
export function mrkdwn(text: string): Passage[] {
  return text.split('```').flatMap((part, index, parts): Passage[] => {
    const isFenced = index % 2 === 1 && index < parts.length - 1
    if (isFenced) return [{ kind: 'pre', text: unescaped(part.replace(/^\n|\n$/g, '')) }]
    // The line breaks around a fence belong to it.
    const open = index % 2 === 1 ? `\`\`\`${part}` : part
    const after = index === 0 ? open : open.replace(/^\n/, '')
    return linesOf(index < parts.length - 1 ? after.replace(/\n$/, '') : after)
  })
}

function linesOf(text: string): Passage[] {
  if (text.trim() === '') return []
  const passages: { kind: 'paragraph' | 'quote'; children: Inline[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(line)
    const kind = quoted ? 'quote' : 'paragraph'
    const children = inline(quoted?.[1] ?? line)
    const last = passages.at(-1)
    if (last?.kind === kind) last.children.push({ kind: 'break' }, ...children)
    else passages.push({ kind, children })
  }
  return passages
}

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const
type Mark = keyof typeof marks

const isMark = (char: string): char is Mark => Object.hasOwn(marks, char)

/** Reads one line. */
export function inline(line: string): Inline[] {
  const found: Inline[] = []
  let plain = ''
  const flush = (): void => {
    if (plain) found.push(...withLinks(unescaped(plain)))
    plain = ''
  }
  for (let at = 0; at < line.length; ) {
    const token = tokenAt(line, at)
    if (token) {
      flush()
      found.push(token.node)
    } else plain += line.charAt(at)
    at += token?.length ?? 1
  }
  flush()
  return found
}

type Token = { readonly node: Inline; readonly length: number }

function tokenAt(line: string, at: number): Token | undefined {
  const char = line.charAt(at)
  if (char === '<') return matched(/<([^<>\n]+)>/y, line, at, entity)
  if (char === '`')
    return matched(/`([^`\n]+)`/y, line, at, (text) => ({ kind: 'code', text: unescaped(text) }))
  if (char === ':') return emojiAt(line, at)
  return isMark(char) ? markedAt(line, at, char) : undefined
}

function matched(
  pattern: RegExp,
  line: string,
  at: number,
  make: (inside: string) => Inline,
): Token | undefined {
  pattern.lastIndex = at
  const [whole, inside] = pattern.exec(line) ?? []
  return whole && inside ? { node: make(inside), length: whole.length } : undefined
}

function emojiAt(line: string, at: number): Token | undefined {
  const token = matched(/:([a-z0-9_+-]{1,40}):/y, line, at, (name) => ({ kind: 'emoji', name }))
  return token?.node.kind === 'emoji' && emojiOf(token.node.name) ? token : undefined
}

// A mark opens after a gap and closes before one, so that snake_case and 2*3*4 stay as they are.
function markedAt(line: string, at: number, mark: Mark): Token | undefined {
  const before = line.charAt(at - 1)
  if (/[\p{L}\p{N}]/u.test(before) || /\s|^$/.test(line.charAt(at + 1))) return undefined
  const end = closing(line, at, mark)
  if (end < 0) return undefined
  const children = inline(line.slice(at + 1, end))
  return { node: { kind: marks[mark], children }, length: end + 1 - at }
}

function closing(line: string, at: number, mark: Mark): number {
  for (let end = line.indexOf(mark, at + 2); end >= 0; end = line.indexOf(mark, end + 1))
    if (!/\s/.test(line.charAt(end - 1)) && !/[\p{L}\p{N}]/u.test(line.charAt(end + 1))) return end
  return -1
}

const bare = /\b(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g

function withLinks(text: string): Inline[] {
  return text
    .split(bare)
    .filter((part) => part !== '')
    .map((part) =>
      isSafeUrl(part) ? { kind: 'link', url: part, text: part } : { kind: 'text', text: part },
    )
}

/** Reads plain text, where shortcodes may stand. */
export function plainText(text: string, hasEmoji = true): Inline[] {
  return text.split('\n').flatMap((line, index) => {
    const pieces = line
      .split(/(:[a-z0-9_+-]{1,40}:)/)
      .filter((piece) => piece !== '')
      .map((piece): Inline => {
        const name = piece.slice(1, -1)
        const isEmoji = hasEmoji && /^:.+:$/.test(piece) && emojiOf(name) !== undefined
        return isEmoji ? { kind: 'emoji', name } : { kind: 'text', text: piece }
      })
    return index === 0 ? pieces : [{ kind: 'break' } as const, ...pieces]
  })
}
