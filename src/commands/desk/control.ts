import { cancel, endPartly, goOn, Refusal, restoreTickets, stop } from '../../flows/index.ts'
import { hasBegun } from '../../views/desk/standing.ts'
import { cancelView } from '../../views/desk/windows.ts'
import { waiting } from '../../views/notice.ts'
import type { Deed } from '../deed.ts'
import { onlySubmitted } from '../plan/deeds.ts'
import { requestIn, requestNow } from './request.ts'

/** Nothing more is sent. Whoever may, may at any time: it harms nobody. */
export const stopDeed: Deed = {
  may: 'stop',
  run: async (visited, { hands, keeper }) => {
    const id = requestIn(visited)
    await stop({ id, by: visited.by, code: 'stopped' }, hands)
    keeper.poke(id)
    return { kind: 'say', text: visited.sight.words.desk.did.stop }
  },
}

/** Lets a halted request go on, after the very halt that was on the screen. */
export const goOnDeed: Deed = {
  may: 'stop',
  run: async (visited, office) => {
    const { hands, keeper } = office
    const { id, halted } = await requestNow(visited, office)
    // It has halted anew since, for a reason that he has not seen.
    if (halted && visited.bound?.on !== halted.at) throw new Refusal('already-halted')
    await goOn({ id, by: visited.by }, hands)
    keeper.poke(id)
    return { kind: 'say', text: visited.sight.words.desk.did['go-on'] }
  },
}

/** Takes back what was deleted and not yet for good, of a request that stands still. */
export const restoreDeed: Deed = {
  may: 'stop',
  run: async (visited, { hands }) => {
    const { restored, left } = await restoreTickets(
      { id: requestIn(visited), by: visited.by },
      hands,
    )
    return { kind: 'say', text: visited.sight.words.desk.event.restored(restored, left) }
  },
}

/** Ends what has been begun and will not be finished. */
export const endPartlyDeed: Deed = {
  may: 'stop',
  run: async (visited, { hands, keeper }) => {
    const id = requestIn(visited)
    await endPartly({ id, by: visited.by }, hands)
    keeper.poke(id)
    return { kind: 'say', text: visited.sight.words.desk.did['end-partly'] }
  },
}

/** Asks for the reason first. */
export const cancelDeed: Deed = {
  may: 'open',
  waiting: { view: waiting },
  run: async (visited, office) => {
    const request = await requestNow(visited, office)
    if (request.closed) throw new Refusal('closed')
    if (hasBegun(request)) throw new Refusal('already-begun')
    return { kind: 'show', view: cancelView({ request, user: visited.by.user }, visited.sight) }
  },
}

export const sayCancelDeed: Deed = onlySubmitted({
  may: 'open',
  run: async (visited, { hands, keeper }) => {
    const id = requestIn(visited)
    const { reason } = visited.values
    await cancel({ id, by: visited.by, code: typeof reason === 'string' ? reason : '' }, hands)
    keeper.poke(id)
    return { kind: 'close', all: true }
  },
})
