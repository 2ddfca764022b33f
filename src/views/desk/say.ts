import type { Instant, Member } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { countIn, dateIn, dueIn, timeIn } from '../../words/format.ts'
import { haltWords, roleWords } from '../../words/index.ts'
import type { Sight } from '../sight.ts'
import { daysLeft, type Standing } from './standing.ts'

/** Somebody of the staff, as Slack shows him. */
export const mention = (user: string): string => `<@${user}>`

/** A channel, as Slack shows it. */
export const channelMention = (channel: string): string => `<#${channel}>`

const shown = 5

/** Several of them, not more than can be read. */
export function mentions(sight: Sight, users: readonly string[]): string {
  const named = users.slice(0, shown).map(mention)
  const left = users.length - named.length
  return [...named, ...(left > 0 ? [sight.words.desk.card.more(left)] : [])].join(', ')
}

/** Whose turn it is: members, and roles whose members are not looked up. Empty for nobody's. */
export function askedText({ asked, askedRoles = [] }: Standing, sight: Sight): string {
  const roles = askedRoles.map((role) => roleWords(sight.words, role))
  return [...(asked.length > 0 ? [mentions(sight, asked)] : []), ...roles].join(', ')
}

/** The name that people tell requests apart by: `R-2026-0042 · amber heron`. */
export const titleOf = ({ number, name }: Pick<Request, 'number' | 'name'>): string =>
  `${number} · ${name}`

/** How a moment is written. */
export type When = (instant: Instant) => string

/**
 * A moment in a message: Slack writes it for each reader by his own clock
 * (https://docs.slack.dev/messaging/formatting-message-text#date-formatting).
 */
export const inMessage: When = (instant) => {
  const fallback = `${instant.slice(0, 16).replace('T', ' ')} UTC`
  return `<!date^${Math.floor(Date.parse(instant) / 1000)}^{date_num} {time}|${fallback}>`
}

/** A moment for the one for whom a window is drawn. */
export const inWindow =
  ({ locale, tz }: Sight): When =>
  (instant) =>
    timeIn(locale, tz, instant)

/** The day of a moment. */
export const dayOf = ({ locale, tz }: Sight, instant: Instant): string =>
  dateIn(locale, tz, instant)

export const numberIn = ({ locale }: Sight, n: number): string => countIn(locale, n)

/** Where the request stands, in words. */
export function stateOf({ request, turn }: Standing, sight: Sight): string {
  const { state } = sight.words.desk
  if (request.closed) return endOf(request.closed.code, sight)
  if (turn.kind === 'halt') return state.halted
  return found(state, turn.step) ?? state.waiting
}

/** How it ended. */
export function endOf(code: string, sight: Sight): string {
  const { end } = sight.words.desk
  const { cancelled, ...others } = end
  return found(others, code) ?? cancelled(reasonOf(code, sight))
}

/** Why, in words; the code itself where no language knows it. */
export const reasonOf = (code: string, { words }: Sight): string =>
  found(words.desk.reason, code) ?? found(words.plan.reason, code) ?? code

export const lapseOf = (code: string, { words }: Sight): string =>
  found(words.desk.lapse, code) ?? code

/** Why it stands still, in words. */
export const haltOf = (code: string, { words }: Sight): string => haltWords(words, code)

/** The name of a step; the code itself for a wait that is no step. */
export const stepOf = (code: string, { words }: Sight): string => found(words.step, code) ?? code

/** When it is due, and how long that is. */
export function dueOf({ request, now }: Standing, sight: Sight): string {
  const { card } = sight.words.desk
  const days = daysLeft(request, now)
  const left = days < 0 ? card.late(-days) : days === 0 ? card.today : card.left(days)
  return card.due(dueIn(sight.locale, request.due), left)
}

/** Who, as a mention; the bot by its name. */
export const whoOf = (by: Member | 'bot', { words }: Sight): string =>
  by === 'bot' ? words.desk.history.bot : mention(by.user)

/** The text of a code, if the words have one. */
export const found = (
  texts: Readonly<Record<string, string>>,
  code: string | undefined,
): string | undefined =>
  code !== undefined && Object.hasOwn(texts, code) ? texts[code] : undefined
