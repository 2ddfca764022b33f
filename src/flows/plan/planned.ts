import type { Openings } from '../../records/commitment.ts'
import type { Draft } from '../../records/entry.ts'
import {
  digestOf,
  type Operation,
  type OperationKind,
  type Phase,
  type Plan,
} from '../../records/plan.ts'
import { Address } from '../operations/kind.ts'
import { WAITS } from './kept.ts'
import { valueOf } from './stored.ts'

/** The journal's line for a plan. `byHand`: how many of several people no reply can reach. */
export const plannedEntry = async (
  plan: Plan,
  openings: Openings,
  byHand = 0,
): Promise<Extract<Draft, { kind: 'planned' }>> => ({
  by: 'bot',
  kind: 'planned',
  digest: await digestOf(plan),
  operations: plan.operations.length,
  phases: phaseLengths(plan.operations),
  severities: [...plan.severities],
  counts: { ...countsOf(plan, openings), ...(byHand > 0 ? { 'by-hand': byHand } : {}) },
})

/** How many tickets go for good: what an approver types, to show that he has read it. */
const ticketsToGo = (plan: Pick<Plan, 'operations'>): number =>
  plan.operations.filter(({ kind }) => kind === 'ticket.purge').length

function phaseLengths(operations: readonly Operation[]): [Phase, number][] {
  const lengths = new Map<Phase, number>()
  for (const { phase } of operations) lengths.set(phase, (lengths.get(phase) ?? 0) + 1)
  return [...lengths]
}

function countsOf(plan: Plan, openings: Openings): Record<string, number> {
  const count = (...kinds: readonly OperationKind[]) =>
    plan.operations.filter(({ kind }) => kinds.includes(kind)).length
  return {
    'tickets-go': ticketsToGo(plan),
    redactions: placesIn(plan, openings),
    mails: count('suspended.delete'),
    users: count('user.purge'),
    identities: count('identity.delete'),
    tags: count('ticket.tag'),
    waits: plan.kept.filter(({ code }) => code === WAITS).length,
    files: fallingWith(plan, 'files'),
    recordings: fallingWith(plan, 'recordings') + count('recording.delete'),
    kept: plan.kept.length,
  }
}

const redactions: ReadonlySet<OperationKind> = new Set([
  'comment.redact',
  'comment.redact-text',
  'attachment.redact',
  'chat.redact',
  'chat-file.redact',
  'ticket.edit',
])

/** The unit of all redactions: how many comments, messages and tickets' own texts lose something. */
const placesIn = ({ operations }: Plan, openings: Openings): number =>
  new Set(
    operations.flatMap(({ kind, target }) =>
      redactions.has(kind) ? [placeOf(valueOf(target.id, Address, openings))] : [],
    ),
  ).size

/** One comment, message, or ticket around them. */
const placeOf = ({ ticket, comment, chat, message }: Address): string =>
  JSON.stringify([ticket, comment, chat, message])

const fallingWith = (plan: Plan, what: string): number =>
  plan.operations.reduce((sum, { falls }) => sum + (falls?.[what] ?? 0), 0)
