import { fold } from '../records/fold.ts'
import { type Hands, msOf } from './hands.ts'

/** Forgets the stubs whose date has come, and resolves to how many: after it nothing is left of them. */
export async function forgetStubs(hands: Pick<Hands, 'store' | 'now'>): Promise<number> {
  let forgotten = 0
  for await (const { id, sealed } of hands.store.list()) {
    if (!sealed || (await hands.store.stub(id)) === undefined) continue
    const { entries } = await hands.store.load(id)
    const until = fold(id, entries)?.sealed?.stub
    if (until && msOf(until) > msOf(hands.now())) continue
    await hands.store.dropStub(id)
    forgotten += 1
  }
  return forgotten
}
