import { openRequest } from '../../flows/index.ts'
import { parseSubjects, type SubjectFault } from '../../flows/subjects.ts'
import type { Member } from '../../records/primitives.ts'
import type { Office } from '../visit.ts'

type Opened =
  | { readonly number: string; readonly people: number; readonly duplicates: number }
  | { readonly faults: readonly SubjectFault[] }

/** Opens one request about everybody on a list, or nothing. Throws `Refusal`. */
export async function openList(
  { text, by }: { readonly text: string; readonly by: Member },
  { hands, keeper }: Office,
): Promise<Opened> {
  const { people: subjects, faults, duplicates } = parseSubjects(text, hands.host)
  if (faults.length > 0) return { faults }
  const asked = { right: 'erasure', subjects, source: 'upload', by } as const
  const { id, number, people } = await openRequest(asked, hands)
  keeper.poke(id)
  return { number, people, duplicates }
}
