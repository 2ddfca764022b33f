import { notePosted } from '../../flows/index.ts'
import { cardOf } from '../../views/desk/card.ts'
import { type BoardHands, idOf, type Snapshot } from './board-hands.ts'

type CardHands = Pick<BoardHands, 'outbox' | 'channelSight' | 'hands'>

/** Keeps one message for each request, in the state in which the request is. */
export class Cards {
  readonly #hands: CardHands

  constructor(hands: CardHands) {
    this.#hands = hands
  }

  /** Posts the card, once whatever happens, and writes down where it stands. */
  async post(snapshot: Snapshot): Promise<void> {
    const { request } = snapshot.standing
    const { outbox, channelSight, hands } = this.#hands
    const first = snapshot.entries[0]
    const posted = await outbox.post({
      key: `${request.id}.card`,
      channel: snapshot.channels.requests,
      ...cardOf(snapshot.standing, await channelSight()),
      ...(first ? { since: Date.parse(first.at) } : {}),
      priority: 'now',
    })
    await notePosted(request.id, posted, hands)
  }

  /** Brings it to the state that the request is in. */
  async draw(snapshot: Snapshot): Promise<void> {
    const { request } = snapshot.standing
    if (!request.card) return
    const { outbox, channelSight } = this.#hands
    const said = cardOf(snapshot.standing, await channelSight())
    const priority = moves(snapshot) ? 'later' : 'now'
    const up = outbox.edit({ ...request.card, ...said, priority })
    // The outbox sends the latest that it was given: waiting for it would hold back what comes next.
    if (request.sealed) await up
  }

  /** The card has its last form: a later start need not look at it. */
  async finish(snapshot: Snapshot): Promise<void> {
    const { card } = snapshot.standing.request
    if (card && !isFinished(snapshot)) await notePosted(idOf(snapshot), card, this.#hands.hands)
  }
}

/** Only figures change: what changes a button goes before it. */
const moves = ({ standing }: Snapshot): boolean =>
  standing.turn.kind === 'bot' && standing.headway !== undefined

/** It was written down after the seal where the card stands. */
export const isFinished = ({ entries }: Pick<Snapshot, 'entries'>): boolean => {
  const sealed = entries.findLastIndex(({ kind }) => kind === 'sealed')
  return sealed >= 0 && entries.slice(sealed).some(({ kind }) => kind === 'posted')
}
