import type { OneSubject } from '../records/finds.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import { parseSubject } from './subject.ts'

/** A line that names nobody, counted from 1. `of` is what stands there: personal, for a window only. */
export type SubjectFault = {
  readonly line: number
  readonly code: RefusalCode
  readonly detail: string
  readonly of: string
}

export type Subjects = {
  readonly people: readonly OneSubject[]
  /** Where there is one, nobody is accepted. */
  readonly faults: readonly SubjectFault[]
  /** How many were named in the same words more than once. */
  readonly duplicates: number
}

/** Nobody reads more. */
export const mostPeople = 10_000

/**
 * Reads a list of people: one on each line, or several with commas or semicolons between them where
 * each is a subject; or a table (CSV) whose first line names one column that we know. Empty lines
 * are left out. Throws `Refusal` for an empty list and one of more than 10,000.
 */
export function parseSubjects(text: string, host: string): Subjects {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const read = (tableIn(lines) ?? listIn(lines, host)).filter(({ words }) => words !== '')
  if (read.length === 0) throw new Refusal('subject-missing')
  if (read.length > mostPeople) throw new Refusal('subjects-too-many', String(mostPeople))
  const people = new Map<string, OneSubject>()
  const faults: SubjectFault[] = []
  for (const { line, words } of read) {
    const subject = orRefusal(words, host)
    if (subject instanceof Refusal) {
      faults.push({ line, code: subject.code, detail: subject.detail, of: words })
    } else people.set(JSON.stringify(subject), subject)
  }
  const duplicates = read.length - faults.length - people.size
  return { people: [...people.values()], faults, duplicates }
}

/** One person's words, and on which line they stand. */
type Named = { readonly line: number; readonly words: string }

const listIn = (lines: readonly string[], host: string): Named[] =>
  lines.flatMap((text, i) => partsOf(text.trim(), host).map((words) => ({ line: i + 1, words })))

/** "Doe, Jane" is one name: names are never parted. */
function partsOf(text: string, host: string): string[] {
  const parts = text
    .split(/[,;\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length < 2) return [parts[0] ?? '']
  const subjects = parts.map((part) => orRefusal(part, host))
  const all = subjects.every((one) => !(one instanceof Refusal) && one.by !== 'name')
  return all ? parts : [text]
}

function orRefusal(words: string, host: string): OneSubject | Refusal {
  try {
    return parseSubject(words, host)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** What a column is called, in both languages, and how what stands in it is to be read. */
const columns: readonly (readonly [RegExp, string])[] = [
  [/^(?:e-?mail|courriel|mail|adresse e-?mail|e-?mail address)s?$/i, ''],
  [/^(?:id|user|user[ _]id|zendesk[ _]id|utilisateur)$/i, 'user:'],
  [/^external[ _]id$/i, 'external:'],
  [/^(?:ticket|ticket[ _]id)s?$/i, 'ticket:'],
  [/^(?:phone|phone number|téléphone)s?$/i, ''],
  [/^(?:name|nom|person|personne)s?$/i, 'name:'],
]

/** The people of a table: the first column that we know, the surest kind before others. */
function tableIn(lines: readonly string[]): Named[] | undefined {
  const head = lines.findIndex((line) => line.trim() !== '')
  const cells = cellsOf(lines[head] ?? '')
  for (const [heading, prefix] of columns) {
    const at = cells.findIndex((cell) => heading.test(cell))
    if (at === -1) continue
    return lines.slice(head + 1).map((text, i) => {
      const cell = cellsOf(text)[at] ?? ''
      return { line: head + i + 2, words: cell === '' ? '' : prefixed(prefix, cell) }
    })
  }
  return undefined
}

/** A cell that says by itself what it is, is taken at its word. */
const prefixed = (prefix: string, cell: string): string =>
  /^(?:ticket|user|external|name):/i.test(cell) ? cell : prefix + cell

/** The cells of one line of a table (RFC 4180), whichever of three signs stands between them. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|[,;\t])(?:\s*"((?:[^"]|"")*)"\s*|([^,;\t]*))/g)].map(([, quoted, bare]) =>
    (quoted?.replaceAll('""', '"') ?? bare ?? '').trim(),
  )
