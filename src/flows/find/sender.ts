import type { Comment } from '../../zendesk/index.ts'

/** The name under which a mail was sent, as its sender wrote it; empty where none is told. */
export function senderOf({ via }: Pick<Comment, 'via'>): string {
  if (via?.channel !== 'email') return ''
  const from = valueAt(valueAt(via.source, 'from'), 'name')
  return typeof from === 'string' ? from.trim() : ''
}

/** The address that a mail or a ticket came to: one of the account's own. */
export function receiverOf(via: Comment['via']): string {
  const to = valueAt(valueAt(via?.source, 'to'), 'address')
  return typeof to === 'string' ? to.trim().toLowerCase() : ''
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === key)?.[1]
}

/**
 * Whether a sender's name is clearly somebody else's: no word of it is among the words of any of the
 * known names, and none begins like another. A name that is an address, or no words, says nothing.
 */
export function isOtherName(name: string, known: readonly string[]): boolean {
  const words = wordsOf(name)
  if (words.length < 2 || name.includes('@') || known.length === 0) return false
  const all = known.flatMap(wordsOf)
  return words.every((word) => !all.some((one) => one.startsWith(word) || word.startsWith(one)))
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
