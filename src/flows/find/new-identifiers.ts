import type { TermRecord } from '../../records/finds.ts'
import type { Comment } from '../../zendesk/index.ts'
import type { Matcher } from '../matching/index.ts'

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/**
 * E-mail addresses that the person wrote in a ticket of his own and that are not among the terms
 * yet. Only proposed: it may be his sister's. Only a human accepts it.
 */
export function newIdentifiers(
  comment: Pick<Comment, 'author_id' | 'plain_body'>,
  users: ReadonlySet<number>,
  matcher: Matcher,
): TermRecord[] {
  if (!users.has(comment.author_id)) return []
  const text = comment.plain_body
  const seen = new Set([...text.matchAll(address)].map(([found]) => found.toLowerCase()))
  return [...seen]
    .filter((value) => matcher.inText(value).length === 0)
    .map((value) => ({ kind: 'email', value, strength: 'strong' }))
}
