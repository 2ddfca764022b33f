import { certificateMessage } from '../../views/desk/certificate.ts'
import { lineMessage, threadLines } from '../../views/desk/thread.ts'
import { type BoardHands, idOf, type Snapshot } from './board-hands.ts'

type ThreadHands = Pick<BoardHands, 'outbox' | 'channelSight' | 'hands'>

/** Tells in each request's thread what has happened, each event once. */
export class Threads {
  readonly #hands: ThreadHands
  /** How many lines of a thread this process knows to stand. */
  readonly #told = new Map<string, number>()

  constructor(hands: ThreadHands) {
    this.#hands = hands
  }

  /**
   * Says what has not been said yet, one after the other; at the very end, the certificate. Lines
   * are named by their entries, so what an earlier process said is not said again.
   */
  async follow(snapshot: Snapshot): Promise<void> {
    const { request } = snapshot.standing
    const { card } = request
    if (!card) return
    const sight = await this.#hands.channelSight()
    const lines = threadLines(snapshot.entries, sight)
    const from = this.#told.get(request.id) ?? 0
    for (const [i, { entry, at, text }] of lines.slice(from).entries()) {
      await this.#hands.outbox.post({
        key: entry,
        channel: card.channel,
        thread: card.ts,
        since: Date.parse(at),
        ...lineMessage(text),
      })
      this.#told.set(request.id, from + i + 1)
    }
    if (request.sealed) await this.#certify(snapshot, request.sealed.at)
  }

  /** Nothing will be told of this request any more. */
  forget(id: string): void {
    this.#told.delete(id)
  }

  async #certify(snapshot: Snapshot, sealed: string): Promise<void> {
    const { request } = snapshot.standing
    if (!request.card) return
    const { outbox, hands, channelSight } = this.#hands
    const of = { request, entries: snapshot.entries, head: await hands.store.head() }
    await outbox.post({
      key: `${idOf(snapshot)}.certificate`,
      channel: request.card.channel,
      thread: request.card.ts,
      since: Date.parse(sealed),
      ...certificateMessage(of, await channelSight()),
    })
  }
}
