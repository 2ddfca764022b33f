import {
  answersToHandOver,
  handOver,
  Refusal,
  returnedUsers,
  type ToHandOver,
  view,
} from '../../flows/index.ts'
import { certificateView } from '../../views/desk/certificate.ts'
import { type Answer, answersOn, answerView } from '../../views/desk/handing-over.ts'
import { historyView } from '../../views/desk/history.ts'
import { waiting } from '../../views/notice.ts'
import type { Deed, Visited } from '../deed.ts'
import { onlySubmitted } from '../plan/deeds.ts'
import { requestNow } from './request.ts'

/**
 * Shows the answers that the bot cannot send itself, page by page. That they were opened is written
 * down first, each page once.
 */
export const seeAnswerDeed: Deed = {
  may: 'decide',
  waiting: { view: waiting },
  run: async (visited, office) => {
    const request = await requestNow(visited, office)
    const { id, plan } = request
    if (request.closed) throw new Refusal('closed')
    if (!plan) throw new Refusal('not-waiting')
    const { digest, answers } = await answersToHandOver(id, office.hands)
    const { page: asked, opened } = placeIn(visited, digest)
    const { items, ...page } = answersOn(answers, asked)
    if (page.page >= opened) await view({ id, by: visited.by, digest }, office.hands)
    const shown = { ...page, items: await read(items) }
    const about = { request, user: visited.by.user, digest, opened }
    return { kind: 'show', view: answerView(about, shown, answers.length, visited.sight) }
  },
}

/** Which page is asked for, and how many have been opened: of another plan, which may tell others, none. */
function placeIn({ bound }: Visited, digest: string): { page: number; opened: number } {
  const opened = bound?.on === digest ? Number(bound.item ?? 0) : 0
  return { page: Math.min(bound?.page ?? 0, opened), opened }
}

async function read(answers: readonly ToHandOver[]): Promise<Answer[]> {
  const texts: Answer[] = []
  for (const { who, text } of answers) texts.push({ ...(who ? { who } : {}), text: await text() })
  return texts
}

/** The lead says that each person has theirs: what was on the screen, of the plan in force. */
export const handOverDeed: Deed = onlySubmitted({
  may: 'decide',
  run: async (visited, office) => {
    const { id, plan } = await requestNow(visited, office)
    if (plan && plan.digest !== visited.bound?.on) throw new Refusal('digest-outdated')
    await handOver({ id, by: visited.by }, office.hands)
    office.keeper.poke(id)
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
