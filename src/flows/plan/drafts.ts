import type { Commit } from '../../records/commitment.ts'
import type { Kept, Operation, OperationKind, Phase, Target } from '../../records/plan.ts'
import type { Counts, Id, Sha } from '../../records/primitives.ts'
import { confirmedTarget } from '../decide.ts'
import { Address } from '../operations/kind.ts'

/** An operation before its values are committed to and it has a number. */
export type OperationDraft = {
  readonly phase: Phase
  readonly kind: OperationKind
  readonly address: Address
  readonly change?: unknown
  readonly basis: Sha
  readonly why: string
  readonly falls?: Counts
  readonly undo: Operation['undo']
  /** Of several people in one request, whose it is. */
  readonly person?: number | undefined
  /** Which decision confirmed the target, where it was not the latest one. */
  readonly decided?: Id
}

/** A find that stays, before its ids are committed to. */
export type KeptDraft = {
  readonly address: Address
  readonly code: string
  readonly person?: number | undefined
}

/** Whose a find is, where it is about exactly one of several people. */
export const personOf = (people: readonly number[]): { person?: number } => {
  const [one, ...more] = people
  return one === undefined || more.length > 0 ? {} : { person: one }
}

const whose = ({ person }: { readonly person?: number | undefined }): { person?: number } =>
  person === undefined ? {} : { person }

type Put = (name: string, value: unknown) => Promise<Commit>

const phaseOrder: readonly Phase[] = ['tickets', 'delivery', 'answer', 'own-ticket', 'user']

/** Puts drafts into the order of the phases, keeping the order within each. */
export const inOrder = (drafts: readonly OperationDraft[]): OperationDraft[] =>
  phaseOrder.flatMap((phase) => drafts.filter((draft) => draft.phase === phase))

/** Makes something of each, one after the other, and says which it is: from 1. */
export async function inTurn<D, T>(
  drafts: readonly D[],
  make: (draft: D, n: number) => Promise<T>,
): Promise<T[]> {
  const made: T[] = []
  for (const [i, draft] of drafts.entries()) made.push(await make(draft, i + 1))
  return made
}

/** Numbers an operation and commits to every value in it. */
export async function operationOf(
  draft: OperationDraft,
  n: number,
  decided: Id,
  put: Put,
): Promise<Operation> {
  return {
    n,
    kind: draft.kind,
    phase: draft.phase,
    target: confirmedTarget(await targetOf(draft.address, `o${n}.target`, put)),
    ...(draft.change === undefined ? {} : { change: await put(`o${n}.change`, draft.change) }),
    basis: draft.basis,
    why: draft.why,
    ...(draft.falls ? { falls: { ...draft.falls } } : {}),
    ...whose(draft),
    decided: draft.decided ?? decided,
    undo: draft.undo,
    settle: draft.kind === 'answer.send' ? 'by-marker' : 'by-state',
  }
}

/** Commits to what stays, so that the approval covers it too. */
export const keptOf = async (
  draft: KeptDraft,
  n: number,
  decided: Id,
  put: Put,
): Promise<Kept> => ({
  target: await targetOf(draft.address, `k${n}.target`, put),
  code: draft.code,
  decided,
  ...whose(draft),
})

async function targetOf(address: Address, name: string, put: Put): Promise<Target> {
  return { kind: targetKind(address), id: await put(name, Address.parse(address)) }
}

/** What an address names last is what it is about. */
const narrowest: readonly (readonly [keyof Address, Target['kind']])[] = [
  ['link', 'link'],
  ['identity', 'identity'],
  ['user', 'user'],
  ['suspended', 'suspended-ticket'],
  ['attachment', 'attachment'],
  ['call', 'recording'],
  ['message', 'message'],
  ['comment', 'comment'],
]

const targetKind = (address: Address): Target['kind'] =>
  narrowest.find(([part]) => address[part] !== undefined)?.[1] ?? 'ticket'
