import type { Draft } from '../records/entry.ts'
import type { Operation } from '../records/plan.ts'
import type { Request } from '../records/request.ts'
import { policyInForce } from './authority.ts'
import { handingOf } from './export/handing.ts'
import type { Hands } from './hands.ts'
import { note } from './journal.ts'
import { kinds } from './operations/index.ts'
import type { Look } from './operations/kind.ts'
import { itemOf, storedPlan } from './plan/stored.ts'

type Verdict = 'would-go' | 'would-drift' | 'held' | 'gone'

/**
 * Everything but the writes: looks at every target as the execution would, counts what would go,
 * and closes the request. Nothing was done, and the journal says so.
 */
export async function rehearse(request: Request, hands: Hands): Promise<undefined> {
  const { plan } = request
  if (!plan) throw new Error(`${request.number}: there is no plan to rehearse`)
  const { plan: stored, openings } = await storedPlan(request, plan.digest, hands)
  const policy = await policyInForce(hands)
  const around = {
    zendesk: hands.zendesk,
    policy,
    answered: new Set<number>(),
    ...handingOf(request.id, hands),
  }
  const counts: Record<Verdict, number> = { 'would-go': 0, 'would-drift': 0, held: 0, gone: 0 }
  for (const operation of stored.operations.filter(isFirstStep)) {
    const looks = await kinds[operation.kind].look([itemOf(operation, openings)], around)
    counts[verdictOf(operation, looks.get(operation.n))] += 1
  }
  const closed: Draft = { by: 'bot', kind: 'closed', code: 'rehearsed', counts }
  await note(request, [closed], hands)
}

/** A purge is looked at after its deletion, which a rehearsal does not make. */
const isFirstStep = ({ kind }: Operation): boolean => !kind.endsWith('.purge')

function verdictOf({ basis }: Operation, look: Look | undefined): Verdict {
  if (look?.state !== 'there') return 'gone'
  if (look.basis !== basis) return 'would-drift'
  return look.held ? 'held' : 'would-go'
}
