import type { Entry, EntryOf } from '../../records/entry.ts'
import { eventText } from '../../views/desk/events.ts'
import { inMessage } from '../../views/desk/say.ts'
import { lineMessage } from '../../views/desk/thread.ts'
import { toldBy } from '../../views/desk/told.ts'
import type { BoardHands } from './board-hands.ts'

/** What is said of the whole desk where its requests are. */
export type Announced = EntryOf<'paused' | 'resumed'>

/** The latest of these entries that is said to everybody. */
export const announcementIn = (entries: readonly Entry[]): Announced | undefined =>
  entries.findLast(
    (entry): entry is Announced => entry.kind === 'paused' || entry.kind === 'resumed',
  )

/** Says in the requests channel that the desk is paused, or goes on. */
export class Announcements {
  readonly #hands: Pick<BoardHands, 'outbox' | 'channelSight' | 'hands'>

  constructor(hands: Pick<BoardHands, 'outbox' | 'channelSight' | 'hands'>) {
    this.#hands = hands
  }

  async say(entry: Announced): Promise<void> {
    const { outbox, channelSight, hands } = this.#hands
    const { channels } = await hands.policy()
    if (!channels) return
    const sight = await channelSight()
    const text = eventText(entry, { sight, when: inMessage, told: toldBy([]) })
    const icon = entry.kind === 'paused' ? ':pause_button: ' : ''
    await outbox.post({
      key: entry.id,
      channel: channels.requests,
      since: Date.parse(entry.at),
      priority: 'now',
      ...lineMessage(`${icon}${text}`),
    })
  }
}
