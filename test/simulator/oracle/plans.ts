import { z } from 'zod'
import { type Address, type Item } from '../../../src/flows/operations/kind.ts'
import { itemOf } from '../../../src/flows/plan/stored.ts'
import { Openings } from '../../../src/records/commitment.ts'
import type { Entry } from '../../../src/records/entry.ts'
import { type OperationKind, type Phase, parsePlan } from '../../../src/records/plan.ts'
import type { Disk } from '../desk/virtual-store.ts'

/** One operation of a plan, in the words of the account. */
export type Known = {
  readonly n: number
  readonly kind: OperationKind
  readonly phase: Phase
  readonly object: string
  /** Of the older redaction: several texts of one comment are several operations. */
  readonly text?: string
}

/** Reads a plan out of the vault while it is there: what an approver would have seen. */
export function plannedNow(disk: Disk, owner: string): readonly Known[] {
  const n = (disk.journals.get(owner) ?? []).filter(({ kind }) => kind === 'planned').length
  const openings = Openings.parse(disk.vaults.get(owner)?.get(`plan-${n}`))
  const plan = parsePlan(openings[`plan-${n}#plan`]?.value)
  return plan.operations.map((operation) => known(itemOf(operation, openings)))
}

const known = ({ n, operation, address, change }: Item): Known => ({
  n,
  kind: operation.kind,
  phase: operation.phase,
  object: objectOf(address),
  ...(operation.kind === 'comment.redact-text' ? z.object({ text: z.string() }).parse(change) : {}),
})

function objectOf({ ticket, comment, user, suspended }: Address): string {
  if (user !== undefined) return `user ${user}`
  if (suspended !== undefined) return `mail ${suspended}`
  return comment === undefined ? `ticket ${ticket}` : `comment ${comment}`
}

/** Entries of one kind, in order. */
export const ofKind = <K extends Entry['kind']>(
  entries: readonly Entry[],
  kind: K,
): Extract<Entry, { kind: K }>[] =>
  entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind)

/** The calls that were intended and are not settled. */
export function openCalls(entries: readonly Entry[]): Extract<Entry, { kind: 'intended' }>[] {
  const settled = new Set(ofKind(entries, 'settled').map(({ call }) => call))
  return ofKind(entries, 'intended').filter(({ call }) => !settled.has(call))
}

/** How each operation has ended, by `<digest>#<n>`. */
export function outcomesOf(entries: readonly Entry[]): Map<string, string> {
  const outcomes = new Map<string, string>()
  for (const { digest, outcomes: each } of ofKind(entries, 'settled')) {
    for (const [n, outcome] of each) {
      if (outcome !== 'not-applied') outcomes.set(`${digest}#${n}`, outcome)
    }
  }
  return outcomes
}
