import { z } from 'zod'
import type { Comment } from '../../zendesk/index.ts'
import { bodyBasis, textOf } from '../find/scan.ts'
import { commentsLeft, lookAtComments } from './comments-of.ts'
import { each, idOf, type Kind, only, type ReadBack } from './kind.ts'

export const Redaction = z.strictObject({
  /** The comment's HTML with the marks that Zendesk wants around what goes. */
  html: z.string(),
  attachmentUrls: z.array(z.string()),
  /** How often each text that goes may still stand there afterwards. */
  left: z.record(z.string(), z.int().nonnegative()),
})
export type Redaction = z.infer<typeof Redaction>

/**
 * Redaction by Agent Workspace: all passages of one comment in one call, in closed and archived
 * tickets too. It cannot be undone, and changes nothing when repeated
 * (https://support.zendesk.com/hc/en-us/articles/4408846470170).
 */
export const commentRedact: Kind = {
  batch: 10,
  goneIsDone: true,
  provedBy: { tries: 3 },
  look: async (items, around) =>
    await lookAtComments(items, around, (_, comment) => bodyBasis(textOf(comment))),
  send: async (items, { zendesk }) => {
    const item = only(items)
    const { html, attachmentUrls } = Redaction.parse(item.change)
    await zendesk.comments.redact({
      ticketId: idOf(item, 'ticket'),
      commentId: idOf(item, 'comment'),
      htmlBody: html,
      attachmentUrls,
    })
    return {}
  },
  readBack: async (items, around) => {
    const comments = await commentsLeft(items, around)
    return each(items, (item): ReadBack => {
      const comment = comments.get(idOf(item, 'comment'))
      if (!comment) return 'done'
      return isRedacted(comment, Redaction.parse(item.change)) ? 'done' : 'not-applied'
    })
  },
}

/** Absence proves a redaction, not length: Zendesk's blocks are fewer or more than what stood there. */
const isRedacted = (comment: Comment, { left }: Redaction): boolean =>
  Object.entries(left).every(([text, most]) => occurrences(textOf(comment), text) <= most)

/** How often a text stands in another, to the letter. */
export const occurrences = (text: string, part: string): number => text.split(part).length - 1
