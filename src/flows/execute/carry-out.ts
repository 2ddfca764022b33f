import { StoreConflict } from '../../records/errors.ts'
import type { Phase } from '../../records/plan.ts'
import type { Id, Instant } from '../../records/primitives.ts'
import type { PlanState, Request } from '../../records/request.ts'
import { type Hands, msOf } from '../hands.ts'
import { load } from '../journal.ts'
import { makeCall } from './make-call.ts'
import { nextCall } from './next-call.ts'
import type { Limit } from './send.ts'
import { type AtHand, atHand, settleOpenCall } from './settle.ts'

/** Until when which tickets take no more changes. After a restart Zendesk says it again. */
type Resting = Map<number, Instant>

/**
 * Carries out one phase of the agreed plan, call by call: look, write the intent, send, write the
 * outcome. It returns when every operation of the phase has ended, or something stands in the way;
 * and with when to come again, where all that is left waits for tickets that take no more changes
 * for a while: a ticket takes 30 in 10 minutes
 * (https://developer.zendesk.com/api-reference/introduction/rate-limits/).
 * What is interrupted between intent and outcome is settled by reading back, never by repeating.
 */
export async function carryOut(
  id: Id,
  phase: Phase,
  hands: Hands,
): Promise<{ again: Instant } | undefined> {
  const resting: Resting = new Map()
  const kept = atHand(hands)
  while (!hands.stopping?.()) {
    const next = await nextOf(phase, { request: await load(id, hands), resting, kept }, hands)
    if (next !== 'on') return next
  }
  return undefined
}

type Now = { readonly request: Request; readonly resting: Resting; readonly kept: AtHand }

/** One call further, or one call settled. Otherwise nothing (more) can be done now. */
async function nextOf(
  phase: Phase,
  { request, resting, kept }: Now,
  hands: Hands,
): Promise<'on' | { again: Instant } | undefined> {
  if (request.open) return (await settleOpenCall(request, hands, kept)) ? 'on' : undefined
  const { plan } = request
  if (request.halted || !plan?.agreed) return undefined
  const stored = await kept.plans(request, plan.digest)
  wake(resting, hands)
  const operations = nextCall(plan, phase, stored, new Set(resting.keys()))
  if (operations.length === 0) return comeAgain(plan, phase, resting)
  const limit = await unlessOvertaken(
    async () => await makeCall({ request, plan, stored, operations }, hands),
  )
  if (limit) resting.set(limit.ticket, limit.until)
  return 'on'
}

function wake(resting: Resting, hands: Hands): void {
  const now = msOf(hands.now())
  for (const [ticket, until] of resting) if (msOf(until) <= now) resting.delete(ticket)
}

/** What is left of the phase, if anything, waits for these. */
function comeAgain(
  { progress }: PlanState,
  name: Phase,
  resting: Resting,
): { again: Instant } | undefined {
  const left = progress.find(({ phase }) => phase === name)?.left ?? 0
  const [again] = [...resting.values()].toSorted()
  return left === 0 || again === undefined ? undefined : { again }
}

/** Somebody wrote to the journal between our reading it and our intent: look at everything again. */
async function unlessOvertaken(work: () => Promise<Limit | undefined>): Promise<Limit | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error
    return undefined
  }
}
