import { breather } from '../../records/breather.ts'
import { hashOf } from '../../records/canonical.ts'
import type { CallFind, FileFind, Passage } from '../../records/finds.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Comment, SuspendedTicket, Ticket } from '../../zendesk/index.ts'
import { type Hit, type Matcher, passages, passagesInHtml, wholeHtml } from '../matching/index.ts'
import { aroundComment, aroundMail, aroundTicket, ratingOf, transcriptOf } from './envelope.ts'
import { callsOf, filesOf } from './files.ts'

/** What a scan of one conversation brings. */
export type Scanned = {
  readonly passages: Passage[]
  readonly bodies: Record<string, string>
  readonly files: number
  readonly recordings: number
  readonly attachments: FileFind[]
  readonly calls: CallFind[]
}

/** The text of a comment as it is redacted: its HTML. */
export const textOf = (comment: Pick<Comment, 'html_body'>): string => comment.html_body

/** What a comment's redaction is decided on: its text, to the letter. */
export const bodyBasis = (text: string): Sha => hashOf({ body: text })

/**
 * What a scan looks for: the terms, and whose comments are traces as a whole. In the person's own
 * ticket (`own`) nobody doubts that they are. `answers`: by what our own answers to him are known,
 * which are no traces.
 */
export type Looking = {
  readonly matcher: Matcher
  readonly writers: ReadonlySet<number>
  readonly own: boolean
  readonly answers: readonly string[]
}

/** Looks through every comment once, for all terms. `meanwhile` sees each comment in passing. */
export async function scanConversation(
  comments: AsyncIterable<Comment>,
  looking: Looking,
  meanwhile: (comment: Comment) => void = () => {},
): Promise<Scanned> {
  const found: Passage[] = []
  const bodies: Record<string, string> = {}
  const attachments: FileFind[] = []
  const calls: CallFind[] = []
  let recordings = 0
  const breathe = breather()
  for await (const comment of comments) {
    meanwhile(comment)
    attachments.push(...filesOf(comment))
    calls.push(...callsOf(comment))
    recordings += comment.type === 'VoiceComment' ? 1 : 0
    const here = inComment(comment, looking)
    if (here.some(({ where }) => isInText(where))) bodies[String(comment.id)] = textOf(comment)
    found.push(...here)
    await breathe()
  }
  return { passages: found, bodies, files: attachments.length, recordings, attachments, calls }
}

const isInText = (where: Passage['where']): boolean => where === 'comment' || where === 'written'

/** The passages of one comment. Their keys count from the start of the comment. */
function inComment(comment: Comment, looking: Looking): Passage[] {
  const { matcher, writers, own, answers } = looking
  if (answers.some((marker) => comment.body.includes(marker))) return []
  const text = textOf(comment)
  const hits = matcher.inHtml(text)
  const mentioned = passagesInHtml(text, hits).flatMap((around, i) => {
    const hit = hits[i]
    const key = `c${comment.id}-${i}`
    return hit ? [{ ...passage(key, hit, around), where: 'comment' as const }] : []
  })
  const written = writers.has(comment.author_id) ? whole(comment, own) : []
  const beside = inEnvelope(`e${comment.id}`, aroundComment(comment), matcher)
  const said = inTexts('transcript', `t${comment.id}`, transcriptOf(comment), matcher)
  return [...written, ...mentioned, ...beside, ...said].map((one) => ({
    ...one,
    comment: comment.id,
  }))
}

/** A comment of the person's own, unless nothing but blocks is left of it. */
function whole(comment: Comment, own: boolean): Passage[] {
  const hit = wholeHtml(textOf(comment))
  if (/^[\s▇]*$/u.test(hit.text)) return []
  const around = { before: '', hit: hit.text, after: '' }
  const found = passage(`w${comment.id}`, hit, around)
  return [{ ...found, where: 'written', ...(own ? { strength: 'strong' } : {}) }]
}

/** What came with a text stays with it, for as long as the text does. */
const inEnvelope = (name: string, texts: readonly string[], matcher: Matcher): Passage[] =>
  inTexts('envelope', name, texts, matcher)

/** The passages of several texts of one kind. Their keys begin with `name`. */
export const inTexts = (
  where: Exclude<Passage['where'], 'comment'>,
  name: string,
  texts: readonly string[],
  matcher: Matcher,
): Passage[] =>
  texts
    .flatMap((text) => inPlain(where, text, matcher))
    .map((found, i) => ({ ...found, key: `${name}-${i}` }))

/** The passages of a plain text that is not a comment: a subject, an author. */
function inPlain(
  where: Exclude<Passage['where'], 'comment'>,
  text: string,
  matcher: Matcher,
): Passage[] {
  const hits = matcher.inText(text)
  return passages(text, hits).flatMap((around, i) => {
    const hit = hits[i]
    return hit ? [{ ...passage(`${where}-${i}`, hit, around), where }] : []
  })
}

/** The passages outside a ticket's comments: its subject, the account's own fields, its rating, its envelope. */
export const aroundComments = (ticket: Ticket, matcher: Matcher): Passage[] => [
  ...inPlain('subject', ticket.subject ?? '', matcher),
  ...Object.entries(textFields(ticket)).flatMap(([field, text]) =>
    inPlain('field', text, matcher).map((found) => ({
      ...found,
      key: `${found.key}-${field}`,
      field: Number(field),
    })),
  ),
  ...inTexts('rating', 'r', ratingOf(ticket), matcher),
  ...inEnvelope('e', aroundTicket(ticket), matcher),
]

/** The account's own fields that hold a text, by field id. */
export const textFields = ({
  custom_fields,
}: Pick<Ticket, 'custom_fields'>): Record<string, string> =>
  Object.fromEntries(
    custom_fields.flatMap(({ id, value }) => (typeof value === 'string' ? [[id, value]] : [])),
  )

/** The passages of a mail that Zendesk holds back. */
export const inSuspended = (mail: SuspendedTicket, matcher: Matcher): Passage[] => [
  ...inPlain('author', `${mail.author?.name ?? ''} <${mail.author?.email ?? ''}>`, matcher),
  ...inPlain('subject', mail.subject ?? '', matcher),
  ...inPlain('content', mail.content ?? '', matcher),
  ...inEnvelope('e', aroundMail(mail), matcher),
]

const passage = (
  key: string,
  hit: Hit,
  around: { before: string; hit: string; after: string },
): Omit<Passage, 'where'> => ({
  key,
  kind: hit.term.kind,
  strength: hit.term.strength,
  doubtful: hit.partial === true,
  ...around,
  spans: hit.spans.map(({ start, end }) => ({ start, end })),
  ...(hit.attribute ? { attribute: true } : {}),
})
