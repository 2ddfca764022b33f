import { expect } from 'vitest'
import { Refusal, type RefusalCode } from '../../../src/flows/index.ts'
import type { Entry } from '../../../src/records/entry.ts'
import type { Id } from '../../../src/records/primitives.ts'
import { verifyFolder } from '../../../src/records/verify.ts'
import type { Desk } from './desk.ts'

/** What the journal says, as `kind` or `kind code`, in order. */
export async function told(desk: Desk, id: Id): Promise<string[]> {
  return (await desk.journal(id)).map((entry) =>
    [entry.kind, codeOf(entry)].filter(Boolean).join(' '),
  )
}

const codeOf = (entry: Entry): string => ('code' in entry && entry.code ? entry.code : '')

/** A deed is refused for this reason, and the journal says so where there is one. */
export async function refuses(deed: Promise<unknown>, code: RefusalCode): Promise<void> {
  const error = await deed.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  expect(error).toMatchObject({ code })
}

/** What is wrong with the folder, in words; nothing when all is well. */
export async function faultsOf(desk: Desk): Promise<string[]> {
  return (await verifyFolder(desk.dir)).faults.map(({ text }) => text)
}

/** Every operation of a request, by how it ended. */
export async function outcomesOf(desk: Desk, id: Id): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const { plans } = await desk.request(id)
  for (const outcome of plans.flatMap((plan) => [...plan.outcomes.values()])) {
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
