import { answerToHandOver, handOver, Refusal, returnedUsers, view } from '../../flows/index.ts'
import { certificateView } from '../../views/desk/certificate.ts'
import { historyView } from '../../views/desk/history.ts'
import { answerView } from '../../views/desk/windows.ts'
import { waiting } from '../../views/notice.ts'
import type { Deed } from '../deed.ts'
import { onlySubmitted } from '../plan/deeds.ts'
import { requestIn, requestNow } from './request.ts'

/** Shows the answer that the bot cannot send itself. That it was opened is written down first. */
export const seeAnswerDeed: Deed = {
  may: 'decide',
  waiting: { view: waiting },
  run: async (visited, office) => {
    const request = await requestNow(visited, office)
    const { id, plan } = request
    if (request.closed) throw new Refusal('closed')
    if (!plan) throw new Refusal('not-waiting')
    const text = await answerToHandOver(id, office.hands)
    await view({ id, by: visited.by, digest: plan.digest }, office.hands)
    const about = { request, user: visited.by.user }
    return { kind: 'show', view: answerView(about, text, visited.sight) }
  },
}

/** The lead says that the person has it. */
export const handOverDeed: Deed = onlySubmitted({
  may: 'decide',
  run: async (visited, { hands, keeper }) => {
    const id = requestIn(visited)
    await handOver({ id, by: visited.by }, hands)
    keeper.poke(id)
    return { kind: 'close', all: true }
  },
})

/** What was done, by whom, and how to check it: from the log alone, also after the seal. */
export const seeCertificateDeed: Deed = {
  may: 'any',
  waiting: { view: waiting },
  run: async (visited, office) => {
    const request = await requestNow(visited, office)
    const { store, host } = office.hands
    const { entries } = await store.load(request.id)
    const back = await returnedUsers(request.id, office.hands)
    const returned = back.map((user) => `https://${host}/agent/users/${user}`)
    const of = { request, entries, head: await store.head(), returned }
    return { kind: 'show', view: certificateView(of, visited.by.user, visited.sight) }
  },
}

/** The journal, page by page. */
export const seeHistoryDeed: Deed = {
  may: 'any',
  waiting: { view: waiting },
  run: async (visited, office) => {
    const request = await requestNow(visited, office)
    const { entries } = await office.hands.store.load(request.id)
    const about = { request, user: visited.by.user, page: visited.bound?.page ?? 0 }
    return { kind: 'show', view: historyView(about, entries, visited.sight) }
  },
}
