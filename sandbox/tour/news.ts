import { wordsFor } from '../../src/words/index.ts'
import type { Member } from './member.ts'
import type { Narrator } from './narrator.ts'
import { linesOf, nameOf, shortened, shown } from './readable.ts'
import { audit, isCard, type Message, requests } from './screen.ts'

const { event } = wordsFor('en').desk

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

/** Cards are told by themselves, and the heads of the log are for checking. */
const isNews = (message: Message): boolean =>
  message.bot_id !== undefined && message.channel !== audit && !isCard(message)

/** What the bot says where several people read it, and in messages to one. Each is told once. */
export class News {
  readonly #tell: Narrator
  readonly #readers: readonly Member[]
  readonly #told = new Set<string>()

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
  }

  #tellOne(reader: Member, message: Message): void {
    const { ts, channel, text } = message
    const key = `${channel} ${ts}`
    if (this.#told.has(key) || !isNews(message)) return
    this.#told.add(key)
    const where = channel === requests ? 'in the thread' : `to ${reader.name}`
    const kind = events.find(([, words]) => text.includes(words))?.[0] ?? 'said'
    this.#tell.says(kind, 'Rights Desk', `(${where}) ${shown(text).replaceAll('\n', ' ')}`)
  }

  /** The card as it stands. */
  tellCard({ blocks, text }: Message, kind = 'card'): void {
    const lines = linesOf(blocks).map((line) => shortened(line))
    const [title = '', ...rest] = lines
    const data = { card: shown(text) }
    this.#tell.says(kind, 'Rights Desk', `(the card in ${nameOf(requests)}) ${title}`, {
      lines: rest,
      data,
    })
  }
}
