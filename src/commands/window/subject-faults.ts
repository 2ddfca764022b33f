import { Refusal } from '../../flows/index.ts'
import { parseSubjects } from '../../flows/subjects.ts'
import type { Sight } from '../../views/sight.ts'
import { refusalWords } from '../../words/index.ts'

/** Why nobody could be read from what was typed; nothing for any other error. */
export const subjectFault = (error: unknown): Refusal | undefined =>
  error instanceof Refusal && /^(?:subjects?|view)-/.test(error.code) ? error : undefined

/** More lines than this are for an editor, not for a hint beside a field. */
const mostLines = 8

/** What is wrong with what was typed: of a list, line by line. */
export function faultWords({ words }: Sight, text: string, fault: Refusal, host: string): string {
  const said = refusalWords(words, fault.code, fault.detail)
  if (fault.code !== 'subjects-faulty') return said
  const { intake } = words.window
  const { faults } = parseSubjects(text, host)
  const more = faults.length - mostLines
  return [
    said,
    ...faults
      .slice(0, mostLines)
      .map(({ line, code, detail }) => intake.line(line, refusalWords(words, code, detail))),
    ...(more > 0 ? [intake['more-lines'](more)] : []),
  ].join('\n')
}
