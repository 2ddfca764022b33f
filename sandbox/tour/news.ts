import { wordsFor } from '../../src/words/index.ts'
import type { Member } from './member.ts'
import type { Narrator } from './narrator.ts'
import { linesOf, nameOf, shortened, shown } from './readable.ts'
import { cardIn, type Message } from './screen.ts'

const { card, event } = wordsFor('en').desk

/** How a line of a thread is named for scripts, by the words that it holds. */
const events: readonly (readonly [string, string])[] = [
  ['opened', beginningOf(event.opened)],
  ['found', beginningOf(event.traces)],
  ['planned', beginningOf(event.planned)],
  ['lapsed', beginningOf(event.lapsed)],
  ['revoked', beginningOf(event.revoked)],
  ['proved', beginningOf(event.proved)],
  ['closed', beginningOf(event.closed)],
  ['sealed', event.sealed],
]

/** What stands before the first thing that is filled in. */
function beginningOf(say: (...given: never[]) => string): string {
  const given = Array.from({ length: say.length }, () => '\0') as never[]
  return say(...given).split(/\0|NaN/)[0] ?? ''
}

/** What the bot says where several people read it, and in messages to one. Each is told once. */
export class News {
  readonly #tell: Narrator
  readonly #readers: readonly Member[]
  readonly #told = new Set<string>()
  #card = ''

  constructor(tell: Narrator, readers: readonly Member[]) {
    this.#tell = tell
    this.#readers = readers
  }

  /** Tells everything that came since the last time, in order. */
  async tellNew(): Promise<void> {
    const screens = await Promise.all(
      this.#readers.map(async (reader) => ({ reader, screen: await reader.screen() })),
    )
    const all = screens.flatMap(({ reader, screen }) =>
      screen.messages.map((message) => ({ reader, message })),
    )
    for (const { reader, message } of all.toSorted((a, b) =>
      a.message.ts < b.message.ts ? -1 : 1,
    ))
      this.#tellOne(reader, message)
    const found = screens.map(({ screen }) => cardIn(screen)).find(Boolean)
    if (found) this.#tellCard(found)
  }

  #tellOne(reader: Member, { ts, channel, bot_id, thread_ts, text }: Message): void {
    const isTold = this.#told.has(`${channel} ${ts}`)
    if (isTold || bot_id === undefined || channel === 'C0AUDIT') return
    if (channel === 'C0REQUESTS' && (thread_ts ?? ts) === ts) return
    this.#told.add(`${channel} ${ts}`)
    const where = channel === 'C0REQUESTS' ? 'in the thread' : `to ${reader.name}`
    const kind = events.find(([, words]) => text.includes(words))?.[0] ?? 'said'
    this.#tell.says(kind, 'Rights Desk', `(${where}) ${shown(text).replaceAll('\n', ' ')}`)
  }

  #tellCard({ blocks, text }: Message): void {
    const lines = linesOf(blocks).map((line) => shortened(line))
    const [title = '', ...rest] = lines
    if (lines.join('\n') === this.#card) return
    this.#card = lines.join('\n')
    const data = { card: shown(text), sealed: text.includes(card.sealed) }
    this.#tell.says('card', 'Rights Desk', `(the card in ${nameOf('C0REQUESTS')}) ${title}`, {
      lines: rest,
      data,
    })
  }
}
