import type {
  OwnTicket,
  PeopleDecision,
  TicketDecision,
  TraceDecision,
} from '../../records/finds.ts'
import type { OperationKind, Phase } from '../../records/plan.ts'
import type { Counts } from '../../records/primitives.ts'
import { isOutOfReach, staysForHold } from '../find/propose.ts'
import { answerBasis } from '../operations/answer-send.ts'
import { suspendedBasis } from '../operations/suspended-delete.ts'
import { closeBasis } from '../operations/ticket-close.ts'
import { ticketBasis } from '../operations/ticket-delete.ts'
import { purgeBasis } from '../operations/ticket-purge.ts'
import { userBasis } from '../operations/user-delete.ts'
import { userPurgeBasis } from '../operations/user-purge.ts'
import type { KeptDraft, OperationDraft } from './drafts.ts'
import { deletedTickets, type Ended, isOver } from './ended.ts'
import { redactionsOf } from './redactions.ts'

/** All that an erasure's plan follows from. */
export type Decided = {
  readonly users: PeopleDecision['users']
  readonly tickets: readonly TicketDecision[]
  readonly suspended: TraceDecision['suspended']
  /** One of the users himself is on hold. */
  readonly held: boolean
  readonly ownTicket?: OwnTicket
  readonly answer?: { readonly body: string; readonly marker: string }
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
  const own = decided.tickets.filter(isOwn)
  const goes = !staysForHold(decided)
  const closings = (tickets: readonly TicketDecision[], phase: Phase): OperationDraft[] =>
    goes ? tickets.flatMap((ticket) => closing(ticket, phase)) : []
  return [
    ...others.flatMap((ticket) => redactions(ticket, 'tickets', decided)),
    ...decided.suspended.flatMap(suspendedDraft),
    ...closings(others, 'tickets'),
    ...deletions(others, 'tickets'),
    ...answering(decided),
    ...own.flatMap((ticket) => redactions(ticket, 'own-ticket', decided)),
    ...closings(own, 'own-ticket'),
    ...deletions(own, 'own-ticket'),
    ...(goes ? userDrafts(decided, 'user.delete') : []),
    ...(goes ? userDrafts(decided, 'user.purge') : []),
  ]
}

const redactions = (
  ticket: TicketDecision,
  phase: Phase,
  { agentWorkspace }: Decided,
): OperationDraft[] =>
  ticket.action === 'redact' ? redactionsOf(ticket, { phase, agentWorkspace }) : []

/** What the plan leaves as it is although it speaks of the person or may, and why. */
export const keptDrafts = (decided: Decided): KeptDraft[] => [
  ...decided.tickets.flatMap(keptOf),
  ...decided.suspended
    .filter(({ action }) => action === 'keep')
    .map(({ find, code }) => ({ address: { suspended: find.id }, code })),
  ...(staysForHold(decided) ? decided.users : []).map(({ id }) => ({
    address: { user: id },
    code: decided.held ? PERSON_HELD : 'legal-hold',
  })),
]

/** The hold on the person himself was known when the plan was made: it leaves him all that is his. */
export const PERSON_HELD = 'person-held'

function keptOf({ find, action, code }: TicketDecision): KeptDraft[] {
  const address = { ticket: find.id }
  if (action === 'delete') return []
  const whole = action === 'keep' && (find.passages.length > 0 || find.unread)
  const beyond = action === 'redact' && find.passages.some((p) => isOutOfReach(p, find))
  return [
    ...(whole ? [{ address, code }] : []),
    ...(beyond ? [{ address, code: 'out-of-reach' }] : []),
    // No scan sees what a picture shows or a voice says, and nobody has opened them.
    ...(find.files + find.recordings > 0 ? [{ address, code: 'files-not-opened' }] : []),
  ]
}

/**
 * The permanent deletion of tickets that lie deleted since an earlier plan: theirs was refused, or
 * somebody else's deletion came in between.
 */
export function purgesLeft(
  ended: readonly Ended[],
  { inBin, alive }: { inBin: readonly number[]; alive: ReadonlySet<number> },
): OperationDraft[] {
  const purges = ended.filter(({ item }) => item.operation.kind === 'ticket.purge')
  const purged = new Set(purges.filter(isOver).map(({ item }) => item.address.ticket))
  const drafts = [...deletedTickets(ended)]
    .filter((ticket) => !alive.has(ticket) && (!purged.has(ticket) || inBin.includes(ticket)))
    .map((ticket) => purges.findLast(({ item }) => item.address.ticket === ticket)?.item)
  return drafts.flatMap((item) => (item ? [draftOf(item)] : []))
}

const draftOf = ({ operation, address }: Ended['item']): OperationDraft => {
  const { phase, kind, basis, why, undo, falls, decided } = operation
  return { phase, kind, address, basis, why, undo, decided, ...(falls ? { falls } : {}) }
}

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
  if (find.relation !== 'own' || action === 'delete') return []
  if (find.status === 'closed' || find.held || find.unread) return []
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
  { users, tickets }: Decided,
  kind: 'user.delete' | 'user.purge',
): OperationDraft[] => {
  const own = tickets.filter(({ find }) => find.relation === 'own').map(({ find }) => find.id)
  return users.map((user) => ({
    phase: 'user',
    kind,
    address: { user: user.id },
    ...(kind === 'user.delete' ? { change: { tickets: own } } : {}),
    basis: kind === 'user.delete' ? userBasis(user) : userPurgeBasis,
    why: 'the-person',
    undo: 'none',
  }))
}
