import { fireTriggers } from '../rules/fire.ts'
import { type Account, nextId, saveTicket } from './account.ts'
import type { Attachment, Ticket, User } from './records.ts'
import { iso } from './show.ts'

type Redaction = {
  readonly ticket: Ticket
  readonly actor: User
  /** What the event of the audit names: a comment or a chat. */
  readonly event: Readonly<Record<string, unknown>>
}

/**
 * A redaction is an update: the tag, the date, a line of history, and triggers look at it (facts 1.12).
 */
export function markRedacted(account: Account, { ticket, actor, event }: Redaction): void {
  const changed = {
    ...ticket,
    updated_at: iso(account),
    tags: [...new Set([...ticket.tags, 'redacted_content'])].toSorted(),
  }
  saveTicket(account, changed)
  account.store.put('audits', {
    id: nextId(account),
    ticket_id: ticket.id,
    created_at: iso(account),
    author_id: actor.id,
    events: [{ id: nextId(account), type: 'CommentRedactionEvent', ...event }],
  })
  fireTriggers(account, changed)
}

/** An empty `redacted.txt` under a new address; the old address opens nothing. */
export function emptyFile(account: Account, file: Attachment): void {
  const token = `r${file.id.toString(36)}redacted`
  account.store.put('attachments', {
    ...file,
    token,
    file_name: 'redacted.txt',
    content_type: 'text/plain',
    content: '',
    size: 0,
    width: null,
    height: null,
    inline: false,
    redacted: true,
  })
  account.note('attachment.redacted', file.id)
}
