import { StoreConflict } from '../../records/errors.ts'
import type { Phase } from '../../records/plan.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { load } from '../journal.ts'
import { storedPlan } from '../plan/stored.ts'
import { makeCall } from './make-call.ts'
import { nextCall } from './next-call.ts'
import { settleOpenCall } from './settle.ts'

/**
 * Carries out one phase of the agreed plan, call by call: look, write the intent, send, write the
 * outcome. It returns when every operation of the phase has ended, or something stands in the way.
 * What is interrupted between intent and outcome is settled by reading back, never by repeating.
 */
export async function carryOut(id: Id, phase: Phase, hands: Hands): Promise<undefined> {
  let goesOn = true
  while (goesOn && !hands.stopping?.()) goesOn = await nextOf(phase, await load(id, hands), hands)
  return undefined
}

/** One call further, or one call settled. `false` when nothing (more) can be done now. */
async function nextOf(phase: Phase, request: Request, hands: Hands): Promise<boolean> {
  if (request.open) return await settleOpenCall(request, hands)
  const { plan } = request
  if (request.halted || !plan?.agreed) return false
  const stored = await storedPlan(request, plan.digest, hands)
  const operations = nextCall(plan, phase, stored.plan.operations)
  if (operations.length === 0) return false
  await unlessOvertaken(async () => await makeCall({ request, plan, stored, operations }, hands))
  return true
}

/** Somebody wrote to the journal between our reading it and our intent: look at everything again. */
async function unlessOvertaken(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error
  }
}
