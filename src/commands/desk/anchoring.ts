import { anchorLine } from '../../records/anchors.ts'
import type { Entry } from '../../records/entry.ts'
import { lineMessage } from '../../views/desk/thread.ts'
import type { BoardHands } from './board-hands.ts'
import { Latest } from './latest.ts'

type AnchorHands = Pick<BoardHands, 'noteAnchor' | 'outbox' | 'hands' | 'trouble'>

/** After these the head of the log is witnessed: each approval, each finished or halted request. */
const witnessed: ReadonlySet<Entry['kind']> = new Set([
  'approved',
  'agreed',
  'sealed',
  'halted',
  'stopped',
])

/** So many milliseconds of a burst are one anchor. */
const burst = 1_000

/** Posts the head of the log where nobody at the desk can take it back. */
export class Anchoring {
  readonly #hands: AnchorHands
  readonly #latest: Latest<undefined>

  constructor(hands: AnchorHands) {
    this.#hands = hands
    this.#latest = new Latest({
      work: async () => {
        await this.#post()
        return burst
      },
      failed: (_, error) => hands.trouble('anchor', error),
      rest: hands.hands.rest,
    })
  }

  /** Anchors the log if one of these entries asks for it. */
  after(entries: readonly Entry[]): void {
    if (entries.some(({ kind }) => witnessed.has(kind))) this.#latest.put('log', undefined)
  }

  async idle(): Promise<void> {
    await this.#latest.idle()
  }

  async end(): Promise<void> {
    await this.#latest.end()
  }

  /** The outbox tries until it stands; what Slack refuses is anchored with what comes next. */
  async #post(): Promise<void> {
    const { noteAnchor, outbox, hands } = this.#hands
    const { channels } = await hands.policy()
    if (!channels) return
    const anchor = await hands.store.anchor()
    const line = anchorLine(anchor)
    const { blocks } = lineMessage(`\`${line}\``)
    // Checkers read the text: no mark of ours may stand in it.
    const key = `anchor.${anchor.size}`
    const posted = await outbox.post({ key, channel: channels.audit, text: line, blocks })
    await noteAnchor({ ...anchor, ...posted })
  }
}
