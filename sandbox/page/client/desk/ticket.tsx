import type { JSX } from 'preact'
import { momentOf } from '../model/dates.ts'
import {
  type DeskComment,
  type DeskFile,
  type DeskState,
  type DeskTicket,
  ticketStanding,
} from '../model/desk.ts'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'
import { Redacted } from './redacted.tsx'
import { StandingTag } from './standing-tag.tsx'

type Props = { readonly state: DeskState; readonly ticket: DeskTicket }

/** One ticket and its conversation. */
export function Ticket({ state, ticket }: Props): JSX.Element {
  const { words, go } = useSession()
  const comments = state.comments.filter(({ ticket_id }) => ticket_id === ticket.id)
  const requester = state.users.find(({ id }) => id === ticket.requester_id)
  return (
    <div class="desk-list ticket" tabIndex={0} role="region" aria-label={words.ticket(ticket.id)}>
      <button type="button" class="back" onClick={() => go({ ticket: undefined })}>
        <Icon name="back" size={16} /> {words.allTickets}
      </button>
      <p class="row-top">
        <span class={`status ${ticket.status}`}>{ticket.status}</span>
        <span class="row-id">#{ticket.id}</span>
        {ticket.archived && <span class="tag">{words.archived}</span>}
        <StandingTag standing={ticketStanding(ticket)} />
      </p>
      <h3>
        <Redacted text={ticket.subject} />
      </h3>
      <p class="row-sub">
        {words.requester} <b>{requester?.name}</b> · {ticket.via.channel}
      </p>
      {ticket.purged && <p class="empty">{words.gone}</p>}
      {comments.map((comment) => (
        <Comment key={comment.id} state={state} comment={comment} />
      ))}
    </div>
  )
}

function Comment({ state, comment }: { state: DeskState; comment: DeskComment }): JSX.Element {
  const { words, clock } = useSession()
  const author = state.users.find(({ id }) => id === comment.author_id)
  const files = state.attachments.filter(({ comment_id }) => comment_id === comment.id)
  const at = Math.floor(Date.parse(comment.created_at) / 1000)
  return (
    <article class={`comment ${comment.public ? '' : 'internal'}`}>
      <p class="byline">
        <strong>{author?.name}</strong>
        {!comment.public && <span class="tag">{words.internal}</span>}
        <time dateTime={comment.created_at}>{momentOf(at, clock)}</time>
      </p>
      <p class="comment-body">
        <Redacted text={comment.body} />
      </p>
      {files.map((file) => (
        <File key={file.id} file={file} />
      ))}
    </article>
  )
}

function File({ file }: { file: DeskFile }): JSX.Element {
  const { words } = useSession()
  return (
    <p class="file">
      <Icon name="file" size={16} /> {file.file_name}
      {file.redacted && <span class="tag">{words.redactedFile}</span>}
    </p>
  )
}
