import type { Desk } from '../../src/desk.ts'
import {
  approve,
  confirmPeople,
  decideTraces,
  openRequest,
  peopleFound,
  planShown,
  tracesFound,
  view,
} from '../../src/flows/index.ts'
import { fold } from '../../src/records/fold.ts'

/** What the tour's people do at the desk, as it is called across the process border. */
export const deedsOf = ({ hands, keeper, store }: Desk) => {
  const woken = async <T>(id: string, done: T): Promise<T> => {
    // Not awaited: the answer to a deed is that it is done, not that all its work is.
    keeper.poke(id)
    return done
  }
  return {
    open: async (asked: Parameters<typeof openRequest>[0]) => {
      const opened = await openRequest(asked, hands)
      return await woken(opened.id, opened)
    },
    people: async (id: string) => await peopleFound(id, hands),
    confirm: async (asked: Parameters<typeof confirmPeople>[0]) =>
      await woken(asked.id, await confirmPeople(asked, hands)),
    traces: async (id: string) => await tracesFound(id, hands),
    decide: async (asked: Parameters<typeof decideTraces>[0]) =>
      await woken(asked.id, await decideTraces(asked, hands)),
    plan: async (id: string) => {
      const { digest, plan, items } = await planShown(id, hands)
      return { digest, plan, items }
    },
    view: async (word: Parameters<typeof view>[0]) => await view(word, hands),
    approve: async (word: Parameters<typeof approve>[0]) =>
      await woken(word.id, await approve(word, hands)),
    journal: async (id: string) => (await store.load(id)).entries,
    due: async (id: string) => fold(id, (await store.load(id)).entries)?.due,
    list: async () => {
      const all: { id: string; number: string; sealed: boolean }[] = []
      for await (const listed of store.list()) all.push(listed)
      return all
    },
  }
}

export type Deeds = ReturnType<typeof deedsOf>
