import { type Clock, dayKey, secondsOf } from './dates.ts'
import type { Ephemeral, Message } from './records.ts'

/** Words of the page itself, as a Slackbot line: gone with the next reload. */
export type Notice = {
  readonly id: string
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly thread_ts?: string
}

/** One line of a conversation. */
export type Line =
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  | { readonly kind: 'ephemeral'; readonly key: string; readonly message: Ephemeral }
  | { readonly kind: 'notice'; readonly key: string; readonly message: Notice }

/** A line with what stands above it: a new day, or nothing because the same person goes on. */
export type Placed = Line & { readonly newDay: boolean; readonly follows: boolean }

/** What a conversation is made of. */
export type Source = {
  readonly messages: readonly Message[]
  readonly ephemerals: readonly Ephemeral[]
  readonly notices: readonly Notice[]
}

const isTop = ({ ts, thread_ts }: { ts: string; thread_ts?: string }): boolean =>
  thread_ts === undefined || thread_ts === ts

type Where = { readonly channel: string; readonly thread?: string | undefined }

/** The lines of a channel without its replies, or of one thread; the oldest first. */
export function linesOf(source: Source, { channel, thread }: Where): Line[] {
  const isHere = (one: { channel: string; ts: string; thread_ts?: string }): boolean =>
    one.channel === channel &&
    (thread === undefined ? isTop(one) : one.ts === thread || one.thread_ts === thread)
  const isShown = (one: Message): boolean =>
    isHere(one) || (thread === undefined && isBroadcast(one, channel))
  const lines: Line[] = [
    ...source.messages
      .filter(isShown)
      .map((message) => ({ kind: 'message', key: message.ts, message }) as const),
    ...source.ephemerals
      .filter(isHere)
      .map((message) => ({ kind: 'ephemeral', key: `e${message.id}`, message }) as const),
    ...source.notices
      .filter(isHere)
      .map((message) => ({ kind: 'notice', key: message.id, message }) as const),
  ]
  return lines.toSorted((a, b) => (a.message.ts < b.message.ts ? -1 : 1))
}

const isBroadcast = (one: Message, channel: string): boolean =>
  one.channel === channel && one.subtype === 'thread_broadcast'

/** Five minutes: until then the same person's next message stands under the same name. */
const breath = 300

/** Puts days and authors between the lines. */
export function placed(lines: readonly Line[], clock: Clock): Placed[] {
  return lines.map((line, index) => {
    const before = lines[index - 1]
    const at = secondsOf(line.message.ts)
    const last = before ? secondsOf(before.message.ts) : undefined
    const newDay = last === undefined || dayKey(last, clock) !== dayKey(at, clock)
    const follows = !newDay && at - (last ?? 0) < breath && isSameAuthor(before, line)
    return { ...line, newDay, follows }
  })
}

// A message with a head or with buttons stands on its own.
const isCardLike = ({ blocks = [] }: Message): boolean =>
  blocks.some(({ type }) => type === 'header' || type === 'actions')

function isSameAuthor(before: Line | undefined, line: Line): boolean {
  if (before?.kind !== 'message' || line.kind !== 'message') return false
  const isCard = isCardLike(before.message) || isCardLike(line.message)
  const hasReplies = (before.message.reply_count ?? 0) > 0
  return !isCard && !hasReplies && before.message.user === line.message.user
}
