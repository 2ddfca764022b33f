import type { TicketDecision, TraceDecision } from '../../records/finds.ts'
import type { OperationKind, Phase } from '../../records/plan.ts'
import type { Counts } from '../../records/primitives.ts'
import { staysForHold } from '../find/propose.ts'
import { answerBasis } from '../operations/answer-send.ts'
import { suspendedBasis } from '../operations/suspended-delete.ts'
import { closeBasis } from '../operations/ticket-close.ts'
import { ticketBasis } from '../operations/ticket-delete.ts'
import { purgeBasis } from '../operations/ticket-purge.ts'
import { tagBasis } from '../operations/ticket-tag.ts'
import { type Decided, type PersonAnswer, stayingUsers, staysOpen } from './decided.ts'
import { type OperationDraft, personOf } from './drafts.ts'
import { deletedTickets, type Ended, isOver } from './ended.ts'
import { recordings, singleFiles } from './files.ts'
import { redactionsOf } from './redactions.ts'
import { identityDrafts, userDrafts } from './user-drafts.ts'

/**
 * The operations of an erasure: other people's tickets lose the passages, the person's own go, he is
 * answered, the request's own ticket goes, and the user last, because user data is needed to find
 * the tickets.
 */
export function erasureDrafts(decided: Decided): OperationDraft[] {
  const isOwn = ({ find: { id } }: TicketDecision) =>
    decided.answering?.has(id) ?? id === decided.ownTicket?.id
  const others = decided.tickets.filter((ticket) => !isOwn(ticket))
  const own = decided.tickets.filter(isOwn)
  const goes = !staysForHold(decided)
  return [
    ...tagged(
      [
        ...changes(others, 'tickets', decided),
        ...decided.suspended.flatMap(suspendedDraft),
        ...(goes ? closings(others, 'tickets', decided) : []),
        ...deletions(others, 'tickets'),
      ],
      decided,
    ),
    ...answering(decided),
    ...tagged(
      [
        ...changes(own, 'own-ticket', decided),
        ...(goes ? closings(own, 'own-ticket', decided) : []),
        ...deletions(own, 'own-ticket'),
      ],
      decided,
    ),
    ...(goes ? identityDrafts(decided) : []),
    ...(goes ? userDrafts(decided, 'user.delete') : []),
    ...(goes ? userDrafts(decided, 'user.purge') : []),
  ]
}

/** Recordings first: the comments that name them may lose what they say of the call. */
const changes = (
  tickets: readonly TicketDecision[],
  phase: Phase,
  decided: Decided,
): OperationDraft[] => [
  ...tickets.flatMap((ticket) => recordings(ticket, phase, decided)),
  ...tickets
    .filter(({ action }) => action === 'redact')
    .flatMap((ticket) => [
      ...redactionsOf(ticket, { phase, ...decided }),
      ...singleFiles(ticket, phase, decided),
    ]),
]

/**
 * The same with the policy's tag set first on every ticket that is changed: by it the account's own
 * rules can leave these tickets out. A closed ticket takes none.
 */
function tagged(
  drafts: readonly OperationDraft[],
  { tag, tickets }: Pick<Decided, 'tag' | 'tickets'>,
): OperationDraft[] {
  if (tag === undefined) return [...drafts]
  const finds = new Map(tickets.map(({ find }) => [find.id, find]))
  const changed = new Map(drafts.map(({ address, phase }) => [address.ticket, phase]))
  const tags = [...changed].flatMap(([ticket, phase]): OperationDraft[] => {
    const find = finds.get(ticket ?? 0)
    if (!find || find.status === 'closed') return []
    const common = { phase, why: 'policy-tag', undo: 'none', ...personOf(find.people) } as const
    const change = { tag }
    return [
      { ...common, kind: 'ticket.tag', address: { ticket: find.id }, change, basis: tagBasis },
    ]
  })
  return [...tags, ...drafts]
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
  const { phase, kind, basis, why, undo, falls, decided, person } = operation
  return { phase, kind, address, basis, why, undo, decided, person, ...(falls ? { falls } : {}) }
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
        ...personOf(ticket.find.people),
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
function closings(
  tickets: readonly TicketDecision[],
  phase: Phase,
  decided: Decided,
): OperationDraft[] {
  const staying = stayingUsers(decided)
  return tickets
    .filter((ticket) => staysOpen(ticket) && ticket.unclosed === 'close')
    .filter(({ find }) => !staying.has(find.requesterId))
    .map(({ find }) => ({
      phase,
      kind: 'ticket.close',
      address: { ticket: find.id },
      basis: closeBasis(find.requesterId),
      why: 'requester-goes',
      undo: 'none',
      ...personOf(find.people),
    }))
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

function answering({ answer, answers, ownTicket, users }: Decided): OperationDraft[] {
  if (answers) return answers.map(({ person, ...one }) => ({ ...answerDraft(one), person }))
  if (!answer || !ownTicket) return []
  const ids = users.map(({ id }) => id)
  return [answerDraft({ ...answer, ticket: ownTicket.id, users: ids })]
}

const answerDraft = ({ ticket, ...change }: Omit<PersonAnswer, 'person'>): OperationDraft => ({
  phase: 'answer',
  kind: 'answer.send',
  address: { ticket },
  change,
  basis: answerBasis(ticket),
  why: 'answer',
  undo: 'none',
})
