import type { Actors } from './actors.ts'
import { shown } from './readable.ts'

/** A guest of the channel presses a button that is there for others. */
export async function guestTries(actors: Actors): Promise<void> {
  const { guest } = actors.people
  actors.does('clicked', guest, 'a guest of the channel, presses [Review] on the card')
  await guest.press(await actors.card(guest, 'open-window'), 'open-window')
  const { text } = await guest.until('why not', ({ ephemerals }) => ephemerals.at(-1))
  actors.refused(guest, shown(text))
}
