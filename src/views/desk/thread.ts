import type { Entry } from '../../records/entry.ts'
import type { Id, Instant } from '../../records/primitives.ts'
import { type Message, message, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { actorOf, eventText, type Saying } from './events.ts'
import { outcomesText, rejectedText } from './outcomes.ts'
import { inMessage, stepOf } from './say.ts'
import { toldBy } from './told.ts'

/** One line of a thread, with the entry that it tells of. */
export type ThreadLine = { readonly entry: Id; readonly at: Instant; readonly text: string }

/** What everybody in the channel follows; the rest stands in the history. */
const followed = new Set<Entry['kind']>([
  'opened',
  'found',
  'decided',
  'planned',
  'approved',
  'sent-back',
  'declined',
  'agreed',
  'lapsed',
  'revoked',
  'slept',
  'handed-over',
  'proved',
  'closed',
  'stopped',
  'halted',
  'continued',
  'restored',
  'sealed',
  'looked-again',
])

/** The lines of a request's thread: one for each event, one for each phase of a plan. */
export function threadLines(entries: readonly Entry[], sight: Sight): ThreadLine[] {
  const saying: Saying = { sight, when: inMessage, told: toldBy(entries) }
  return entries.flatMap((entry) => {
    const text = lineOf(entry, saying)
    return text === undefined ? [] : [{ entry: entry.id, at: entry.at, text }]
  })
}

function lineOf(entry: Entry, saying: Saying): string | undefined {
  const { sight, told } = saying
  const { event } = sight.words.desk
  if (entry.kind === 'intended') return told.begins.has(entry.id) ? event.begun : undefined
  if (entry.kind === 'settled') {
    const phase = told.phases.get(entry.id)
    const ended = phase
      ? [event.phase(stepOf(phase.phase, sight), outcomesText(phase.tally, sight))]
      : []
    const said = [...rejectedText(entry, sight), ...ended]
    return said.length > 0 ? said.join(' ') : undefined
  }
  if (!followed.has(entry.kind)) return undefined
  const text = eventText(entry, saying)
  return entry.by === 'bot' ? text : event.said(actorOf(entry, saying), text)
}

/** A line as a message. */
export const lineMessage = (text: string): Message => message(text, [section(text)])
