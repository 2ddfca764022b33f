import { openRequest, Refusal, type RefusalCode } from '../../flows/index.ts'
import { parseSubject } from '../../flows/subject.ts'
import type { Member } from '../../records/primitives.ts'
import type { Office } from '../visit.ts'

/** A line that cannot be read. Lines are counted from 1. */
export type Fault = { readonly line: number; readonly code: RefusalCode; readonly detail: string }

type Opened =
  | { readonly number: string; readonly people: number; readonly duplicates: number }
  | { readonly faults: readonly Fault[] }

/** Opens one request about everybody on a list, or nothing. Throws `Refusal`. */
export async function openList(
  { text, by }: { readonly text: string; readonly by: Member },
  { hands, keeper }: Office,
): Promise<Opened> {
  const lines = text.split('\n').map((line) => line.trim())
  const faults = lines.flatMap((line, i) => (line === '' ? [] : faultOf(line, i + 1, hands.host)))
  if (faults.length > 0) return { faults }
  const { id, number } = await openRequest({ right: 'erasure', subject: text.trim(), by }, hands)
  keeper.poke(id)
  return { number, people: lines.filter(Boolean).length, duplicates: 0 }
}

function faultOf(line: string, at: number, host: string): Fault[] {
  try {
    parseSubject(line, host)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [{ line: at, code: error.code, detail: error.detail }]
  }
}
