import { StoreConflict } from '../../records/errors.ts'
import type { Phase } from '../../records/plan.ts'
import type { Id } from '../../records/primitives.ts'
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
  for (;;) {
    const request = await load(id, hands)
    if (request.open) {
      const settled = await settleOpenCall(request, hands)
      if (!settled) return undefined
      continue
    }
    const { plan } = request
    if (request.halted || !plan?.agreed || hands.stopping?.()) return undefined
    const stored = await storedPlan(request, plan.digest, hands)
    const operations = nextCall(plan, phase, stored.plan.operations)
    if (operations.length === 0) return undefined
    await unlessOvertaken(async () => await makeCall({ request, plan, stored, operations }, hands))
  }
}

/** Somebody wrote to the journal between our reading it and our intent: look at everything again. */
async function unlessOvertaken(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error
  }
}
