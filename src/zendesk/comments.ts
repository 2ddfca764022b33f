import { z } from 'zod'
import { checkedId } from './ids.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'
import { Via } from './via.ts'

/**
 * A file of a comment. `content_url` carries a token: who has the address has the file, so treat it
 * as a secret, and never send our Authorization there (it may be another host).
 *
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/
 */
export const Attachment = z.object({
  id: z.int(),
  file_name: z.string(),
  content_url: z.string(),
  content_type: z.string().nullable(),
  size: z.int().nullable(),
  inline: z.boolean().default(false),
  deleted: z.boolean().default(false),
  malware_scan_result: z.string().optional(),
})
export type Attachment = z.infer<typeof Attachment>

/**
 * A comment of a ticket: `Comment`, or `VoiceComment` with `data` about the call. A comment without
 * its texts doesn't fit on purpose: it would pass a search for personal data unseen.
 *
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
 */
export const Comment = z.object({
  id: z.int(),
  type: z.string(),
  author_id: z.int(),
  body: z.string(),
  html_body: z.string(),
  plain_body: z.string(),
  public: z.boolean(),
  attachments: z.array(Attachment),
  audit_id: z.int().nullable().default(null),
  via: Via.optional(),
  /** `system` holds the writer's IP address and place. */
  metadata: z
    .object({ system: z.record(z.string(), z.unknown()).default({}) })
    .default({ system: {} }),
  created_at: z.string(),
  /** Of a `VoiceComment`: `call_id`, `recording_url`, `transcription_text` and more. */
  data: z.record(z.string(), z.unknown()).optional(),
})
export type Comment = z.infer<typeof Comment>

/** What a redaction answers: a part of the comment. Only reading it again proves anything. */
export const RedactedComment = Comment.pick({ id: true, type: true }).extend({
  body: z.string().optional(),
  html_body: z.string().optional(),
  plain_body: z.string().optional(),
})
export type RedactedComment = z.infer<typeof RedactedComment>

export type Redaction = {
  ticketId: number
  commentId: number
  /** The comment's current `html_body` with the marks of what is to go; absent where only files go. */
  htmlBody?: string
  attachmentUrls: readonly string[]
}

const Many = z.object({ comments: z.array(Comment) })
const RedactedFile = z.object({ attachment: z.object({ id: z.int() }) })
const Redacted = z.object({ comment: RedactedComment })

export const comments = (http: Http) => ({
  /** All comments of a ticket, oldest first, inline images among their attachments. */
  list: (ticketId: number): AsyncIterable<Comment> =>
    eachItem(http, {
      path: '/api/v2/tickets/{ticket_id}/comments',
      params: { ticket_id: checkedId(ticketId) },
      query: { include_inline_images: true },
      shape: Many,
      items: (page) => page.comments,
      by: 'cursor',
    }),
  ...redacting(http),
})

const redacting = (http: Http) => ({
  /**
   * Redacts in any ticket, closed and archived ones included, where the account has the Agent
   * Workspace. `htmlBody` is the comment's current `html_body` with `<redact>` around texts and the
   * attribute `redact` on elements; `attachmentUrls` are `content_url`s. It can't be undone.
   */
  redact: async (redaction: Redaction): Promise<RedactedComment> => {
    const ticketId = checkedId(redaction.ticketId)
    const path = '/api/v2/comment_redactions/{comment_id}'
    const params = { comment_id: checkedId(redaction.commentId) }
    const body = {
      ticket_id: ticketId,
      ...(redaction.htmlBody === undefined ? {} : { html_body: redaction.htmlBody }),
      external_attachment_urls: redaction.attachmentUrls,
    }
    const call = { shape: Redacted, method: 'PUT', path, params, body, record: ticketId } as const
    return (await http.send(call)).comment
  },

  /** Redacts a text where the ticket isn't closed. Whether all occurrences go: read again. */
  redactText: async (
    ticketId: number,
    commentId: number,
    text: string,
  ): Promise<RedactedComment> => {
    const path = '/api/v2/tickets/{ticket_id}/comments/{comment_id}/redact'
    const params = { ticket_id: checkedId(ticketId), comment_id: checkedId(commentId) }
    return (await http.send({ shape: Redacted, method: 'PUT', path, params, body: { text } }))
      .comment
  },

  /**
   * Empties a file where the ticket isn't closed: it becomes `redacted.txt`. The answer still shows
   * the old file, so there is nothing to return: list the comments again.
   */
  redactAttachment: async (
    ticketId: number,
    commentId: number,
    attachmentId: number,
  ): Promise<void> => {
    const path =
      '/api/v2/tickets/{ticket_id}/comments/{comment_id}/attachments/{attachment_id}/redact'
    const params = {
      ticket_id: checkedId(ticketId),
      comment_id: checkedId(commentId),
      attachment_id: checkedId(attachmentId),
    }
    await http.send({ shape: RedactedFile, method: 'PUT', path, params, body: {} })
  },
})
