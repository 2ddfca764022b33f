import type { KnownBlock, ModalView } from '@slack/types'
import type { Entry, EntryOf } from '../../records/entry.ts'
import type { Counts } from '../../records/primitives.ts'
import type { PlanState, Request } from '../../records/request.ts'
import { dueIn } from '../../words/format.ts'
import { context, divider, header, type Message, message, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { actorOf, digits, eventText, type Saying } from './events.ts'
import { outcomesText } from './outcomes.ts'
import { dayOf, endOf, inMessage, inWindow, numberIn, titleOf, type When } from './say.ts'
import { toldBy } from './told.ts'

/** Everything that a certificate is made of: the journal, and the log's head at the time of asking. */
export type Certified = {
  readonly request: Request
  readonly entries: readonly Entry[]
  readonly head: { readonly size: number; readonly hash: string }
  /** Pages of users who were back when it was looked again. Personal: for a window alone. */
  readonly returned?: readonly string[]
}

/** What was done, by whom, how it was proved, what remains, how to check it. */
export function certificateView(of: Certified, user: string, sight: Sight): ModalView {
  return modal(sight, {
    title: sight.words.desk.certificate.title,
    blocks: blocksOf(of, sight, inWindow(sight)),
    bound: { deed: 'see-certificate', request: of.request.id, user },
    close: sight.words.door.close,
  })
}

/** The same at the end of the thread. */
export function certificateMessage(of: Certified, sight: Sight): Message {
  const { certificate } = sight.words.desk
  return message(certificate.heading(titleOf(of.request)), blocksOf(of, sight, inMessage))
}

function blocksOf(of: Certified, sight: Sight, when: When): KnownBlock[] {
  const { certificate } = sight.words.desk
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [certificate.people, signed(of, sight, when)],
    [certificate.done, done(of, sight)],
    [certificate.proof, proof(of, sight)],
    [certificate.again, again(of, sight, when)],
    [certificate.stays, stays(of, sight)],
    [certificate.evidence, evidence(of, sight)],
  ]
  return [
    header(certificate.heading(titleOf(of.request))),
    section(summary(of, sight, when)),
    ...parts.flatMap(([title, lines]): KnownBlock[] =>
      lines.length > 0 ? [divider, ...paragraphs([`*${title}*`, ...lines])] : [],
    ),
    ...(of.request.sealed ? [] : [context(certificate.open)]),
  ]
}

const longest = 2900

/** Lines in as few blocks as hold them. */
function paragraphs(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = []
  for (const line of lines) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < longest)
      texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts.map((text) => section(text))
}

function summary({ request, entries }: Certified, sight: Sight, when: When): string {
  const { certificate, right, state } = sight.words.desk
  const { closed, received, due, rehearsal } = request
  if (!closed) return `${right[request.right]} · ${state.waiting}`
  const opened = entries[0]?.at ?? received
  return [
    certificate.was(right[request.right], endOf(closed.code, sight)),
    certificate.dates(dayOf(sight, received), when(opened), when(closed.at)),
    (closed.at > due ? certificate.late : certificate.inTime)(dueIn(sight.locale, due)),
    ...(rehearsal ? [certificate.rehearsal] : []),
  ].join('\n')
}

/** Steps that a human has taken. */
const taken = new Set<Entry['kind']>([
  'opened',
  'decided',
  'approved',
  'sent-back',
  'declined',
  'stopped',
  'continued',
  'restored',
  'handed-over',
  'closed',
])

const mostSigned = 40

function signed({ entries }: Certified, sight: Sight, when: When): string[] {
  const { event } = sight.words.desk
  const saying: Saying = { sight, when, told: toldBy(entries) }
  const all = entries.filter(
    ({ kind, by }) => (taken.has(kind) && by !== 'bot') || kind === 'revoked',
  )
  // The first and the last of very many; every one of them stands in the history.
  const shown =
    all.length <= mostSigned ? all : [...all.slice(0, 10), ...all.slice(10 - mostSigned)]
  const lines = shown.map(
    (entry) =>
      `${when(entry.at)} · ${event.said(actorOf(entry, saying), eventText(entry, saying))}`,
  )
  const left = all.length - shown.length
  return left > 0 ? [...lines, sight.words.desk.card.more(left)] : lines
}

function done({ request }: Certified, sight: Sight): string[] {
  const { certificate } = sight.words.desk
  const { closed, plans } = request
  const begun = plans.filter((plan) => plan.begun)
  if (begun.length > 0) return begun.map((plan) => planLine(plan, sight))
  const rehearsed = closed?.code === 'rehearsed' ? [`${outcomesText(closed.counts, sight)}.`] : []
  return [certificate.nothing, ...rehearsed]
}

/** What one plan named, and how its operations ended: the sum of several plans would count twice. */
function planLine({ digest, counts, outcomes, operations }: PlanState, sight: Sight): string {
  const { card, certificate } = sight.words.desk
  const named = [
    [operations, card.operations],
    [counts['tickets-go'], card.going],
    [counts['redactions'], card.redactions],
    [counts['mails'], card.mails],
    [counts['users'], card.users],
  ] as const
  const ended: Record<string, number> = { left: operations - outcomes.size }
  for (const outcome of outcomes.values()) ended[outcome] = (ended[outcome] ?? 0) + 1
  return certificate.plan(
    `\`${digest.slice(0, digits)}…\``,
    named.flatMap(([n, say]) => (n ? [say(n)] : [])).join(', '),
    outcomesText(ended, sight),
  )
}

function proof({ request }: Certified, sight: Sight): string[] {
  const { certificate } = sight.words.desk
  const { proved } = request
  if (!proved) return [certificate['not-proved']]
  const { counts } = proved
  const n = (name: string): string => numberIn(sight, counts[name] ?? 0)
  return [
    certificate.scanned(n('terms'), n('scanned')),
    ...searchedIn(counts, sight),
    certificate.hits(n('explained'), n('unexplained')),
    ...('files-seen' in counts ? [certificate.files(n('files-seen'), n('files-unopened'))] : []),
    certificate.products(counts['products-open'] ?? 0),
  ]
}

function searchedIn(counts: Counts, sight: Sight): string[] {
  const { certificate } = sight.words.desk
  if (!('mails' in counts)) return []
  const places = numberIn(sight, counts['places'] ?? 0)
  if (counts['mails-refused']) return [certificate['mails-refused'](places)]
  return [certificate.searched(places, numberIn(sight, counts['mails'] ?? 0))]
}

/** What later looks brought. */
function again({ request, returned = [] }: Certified, sight: Sight, when: When): string[] {
  const { event, certificate } = sight.words.desk
  const looks = (request.lookedAgain ?? []).map(({ days, at, code, users }) => {
    const said = code === 'gone' ? event['still-gone'](days) : event.returned(days, users)
    return `${when(at)} · ${said}`
  })
  return returned.length === 0 ? looks : [...looks, certificate.returned, ...returned]
}

function stays({ request }: Certified, sight: Sight): string[] {
  const { certificate } = sight.words.desk
  const stub = request.sealed?.stub
  const kept = (request.plan ?? request.plans.at(-1))?.counts['kept'] ?? 0
  return [
    certificate['stays-log'],
    ...(stub ? [certificate['stays-stub'](dayOf(sight, stub))] : []),
    ...(kept > 0 ? [certificate['stays-kept'](kept)] : []),
    certificate['stays-copies'],
  ].map((line) => `• ${line}`)
}

const agreedTo = ({ kind }: Entry): boolean => kind === 'agreed'

function evidence({ entries, head }: Certified, sight: Sight): string[] {
  const { certificate } = sight.words.desk
  const digests = entries.filter(agreedTo).map((entry) => (entry as EntryOf<'agreed'>).digest)
  return [
    ...(digests.length > 0
      ? [certificate.digests, ...[...new Set(digests)].map((digest) => `\`${digest}\``)]
      : []),
    `${certificate.head(head.size, `\`${head.hash}\``)}.`,
    certificate.verify,
  ]
}
