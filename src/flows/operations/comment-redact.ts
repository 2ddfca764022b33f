import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Comment } from '../../zendesk/index.ts'
import { bodyBasis, textOf } from '../find/scan.ts'
import { isGiven, isWhole } from './attachment-redact.ts'
import { commentsLeft, lookAtComments } from './comments-of.ts'
import { type Around, idOf, type Kind, only, type ReadBack } from './kind.ts'

export const Redaction = z.strictObject({
  /**
   * The comment's HTML with the marks that Zendesk wants around what goes. Absent where only files
   * go: then Zendesk leaves the text as it is.
   */
  html: z.string().optional(),
  attachmentUrls: z.array(z.string()),
  /** How often each text that goes may still stand there afterwards. */
  left: z.record(z.string(), z.int().nonnegative()),
  /** The files and inline images that go with it, and what they are called. */
  files: z
    .array(z.strictObject({ id: z.int().positive(), name: z.string(), url: z.string() }))
    .default([]),
})
export type Redaction = z.infer<typeof Redaction>

/** What the redaction of files alone is decided on: which files. */
export const filesBasis = (files: readonly number[]): Sha =>
  hashOf({ files: files.toSorted((a, b) => a - b) })

/**
 * Redaction by Agent Workspace: all passages and files of one comment in one call, in closed and
 * archived tickets too. It cannot be undone, and changes nothing when repeated
 * (https://support.zendesk.com/hc/en-us/articles/4408846470170).
 */
export const commentRedact: Kind = {
  batch: 10,
  goneIsDone: true,
  provedBy: { tries: 3 },
  look: async (items, around) =>
    await lookAtComments(items, around, (item, comment) => {
      const { html, files } = Redaction.parse(item.change)
      if (html !== undefined) return bodyBasis(textOf(comment))
      const left = files.filter(({ id }) => wholeIn(comment).has(id)).map(({ id }) => id)
      return left.length === 0 ? undefined : filesBasis(left)
    }),
  send: async (items, { zendesk }) => {
    const item = only(items)
    const { html, attachmentUrls } = Redaction.parse(item.change)
    await zendesk.comments.redact({
      ticketId: idOf(item, 'ticket'),
      commentId: idOf(item, 'comment'),
      ...(html === undefined ? {} : { htmlBody: html }),
      attachmentUrls,
    })
    return {}
  },
  readBack: async (items, around) => {
    const comments = await commentsLeft(items, around)
    const read = new Map<number, ReadBack>()
    for (const item of items) {
      const change = Redaction.parse(item.change)
      const done = await isRedacted(comments.get(idOf(item, 'comment')), change, around)
      read.set(item.n, done ? 'done' : 'not-applied')
    }
    return read
  },
}

/**
 * Absence proves a redaction, not length: Zendesk's blocks are fewer or more than what stood there.
 * Of a file, that neither its comment nor its old address has it.
 */
async function isRedacted(
  comment: Comment | undefined,
  { left, files }: Redaction,
  { zendesk }: Pick<Around, 'zendesk'>,
): Promise<boolean> {
  if (!comment) return true
  const text = textOf(comment)
  if (!Object.entries(left).every(([part, most]) => occurrences(text, part) <= most)) return false
  if (files.some(({ id }) => wholeIn(comment).has(id))) return false
  const given = await Promise.all(files.map(async ({ url }) => await isGiven(url, zendesk)))
  return !given.includes(true)
}

const wholeIn = ({ attachments }: Comment): ReadonlySet<number> =>
  new Set(attachments.filter(isWhole).map(({ id }) => id))

/** How often a text stands in another, to the letter. */
export const occurrences = (text: string, part: string): number => text.split(part).length - 1
