import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Anchor, readAnchorLine } from '../../src/records/anchors.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import type { Slack } from '../slack/server.ts'
import type { LogEntry } from '../slack/state/log.ts'
import type { State } from '../zendesk/control.ts'
import { camille, mentions, ownTickets, requestTicket } from '../zendesk/sample/people.ts'
import { type Check, speaksOfHer } from './checks.ts'
import { audit, type Message } from './screen.ts'

/** Slack gives an app so long, in milliseconds. */
const patience = 3_000

/** Everything that the bot was sent and answered too late, or not at all. */
export function answeredInTime(slack: Slack): Check {
  const exchanges = slack.log().filter((entry) => entry.kind === 'delivery')
  const late = exchanges.filter(({ outcome, ms }) => outcome !== 'acknowledged' || ms >= patience)
  const slowest = Math.max(...exchanges.map(({ ms }) => ms))
  return {
    name: 'every exchange with Slack was acknowledged in time',
    ok: exchanges.length > 0 && late.length === 0,
    found: `${exchanges.length} exchanges, the slowest in ${slowest} ms, ${late.length} too late`,
  }
}

/**
 * Whatever can be read outside a window: each message, each state of a card, what only one member
 * saw, App Homes, and what the bot printed. None of it speaks of her.
 */
export function slackForgot(slack: Slack, printed: string, before: State): Check {
  const { messages, ephemerals, homes } = slack.state()
  const said = Array.isArray(messages) ? messages.filter(isOurs) : []
  const sent = slack.log().flatMap(outside)
  const all = [
    ...said,
    ...Object.values(ephemerals as object),
    ...Object.values(homes as object),
    ...sent,
    ...printed.split('\n'),
  ]
  const telling = all.map((one) => JSON.stringify(one)).filter(tellsOf(before))
  return {
    name: 'no message, App Home or log line of the bot speaks of her',
    ok: said.length > 0 && telling.length === 0,
    found: `${all.length} texts read, ${telling.length} of them tell`,
  }
}

/** What an exchange brought before people's eyes, other than in windows. */
function outside(entry: LogEntry): readonly unknown[] {
  if (entry.kind === 'delivery') return entry.what === 'slash' ? [entry.answer] : []
  return /^views\.(?:open|push|update)$/.test(entry.method) ? [] : [entry.args]
}

const isOurs = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'bot_id' in message

function tellsOf({ tickets }: State): (text: string) => boolean {
  const hers = new Set<number>(ownTickets)
  const subjects = tickets.flatMap(({ id, subject }) =>
    hers.has(id) && typeof subject === 'string' ? [subject] : [],
  )
  const ids = [...ownTickets, ...mentions.map(({ ticket }) => ticket), camille.id]
  const number = new RegExp(`(?<![\\w+/.])(?:${ids.join('|')})(?![\\w+/])`)
  return (text) => {
    // How a request is opened is shown by the number of the sample's own request.
    const said = text.replaceAll(`/rights-erase ${requestTicket}`, '')
    return (
      speaksOfHer(said) || number.test(said) || subjects.some((subject) => said.includes(subject))
    )
  }
}

/** What stands in the audit channel, and vouches for the log. */
export const anchorsAmong = (messages: readonly Message[]): Anchor[] =>
  messages.flatMap(({ channel, text }) => (channel === audit ? (readAnchorLine(text) ?? []) : []))

/** The log is the one whose heads were posted, up to the seal and further. */
export async function anchored(dir: string, anchors: readonly Anchor[]): Promise<Check> {
  const { ok, entries, anchors: held } = await verifyFolder(dir, { anchors })
  const lines = (await readFile(join(dir, 'journal', '000001.jsonl'), 'utf8')).split('\n')
  const seal = lines.findLastIndex((line) => line.includes('"kind":"sealed"')) + 1
  const last = Math.max(0, ...anchors.map(({ size }) => size))
  return {
    name: 'the log is the one whose heads were posted in #rights-audit',
    ok: ok && held.checked === anchors.length && seal > 0 && last >= seal,
    found: `${held.checked} heads, the last of entry ${last} of ${entries}`,
  }
}

/** Nothing was said twice, although the bot was killed while it spoke. */
export function toldOnce(slack: Slack): Check {
  const { messages } = slack.state()
  const keys = (Array.isArray(messages) ? messages : []).filter(isOurs).map(keyOf)
  const twice = keys.filter((key, i) => keys.indexOf(key) !== i)
  return {
    name: 'everything was told once',
    ok: keys.length > 0 && twice.length === 0,
    found: `${keys.length} messages, ${twice.length} of them twice`,
  }
}

const keyOf = (message: { readonly metadata?: unknown; readonly channel?: unknown }): string =>
  JSON.stringify([message.channel, message.metadata])
