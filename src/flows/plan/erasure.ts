import type { OperationKind, Phase } from '../../records/plan.ts'
import type { Counts } from '../../records/primitives.ts'
import { isOutOfReach } from '../find/propose.ts'
import type {
  OwnTicket,
  PeopleDecision,
  TermRecord,
  TicketDecision,
  TraceDecision,
} from '../finds.ts'
import { answerBasis } from '../operations/answer-send.ts'
import { suspendedBasis } from '../operations/suspended-delete.ts'
import { closeBasis } from '../operations/ticket-close.ts'
import { ticketBasis } from '../operations/ticket-delete.ts'
import { purgeBasis } from '../operations/ticket-purge.ts'
import { userBasis } from '../operations/user-delete.ts'
import { userPurgeBasis } from '../operations/user-purge.ts'
import type { KeptDraft, OperationDraft } from './drafts.ts'
import { redactionsOf } from './redactions.ts'

/** All that an erasure's plan follows from. */
export type Decided = {
  readonly users: PeopleDecision['users']
  readonly tickets: readonly TicketDecision[]
  readonly suspended: TraceDecision['suspended']
  readonly ownTicket?: OwnTicket
  readonly answer?: { readonly body: string; readonly marker: string }
  readonly terms: readonly TermRecord[]
  readonly country: string
  readonly agentWorkspace: boolean
}

/**
 * The operations of an erasure: other people's tickets lose the passages, the person's own go, he is
 * answered, the request's own ticket goes, and the user last, because user data is needed to find
 * the tickets.
 */
export function erasureDrafts(decided: Decided): OperationDraft[] {
  const isOwn = (ticket: TicketDecision) => ticket.find.id === decided.ownTicket?.id
  const others = decided.tickets.filter((ticket) => !isOwn(ticket))
  return [
    ...others.flatMap((ticket) =>
      ticket.action === 'redact' ? redactionsOf(ticket, decided) : [],
    ),
    ...decided.suspended.flatMap(suspendedDraft),
    ...others.flatMap((ticket) => closing(ticket, 'tickets')),
    ...deletions(others, 'tickets'),
    ...answering(decided),
    ...decided.tickets.filter(isOwn).flatMap((own) => closing(own, 'own-ticket')),
    ...deletions(decided.tickets.filter(isOwn), 'own-ticket'),
    ...userDrafts(decided.users, 'user.delete'),
    ...userDrafts(decided.users, 'user.purge'),
  ]
}

/** What the plan leaves as it is although it speaks of the person, and why. */
export const keptDrafts = ({ tickets, suspended }: Decided): KeptDraft[] => [
  ...tickets
    .filter(({ action, find }) => action === 'keep' && find.passages.length > 0)
    .map(({ find, code }) => ({ address: { ticket: find.id }, code })),
  ...tickets
    .filter(
      ({ action, find }) => action === 'redact' && find.passages.some((p) => isOutOfReach(p, find)),
    )
    .map(({ find }) => ({ address: { ticket: find.id }, code: 'out-of-reach' })),
  ...suspended
    .filter(({ action }) => action === 'keep')
    .map(({ find, code }) => ({ address: { suspended: find.id }, code })),
]

function deletions(tickets: readonly TicketDecision[], phase: Phase): OperationDraft[] {
  const going = tickets.filter(({ action }) => action === 'delete')
  const draft = (kind: OperationKind, basis: (ticket: TicketDecision) => string) =>
    going.map(
      (ticket): OperationDraft => ({
        phase,
        kind,
        address: { ticket: ticket.find.id },
        basis: basis(ticket),
        why: ticket.code,
        ...(kind === 'ticket.purge' ? { falls: fallsWith(ticket) } : {}),
        // Whether a closed ticket is archived, and so cannot come back, is not told with it.
        undo: kind === 'ticket.delete' && ticket.find.status !== 'closed' ? 'restore' : 'none',
      }),
    )
  return [
    ...draft('ticket.delete', ({ find }) => ticketBasis(find)),
    ...draft('ticket.purge', () => purgeBasis),
  ]
}

const fallsWith = ({ find }: TicketDecision): Counts => ({
  files: find.files,
  recordings: find.recordings,
})

/** A ticket of the person that stays must be closed, or Zendesk refuses to delete him. */
function closing({ find, action }: TicketDecision, phase: Phase): OperationDraft[] {
  if (find.relation !== 'own' || action === 'delete' || find.status === 'closed') return []
  return [
    {
      phase,
      kind: 'ticket.close',
      address: { ticket: find.id },
      basis: closeBasis(find.requesterId),
      why: 'requester-goes',
      undo: 'none',
    },
  ]
}

const suspendedDraft = ({
  find,
  action,
  code,
}: TraceDecision['suspended'][number]): OperationDraft[] =>
  action === 'keep'
    ? []
    : [
        {
          phase: 'tickets',
          kind: 'suspended.delete',
          address: { suspended: find.id },
          basis: suspendedBasis(find.id),
          why: code,
          undo: 'none',
        },
      ]

function answering({ answer, ownTicket, users }: Decided): OperationDraft[] {
  if (!answer || !ownTicket) return []
  return [
    {
      phase: 'answer',
      kind: 'answer.send',
      address: { ticket: ownTicket.id },
      change: { ...answer, users: users.map(({ id }) => id) },
      basis: answerBasis(ownTicket.id),
      why: 'answer',
      undo: 'none',
    },
  ]
}

const userDrafts = (
  users: Decided['users'],
  kind: 'user.delete' | 'user.purge',
): OperationDraft[] =>
  users.map((user) => ({
    phase: 'user',
    kind,
    address: { user: user.id },
    basis: kind === 'user.delete' ? userBasis(user) : userPurgeBasis,
    why: 'the-person',
    undo: 'none',
  }))
