import { decode, plain } from '../text/html.ts'
import { type Account, stamp } from './account.ts'
import type { Attachment, Comment, Identity, Suspended, Ticket, User } from './records.ts'
import { ticketRating } from './show-rating.ts'

type Shown = Record<string, unknown>

/** A user as agents see it. */
export function showUser({ base }: Account, user: User): Shown {
  const { hidden: _, id, ...rest } = user
  return { id, url: `${base()}/api/v2/users/${id}.json`, ...rest }
}

/** A deleted user: fewer fields, the old address until it is gone for good (facts 3). */
export function showDeletedUser({ base }: Account, user: User): Shown {
  const {
    id,
    name,
    created_at,
    updated_at,
    time_zone,
    shared_phone_number,
    photo,
    locale_id,
    locale,
    organization_id,
    role,
    active,
    hidden,
  } = user
  const [email, phone] = [hidden.formerEmail, hidden.formerPhone]
  return {
    id,
    url: `${base()}/api/v2/deleted_users/${id}.json`,
    name,
    email,
    created_at,
    updated_at,
    time_zone,
    phone,
    shared_phone_number,
    photo,
    locale_id,
    locale,
    organization_id,
    role,
    active,
  }
}

/** An identity. */
export function showIdentity({ base }: Account, identity: Identity): Shown {
  return {
    url: `${base()}/api/v2/users/${identity.user_id}/identities/${identity.id}.json`,
    ...identity,
  }
}

/** A ticket; `fields` repeats the custom fields, as offset pages and single tickets do. */
export function showTicket(account: Account, ticket: Ticket): Shown {
  const { hidden: _, id, ...rest } = ticket
  const first = account.store.of(id).toSorted((a, b) => a.id - b.id)[0]
  return {
    url: `${account.base()}/api/v2/tickets/${id}.json`,
    id,
    ...rest,
    satisfaction_rating: ticketRating(account.store, id),
    raw_subject: ticket.subject,
    description: first ? plain(first.html_body) : '',
    collaborator_ids: [...new Set([...ticket.email_cc_ids, ...ticket.follower_ids])],
    forum_topic_id: null,
    has_incidents: false,
    is_public: account.store.of(id).some((comment) => comment.public),
    sharing_agreement_ids: [],
    custom_status_id: 6_130_830_355_738,
    fields: ticket.custom_fields,
    followup_ids: [],
    ticket_form_id: 6_130_830_344_474,
    brand_id: 6_130_830_354_842,
    allow_channelback: false,
    allow_attachments: true,
  }
}

/** A comment with its files; inline images only when asked for (facts 6). */
export function showComment(account: Account, comment: Comment, inline: boolean): Shown {
  const { created_at, via, metadata } = comment
  return {
    ...commentCore(account, comment, inline),
    via,
    created_at,
    metadata,
    ...(comment.data ? { data: dataOf(account, comment.data) } : {}),
  }
}

/** A comment as redactions and audits show it: without `created_at` and `via` (facts 7). */
export function commentCore(account: Account, comment: Comment, inline = false): Shown {
  const { id, type, author_id, audit_id } = comment
  const html_body = withAddress(account, comment.html_body)
  const text = plain(html_body)
  return {
    id,
    type,
    author_id,
    body: text,
    html_body,
    plain_body: text,
    public: comment.public,
    attachments: filesOf(account, id, inline),
    audit_id,
  }
}

const filesOf = (account: Account, comment: number, inline: boolean): Shown[] =>
  account.store
    .by('attachments', 'comment_id', comment)
    .filter((file) => inline || !file.inline)
    .map((file) => showAttachment(account, file))

/** An attachment; `content_url` opens the file for whoever has it. */
export function showAttachment({ base }: Account, file: Attachment): Shown {
  const { id, file_name, content_type, size, width, height, inline, token } = file
  const content_url = `${base()}/attachments/token/${token}/?name=${encodeURIComponent(decode(file_name))}`
  return {
    url: `${base()}/api/v2/attachments/${id}.json`,
    id,
    file_name,
    content_url,
    mapped_content_url: content_url,
    content_type,
    size,
    width,
    height,
    inline,
    deleted: false,
    malware_access_override: false,
    malware_scan_result: 'malware_not_found',
    thumbnails: [],
  }
}

/** A message of the suspended queue. */
export function showSuspended(account: Account, one: Suspended): Shown {
  const attachments = filesOf(account, one.id, true)
  return {
    url: `${account.base()}/api/v2/suspended_tickets/${one.id}.json`,
    ...one,
    error_messages: null,
    brand_id: 6_130_830_354_842,
    attachments,
  }
}

/** Ends as `.json` and in the time of the account. */
export const iso = ({ now }: Account): string => stamp(now())

const mark = '{account}'

/** Stored text names the account by a mark: its address is known when it is shown. */
const withAddress = ({ base }: Account, html: string): string => html.replaceAll(mark, base())

/** The way back, for a text that a client sends. */
export const withoutAddress = ({ base }: Account, html: string): string =>
  html.replaceAll(base(), mark)

const dataOf = (account: Account, data: NonNullable<Comment['data']>): Shown =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' ? withAddress(account, value) : value,
    ]),
  )
