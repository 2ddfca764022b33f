import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import { textOf } from '../find/scan.ts'
import { readHtml } from '../matching/html-source.ts'
import { commentsLeft, lookAtComments } from './comments-of.ts'
import { each, idOf, type Kind, only, type ReadBack } from './kind.ts'

const TextRedaction = z.strictObject({ text: z.string().min(1) })

/** What a reader sees of an HTML text: this redaction compares with that, not with tags and entities. */
export const readable = (html: string): string =>
  readHtml(html)
    .pieces.map(({ kind, text }) => (kind === 'break' ? '\n' : text))
    .join('')

/** What it is decided on: that the text stands there. Our other redactions of the comment don't count. */
export const textBasis = (text: string): Sha => hashOf({ text })

/**
 * The older redaction, one text a call, for accounts without Agent Workspace. Only while the ticket
 * isn't closed
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-string-in-comment).
 */
export const commentRedactText: Kind = {
  batch: 10,
  goneIsDone: true,
  // One call may take only one of the places where the text stands.
  provedBy: { tries: 10 },
  look: async (items, around) =>
    await lookAtComments(items, around, (item, comment) => {
      const { text } = TextRedaction.parse(item.change)
      return readable(textOf(comment)).includes(text) ? textBasis(text) : undefined
    }),
  send: async (items, { zendesk }) => {
    const item = only(items)
    const { text } = TextRedaction.parse(item.change)
    await zendesk.comments.redactText(idOf(item, 'ticket'), idOf(item, 'comment'), text)
    return {}
  },
  readBack: async (items, around) => {
    const comments = await commentsLeft(items, around)
    return each(items, (item): ReadBack => {
      const comment = comments.get(idOf(item, 'comment'))
      if (!comment) return 'done'
      const { text } = TextRedaction.parse(item.change)
      return readable(textOf(comment)).includes(text) ? 'not-applied' : 'done'
    })
  },
}
