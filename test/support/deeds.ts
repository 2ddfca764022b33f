import { type Choices, confirmPeople, decideTraces, type Hands } from '../../src/flows/index.ts'
import { fold } from '../../src/records/fold.ts'
import type { Id, Member } from '../../src/records/primitives.ts'

type By = { readonly id: Id; readonly by: Member }

/** Confirms people among what is found now, as somebody who looks and clicks at once. */
export async function confirmNow(
  asked: By & { readonly users: readonly number[] },
  hands: Hands,
): Promise<void> {
  await confirmPeople({ ...asked, seen: await seenNow(asked.id, 'people', hands) }, hands)
}

/** Decides on what is found now. */
export async function decideNow(
  asked: By & { readonly choices: Choices },
  hands: Hands,
): Promise<void> {
  await decideTraces({ ...asked, seen: await seenNow(asked.id, 'traces', hands) }, hands)
}

/** What a person would have on the screen now; of nothing yet, something that matches nothing. */
export async function seenNow(
  id: Id,
  look: 'people' | 'traces',
  { store }: Pick<Hands, 'store'>,
): Promise<string> {
  const { entries } = await store.load(id)
  return fold(id, entries)?.looks[look]?.finds.mac ?? '0'.repeat(64)
}
