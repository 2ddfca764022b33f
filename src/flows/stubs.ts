import { fold } from '../records/fold.ts'
import type { Id } from '../records/primitives.ts'
import { type Hands, msOf } from './hands.ts'

type Keeping = Pick<Hands, 'store' | 'now'>

/**
 * Forgets the stubs whose date has come, and resolves to how many: after it nothing is left of them.
 * One that cannot be forgotten keeps no other from it; it is thrown in the end.
 */
export async function forgetStubs(hands: Keeping): Promise<number> {
  let forgotten = 0
  const failures: unknown[] = []
  for await (const { id, sealed } of hands.store.list()) {
    try {
      if (sealed && (await forget(id, hands))) forgotten += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some stubs could not be forgotten')
  return forgotten
}

async function forget(id: Id, { store, now }: Keeping): Promise<boolean> {
  if ((await store.stub(id)) === undefined) return false
  const { entries } = await store.load(id)
  const until = fold(id, entries)?.sealed?.stub
  if (until && msOf(until) > msOf(now())) return false
  await store.dropStub(id)
  return true
}
