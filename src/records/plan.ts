import { createHash } from 'node:crypto'
import { z } from 'zod'
import { atOnce, inBreaths, type Pieces } from './breather.ts'
import { Commit } from './commitment.ts'
import type { Confirmed } from './confirmed.ts'
import { canonicalPieces } from './pieces.ts'
import { Code, Counts, Id, Right, Sha } from './primitives.ts'

/** What a write acts on. `id` commits to the Zendesk ids that address it. */
export const Target = z.strictObject({
  kind: z.enum([
    'user',
    'identity',
    'ticket',
    'comment',
    'attachment',
    'recording',
    'message',
    'suspended-ticket',
    'link',
  ]),
  id: Commit,
})
export type Target = Readonly<z.infer<typeof Target>>

/** Every kind of effect that a plan can contain. */
export const OperationKind = z.enum([
  'ticket.tag',
  'recording.delete',
  'attachment.redact',
  'chat.redact',
  'chat-file.redact',
  'comment.redact',
  'comment.redact-text',
  'ticket.edit',
  'ticket.delete',
  'ticket.purge',
  'ticket.close',
  'suspended.delete',
  'answer.send',
  'identity.delete',
  'user.delete',
  'user.purge',
  'link.make',
])
export type OperationKind = z.infer<typeof OperationKind>

/**
 * The order of an erasure: user data is needed to find tickets, and a deleted user cannot be answered.
 * `delivery` is that of an export: what the answer leads to is there before it.
 */
export const Phase = z.enum(['tickets', 'delivery', 'answer', 'own-ticket', 'user'])
export type Phase = z.infer<typeof Phase>

/** Whom a plan needs to agree to it: what the quorum looks at. */
export const Severity = z.enum([
  'reversible',
  'irreversible',
  'others-ticket',
  'staff',
  'many-people',
])
export type Severity = z.infer<typeof Severity>

const OperationShape = z.strictObject({
  n: z.int().positive(),
  kind: OperationKind,
  phase: Phase,
  target: Target,
  change: Commit.optional(),
  /** Digest of what the decision was taken on, for drift: by kind, and never `updated_at`. */
  basis: Sha,
  why: Code,
  /** Of several people in one request, whose: absent where it is about more than one of them. */
  person: z.int().nonnegative().optional(),
  /** What goes with the target: files, recordings. */
  falls: Counts.optional(),
  /** The `decided` entry that confirmed the target. */
  decided: Id,
  undo: z.enum(['none', 'restore']),
  settle: z.enum(['by-state', 'by-marker']),
})

/** ONE effect on ONE object. */
export type Operation = Readonly<
  Omit<z.infer<typeof OperationShape>, 'target'> & { readonly target: Confirmed<Target> }
>

/** A find that a human decided to leave as it is. */
export const Kept = z.strictObject({
  target: Target,
  code: Code,
  decided: Id,
  person: OperationShape.shape.person,
})
export type Kept = Readonly<z.infer<typeof Kept>>

const PlanShape = z.strictObject({
  v: z.literal(1),
  request: Id,
  right: Right,
  /** Host of the Zendesk account that the plan is for. */
  account: z.string(),
  /** The legal ground, as a code of the words: `gdpr-17-1`. */
  ground: Code,
  severities: z.array(Severity),
  kept: z.array(Kept),
  operations: z.array(OperationShape),
})
export type Plan = Readonly<
  Omit<z.infer<typeof PlanShape>, 'operations'> & { readonly operations: readonly Operation[] }
>

/** Its lists are read one by one. */
const Unread = PlanShape.extend({ kept: z.array(z.unknown()), operations: z.array(z.unknown()) })

/**
 * A plan read back from the vault. Its targets were confirmed when it was made, and its digest was
 * approved: besides `flows/decide.ts`, this parser is the only mint of confirmed targets.
 */
export const parsePlan = (stored: unknown): Plan => atOnce(parsingPlan(stored))

/** The same in pieces, for plans of thousands of operations. */
export function* parsingPlan(stored: unknown): Pieces<Plan> {
  const plan = Unread.parse(stored)
  const kept: Kept[] = []
  for (const one of plan.kept) yield kept.push(Kept.parse(one))
  const operations: Operation[] = []
  for (const one of plan.operations) {
    const operation = OperationShape.parse(one)
    yield operations.push({ ...operation, target: operation.target as Confirmed<Target> })
  }
  return { ...plan, kept, operations }
}

/** What an approval is given on. The first line keeps this digest from ever meaning anything else. */
export const digestOf = async (plan: Plan): Promise<Sha> => await inBreaths(digesting(plan))

function* digesting(plan: Plan): Pieces<Sha> {
  const hash = createHash('sha256').update('rightsdesk.plan.v1\n')
  for (const piece of canonicalPieces(plan)) yield hash.update(piece)
  return hash.digest('hex')
}
