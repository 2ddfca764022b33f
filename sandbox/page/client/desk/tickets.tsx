import type { JSX } from 'preact'
import { type DeskTicket, ticketStanding, ticketsFor } from '../model/desk.ts'
import { useSession } from '../session.ts'
import type { Given } from './given.ts'
import { Redacted } from './redacted.tsx'
import { useFew } from './show-more.tsx'
import { StandingTag } from './standing-tag.tsx'

/** The tickets, those that were just changed first. */
export function Tickets({ state, wanted, touched }: Given): JSX.Element {
  const { words } = useSession()
  const [shown, more] = useFew(ticketsFor(state, wanted, touched))
  const names = new Map(state.users.map(({ id, name }) => [id, name]))
  return (
    <div class="desk-list">
      {shown.length === 0 && <p class="empty">{words.noTickets}</p>}
      <ul>
        {shown.map((ticket) => (
          <Row
            key={ticket.id}
            ticket={ticket}
            name={names.get(ticket.requester_id) ?? ''}
            isNew={touched.has(String(ticket.id))}
          />
        ))}
      </ul>
      {more}
    </div>
  )
}

type RowProps = { readonly ticket: DeskTicket; readonly name: string; readonly isNew: boolean }

function Row({ ticket, name, isNew }: RowProps): JSX.Element {
  const { words, go } = useSession()
  const standing = ticketStanding(ticket)
  return (
    <li>
      <button
        type="button"
        class={`row ${standing} ${isNew ? 'touched' : ''}`}
        onClick={() => go({ ticket: String(ticket.id) })}
      >
        <span class="row-top">
          {!ticket.purged && <span class={`status ${ticket.status}`}>{ticket.status}</span>}
          <span class="row-id">#{ticket.id}</span>
          <StandingTag standing={standing} />
          {isNew && <span class="tag fresh">{words.justChanged}</span>}
        </span>
        <span class="row-title">
          {ticket.subject ? <Redacted text={ticket.subject} /> : words.nothingLeft}
        </span>
        <span class="row-sub">{name}</span>
      </button>
    </li>
  )
}
