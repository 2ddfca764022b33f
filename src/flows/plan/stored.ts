import type { z } from 'zod'
import { breather, inBreaths } from '../../records/breather.ts'
import {
  BrokenCommitment,
  type Commit,
  type Openings,
  openCommit,
} from '../../records/commitment.ts'
import { digestOf, type Operation, type Plan, parsingPlan } from '../../records/plan.ts'
import type { Sha } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { Address, type Item } from '../operations/kind.ts'
import { openingsOf } from '../vault.ts'

/** A plan with the values behind its commitments. */
export type StoredPlan = { readonly plan: Plan; readonly openings: Openings }

/** Reads plans of one request. */
export type Plans = (request: Request, digest: Sha) => Promise<StoredPlan>

/** The vault part of a request's n-th plan. */
export const planPart = (n: number): string => `plan-${n}`

/**
 * The plan of this digest, from the vault. Throws `BrokenCommitment` when what lies there has
 * another digest: it is not what was approved.
 */
export async function storedPlan(request: Request, digest: Sha, hands: Hands): Promise<StoredPlan> {
  const part = planPart(request.plans.findIndex((plan) => plan.digest === digest) + 1)
  const openings = await openingsOf(request.id, part, hands)
  const ref = `${part}#plan`
  const stored = openings[ref]
  if (!stored) throw new BrokenCommitment(ref)
  const plan = await inBreaths(parsingPlan(stored.value))
  if ((await digestOf(plan)) !== digest) throw new BrokenCommitment(ref)
  return { plan, openings }
}

/**
 * Keeps each plan at hand once it was read and its digest verified: to read it again before each of
 * its calls would cost the square of its length. For one carrying-out, and no longer. What a call is
 * about is checked against its commitments before each write all the same.
 */
export function plansAtHand(hands: Hands): Plans {
  const known = new Map<Sha, StoredPlan>()
  return async (request, digest) => {
    const stored = known.get(digest) ?? (await storedPlan(request, digest, hands))
    known.set(digest, stored)
    return stored
  }
}

/** Operations of a plan by their numbers. Numbers that it has not are left out. */
export function operationsIn(
  stored: Pick<StoredPlan, 'plan'>,
  numbers: Iterable<number>,
): Operation[] {
  const byNumber = numbered.get(stored.plan) ?? new Map(stored.plan.operations.map((o) => [o.n, o]))
  numbered.set(stored.plan, byNumber)
  return [...numbers].flatMap((n) => byNumber.get(n) ?? [])
}

const numbered = new WeakMap<Plan, ReadonlyMap<number, Operation>>()

/** An operation with its values, each checked against its commitment. */
export const itemOf = (operation: Operation, openings: Openings): Item => ({
  n: operation.n,
  operation,
  address: valueOf(operation.target.id, Address, openings),
  change: operation.change ? openCommit(operation.change, openings) : undefined,
})

/** All operations of a plan with their values. */
export async function itemsOf({ plan, openings }: StoredPlan): Promise<Item[]> {
  const breathe = breather()
  const items: Item[] = []
  for (const operation of plan.operations) {
    items.push(itemOf(operation, openings))
    await breathe()
  }
  return items
}

/** The value of one commitment. */
export const valueOf = <T>(commit: Commit, schema: z.ZodType<T>, openings: Openings): T =>
  schema.parse(openCommit(commit, openings))
