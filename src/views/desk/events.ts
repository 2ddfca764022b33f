import { oneMonthAfter } from '../../records/due.ts'
import type { Entry, EntryOf } from '../../records/entry.ts'
import { dueIn } from '../../words/format.ts'
import { roleWords } from '../../words/index.ts'
import type { Sight } from '../sight.ts'
import { outcomesText, rejectedText } from './outcomes.ts'
import {
  dayOf,
  endOf,
  found,
  haltOf,
  lapseOf,
  numberIn,
  reasonOf,
  stepOf,
  type When,
  whoOf,
} from './say.ts'
import type { Told } from './told.ts'

/** For whom, and from what, the words for an entry are made. */
export type Saying = { readonly sight: Sight; readonly when: When; readonly told: Told }

type Teller<K extends Entry['kind']> = (entry: EntryOf<K>, saying: Saying) => string

/** What an entry says, in words, without who it was. Counts and codes alone. */
export function eventText<K extends Entry['kind']>(entry: EntryOf<K>, saying: Saying): string {
  const tell: Teller<K> = tellers[entry.kind]
  return tell(entry, saying)
}

/** Who it was, and in which role. */
export function actorOf({ by, role }: Entry, { sight }: Saying): string {
  return role && by !== 'bot'
    ? `${whoOf(by, sight)} (${roleWords(sight.words, role)})`
    : whoOf(by, sight)
}

/** So many digits of a digest tell it apart. */
export const digits = 12

const tellers: { readonly [K in Entry['kind']]: Teller<K> } = {
  opened,
  found: foundText,
  decided: decidedText,
  planned: ({ operations, by, digest }, { sight }) => {
    const { event } = sight.words.desk
    const written = by === 'bot' ? event.planned(operations) : event.narrowed(operations)
    return `${written} ${event.digest(`\`${digest.slice(0, digits)}…\``)}`
  },
  collected: ({ counts }, { sight }) =>
    sight.words.desk.event.collected(
      numberIn(sight, counts['tickets'] ?? 0),
      numberIn(sight, counts['files'] ?? 0),
    ),
  built: ({ digest }, { sight }) => sight.words.desk.event.built(`\`${digest.slice(0, digits)}…\``),
  linked: ({ purpose, until }, { sight }) =>
    sight.words.desk.event[purpose === 'person' ? 'linked' : 'linked-organisation'](
      dayOf(sight, until),
    ),
  visited: ({ code }, { sight }) => sight.words.desk.event.visit[code],
  extended: ({ until }, { sight }) => sight.words.desk.event.extended(dayOf(sight, until)),
  unlinked: ({ code }, { sight }) => {
    const { unlinked } = sight.words.desk.event
    return Object.entries(unlinked).find(([known]) => known === code)?.[1] ?? unlinked.other
  },
  viewed: (_, { sight }) => sight.words.desk.event.viewed,
  approved: ({ id, role, roles }, { sight, told }) => {
    const { nth, of } = told.approvals.get(id) ?? { nth: 1, of: 1 }
    const counted = Math.max(nth, of)
    return sight.words.desk.event.approved(
      numberIn(sight, nth),
      numberIn(sight, counted),
      roleWords(sight.words, role ?? roles[0] ?? ''),
    )
  },
  'sent-back': ({ code }, { sight }) => sight.words.desk.event['sent-back'](reasonOf(code, sight)),
  declined: ({ code }, { sight }) => sight.words.desk.event.declined(reasonOf(code, sight)),
  agreed: (_, { sight }) => sight.words.desk.event.agreed,
  lapsed: ({ code }, { sight }) => sight.words.desk.event.lapsed(lapseOf(code, sight)),
  revoked: ({ id, code }, { sight, told }) =>
    sight.words.desk.event.revoked(
      whoOf(told.revoked.get(id) ?? 'bot', sight),
      lapseOf(code, sight),
    ),
  slept: sleptText,
  woke: ({ code }, { sight }) => sight.words.desk.event.woke(stepOf(code, sight)),
  intended: ({ operations }, { sight }) => sight.words.desk.event.intended(operations.length),
  submitted: (_, { sight }) => sight.words.desk.event.submitted,
  settled: settledText,
  'handed-over': (_, { sight }) => sight.words.desk.event['handed-over'],
  proved: provedText,
  closed: ({ code, counts }, { sight }) =>
    [
      sight.words.desk.event.closed(endOf(code, sight)),
      ...sentence(outcomesText(counts, sight)),
    ].join(' '),
  stopped: ({ id, code }, saying) => reached(stopOf(code, saying), id, saying),
  halted: ({ id, code }, saying) =>
    reached(saying.sight.words.desk.event.halted(haltOf(code, saying.sight)), id, saying),
  continued: (_, { sight }) => sight.words.desk.event.continued,
  restored: ({ code, counts }, { sight }) =>
    code === 'asked'
      ? sight.words.desk.event.restoring(counts['tickets'] ?? 0)
      : sight.words.desk.event.restored(counts['restored'] ?? 0, counts['left'] ?? 0),
  'turned-away': turnedAway,
  posted: (_, { sight }) => sight.words.desk.event.posted,
  paused: ({ by }, { sight }) => sight.words.desk.event.paused(whoOf(by, sight)),
  resumed: ({ by }, { sight }) => sight.words.desk.event.resumed(whoOf(by, sight)),
  sealed: ({ stub }, { sight }) =>
    [
      sight.words.desk.event.sealed,
      ...(stub ? [sight.words.desk.event.stub(dayOf(sight, stub))] : []),
    ].join(' '),
  'looked-again': ({ code, days, counts }, { sight }) =>
    code === 'gone'
      ? sight.words.desk.event['still-gone'](days)
      : sight.words.desk.event.returned(days, counts['users'] ?? 0),
  started: (_, { sight }) => sight.words.desk.event.started,
  ruled: (_, { sight }) => sight.words.desk.event.ruled,
  'tail-cut': (_, { sight }) => sight.words.desk.event['tail-cut'],
}

function opened({ received, rehearsal }: EntryOf<'opened'>, { sight }: Saying): string {
  const { event } = sight.words.desk
  const due = oneMonthAfter(received)
  return [
    event.opened(dayOf(sight, received), dueIn(sight.locale, due)),
    ...(rehearsal ? [event.rehearsal] : []),
  ].join(' ')
}

function foundText({ look, counts }: EntryOf<'found'>, { sight }: Saying): string {
  const { event } = sight.words.desk
  if (look === 'people') return event.people(counts['candidates'] ?? 0)
  return event.traces(numberIn(sight, counts['tickets'] ?? 0), numberIn(sight, counts['ask'] ?? 0))
}

function decidedText({ look, counts, again }: EntryOf<'decided'>, { sight }: Saying): string {
  const { event } = sight.words.desk
  if (look === 'people') return event.confirmed(counts['confirmed'] ?? 0)
  const [gone, redacted, kept] = ['delete', 'redact', 'keep'].map((what) =>
    numberIn(sight, counts[what] ?? 0),
  )
  return [
    event.decided(gone ?? '', redacted ?? '', kept ?? ''),
    ...(again ? [event.again] : []),
  ].join(' ')
}

function sleptText({ code, until }: EntryOf<'slept'>, { sight, when }: Saying): string {
  const { event } = sight.words.desk
  const waits = {
    pause: event.pause,
    products: event.products,
    'answer-leaves': event['answer-leaves'],
  }
  const known = Object.entries(waits).find(([name]) => name === code)?.[1]
  return known ? known(when(until)) : event.slept(stepOf(code, sight), when(until))
}

function settledText(entry: EntryOf<'settled'>, { sight }: Saying): string {
  const { event } = sight.words.desk
  const counts: Record<string, number> = {}
  for (const [, outcome] of entry.outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  const again = counts['not-applied']
  const said = [outcomesText(counts, sight), ...(again ? [event['not-applied'](again)] : [])]
  return [
    event.settled(said.filter((text) => text !== '').join(', ')),
    ...(entry.how === 'read-back' ? [event['read-back']] : []),
    ...rejectedText(entry, sight),
  ].join(' ')
}

const sentence = (text: string): string[] => (text === '' ? [] : [`${text}.`])

function provedText({ code, counts }: EntryOf<'proved'>, { sight }: Saying): string {
  const { event } = sight.words.desk
  if (code === 'unexplained') return event.unproved(counts['unexplained'] ?? 0)
  const [terms, scanned, explained] = ['terms', 'scanned', 'explained'].map((what) =>
    numberIn(sight, counts[what] ?? 0),
  )
  const open = counts['products-open'] ?? 0
  return [
    event.proved(terms ?? '', scanned ?? '', explained ?? ''),
    ...(open > 0 ? [event['products-open'](open)] : []),
  ].join(' ')
}

/** A stop by itself, for a reason that halts too, or for one of the organisation's own list. */
function stopOf(code: string, { sight }: Saying): string {
  const { event } = sight.words.desk
  if (code === 'stopped') return event.stop
  return event.stopped(found(sight.words.halt, code) ?? `${reasonOf(code, sight)}.`)
}

function reached(said: string, id: string, { sight, told }: Saying): string {
  const so = told.reached.get(id)
  if (!so) return said
  const { event } = sight.words.desk
  return `${said} ${event.so(numberIn(sight, so.done), numberIn(sight, so.of))}`
}

function turnedAway({ deed, code }: EntryOf<'turned-away'>, { sight }: Saying): string {
  const { refusal, door, desk } = sight.words
  const refused = Object.entries(refusal).find(([name]) => name === code)?.[1]
  // A refusal's detail is not in the journal.
  return desk.event['turned-away'](deed, refused ? refused('') : (found(door, code) ?? code))
}
