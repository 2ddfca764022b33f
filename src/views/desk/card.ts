import type { KnownBlock } from '@slack/types'
import type { Request } from '../../records/request.ts'
import { roleWords } from '../../words/index.ts'
import { actions, context, header, type Message, message, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { cardButtons } from './buttons.ts'
import { outcomesText } from './outcomes.ts'
import {
  askedText,
  dueOf,
  found,
  haltOf,
  inMessage,
  mention,
  mentions,
  numberIn,
  reasonOf,
  stateOf,
  titleOf,
} from './say.ts'
import type { Headway, Standing } from './standing.ts'

/** The card of a request: where it stands, whose turn it is, and every deed that applies now. */
export function cardOf(standing: Standing, sight: Sight): Message {
  const { request } = standing
  const state = stateOf(standing, sight)
  const title = titleOf(request)
  const buttons = cardButtons(standing, sight)
  const small = [figures(request, sight), approvals(standing, sight), remarks(standing, sight)]
    .filter((line) => line.length > 0)
    .map((line) => context(line.join(' · ')))
  const blocks: KnownBlock[] = [
    header(title),
    section([headline(standing, sight), ...moving(standing, sight)].join('\n')),
    ...small,
    actions(...buttons),
  ]
  return message(sight.words.desk.card.summary(title, state), blocks)
}

function headline(standing: Standing, sight: Sight): string {
  const { request } = standing
  const state = `*${sight.words.desk.right[request.right]}* · ${icon(standing)} *${stateOf(standing, sight)}*`
  if (request.closed) return state
  return [state, turnLine(standing, sight), dueOf(standing, sight)].join('\n')
}

const icons = {
  human: ':bell:',
  bot: ':hourglass_flowing_sand:',
  time: ':pause_button:',
  halt: ':octagonal_sign:',
  over: ':white_check_mark:',
} as const

const icon = ({ request, turn }: Standing): string => {
  if (!request.closed) return icons[turn.kind]
  return request.closed.code === 'done' ? icons.over : ':file_folder:'
}

function turnLine(standing: Standing, sight: Sight): string {
  const { turn } = standing
  const { card } = sight.words.desk
  const asked = askedText(standing, sight)
  if (asked !== '') return card.turn(asked)
  if (turn.kind === 'bot') return card.bot
  return turn.until ? `${card.nobody}, ${card.until(inMessage(turn.until))}` : card.nobody
}

/** What moves or stands still right now. */
function moving(standing: Standing, sight: Sight): string[] {
  const { request, turn, headway, paused } = standing
  const { card } = sight.words.desk
  if (request.sealed) return [card.sealed]
  return [
    ...(headway ? [headwayLine(headway, sight)] : []),
    ...waitLine(standing, sight),
    ...(turn.kind === 'halt' && turn.code ? [haltOf(turn.code, sight)] : []),
    ...(paused && !request.closed ? [card.paused] : []),
  ]
}

/** What passes by itself: Zendesk asks to wait, the disk is full. A step's own wait has its state. */
function waitLine({ request, waits }: Standing, { words }: Sight): string[] {
  const { waits: known, retry } = words.window.looking
  const why = found(known, waits?.code)
  return why && waits && !request.closed ? [`${why} ${retry(inMessage(waits.until))}`] : []
}

/** Done of total, rate, time left. */
function headwayLine({ done, of, rate, minutes }: Headway, sight: Sight): string {
  const { card } = sight.words.desk
  return [
    card.progress(numberIn(sight, done), numberIn(sight, of)),
    ...(rate === undefined ? [] : [card.rate(rate)]),
    ...(minutes === undefined ? [] : [minutes < 1 ? card.seconds : card.remaining(minutes)]),
  ].join(' · ')
}

const said = (count: number | undefined, say: (n: number) => string): string[] =>
  count ? [say(count)] : []

/** What was found, decided, and is going. Counts alone. */
function figures(request: Request, sight: Sight): string[] {
  const { card } = sight.words.desk
  const { people, traces } = request.looks
  if (request.closed) return [outcomesText(request.closed.counts, sight)].filter((one) => one)
  const plan = request.plan ?? request.plans.at(-1)
  if (plan) {
    return [
      ...said(traces?.counts['tickets'], card.found),
      ...said(plan.counts['tickets-go'], card.going),
      ...said(plan.counts['redactions'], card.redactions),
      ...said(plan.counts['mails'], card.mails),
      ...said(plan.counts['users'], card.users),
      ...said(plan.counts['kept'], card.kept),
    ]
  }
  if (traces)
    return [...said(traces.counts['tickets'], card.found), ...said(traces.counts['ask'], card.open)]
  return said(people?.counts['candidates'], card.candidates)
}

/** Who has approved, of how many. */
function approvals({ request, needs }: Standing, sight: Sight): string[] {
  const { plan } = request
  const { card } = sight.words.desk
  if (!plan) return []
  const by = [...new Set(plan.approvals.map((approval) => approval.by.user))]
  const given = (role: string): number =>
    new Set(plan.approvals.filter(({ roles }) => roles.includes(role)).map((a) => a.by.user)).size
  const asked = request.closed ? [] : mostOfEach(needs)
  return [
    ...asked.map(([role, of]) =>
      card.approvals(
        numberIn(sight, given(role)),
        numberIn(sight, of),
        roleWords(sight.words, role),
      ),
    ),
    ...(by.length > 0 ? [card.by(mentions(sight, by))] : []),
  ]
}

/** Several rules may ask the same role: the strictest counts. */
function mostOfEach(needs: Standing['needs']): [string, number][] {
  const most = new Map<string, number>()
  for (const { role, of } of needs) most.set(role, Math.max(of, most.get(role) ?? 0))
  return [...most]
}

function remarks({ request }: Standing, sight: Sight): string[] {
  const { card } = sight.words.desk
  const { returned } = request
  const who = returned && returned.by !== 'bot' ? mention(returned.by.user) : ''
  return [
    ...(request.rehearsal ? [card.rehearsal] : []),
    ...(returned && !request.closed
      ? [(returned.declined ? card.declined : card.returned)(who, reasonOf(returned.code, sight))]
      : []),
  ]
}
