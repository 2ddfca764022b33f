import type { Refusal } from '../flows/index.ts'
import type { Words } from '../words/index.ts'
import { refusalWords } from '../words/index.ts'
import type { Answer } from './answer.ts'
import { plain } from './shell.ts'

/** Refusals that end a session: whoever it was may not be here any more. */
export const endsSession: ReadonlySet<Refusal['code']> = new Set(['role-missing', 'not-a-member'])

/** A no, in words, and what to do next. */
export function refusedPage(words: Words, refusal: Refusal): Answer {
  const { refused, gone } = words.pages
  const why = refusalWords(words, refusal.code, refusal.detail)
  const status =
    refusal.code === 'people-unknown' || refusal.code === 'policy-unreadable' ? 503 : 403
  return { kind: 'page', status, title: refused.title, body: plain(refused.title, why, gone.next) }
}
