import type { Hands } from '../../../src/flows/index.ts'
import type { Entry } from '../../../src/records/entry.ts'
import type { Store } from '../../../src/records/store.ts'
import { openCalls } from '../oracle/plans.ts'

type Change = (hands: Hands) => Hands

const withStore =
  (change: (store: Store) => Partial<Store>): Change =>
  (hands) => ({ ...hands, store: { ...hands.store, ...change(hands.store) } })

/** Reads journals as if some entries were other ones. */
const seenAs = (change: (entry: Entry) => Entry): Change =>
  withStore((store) => ({
    load: async (owner) => {
      const { version, entries } = await store.load(owner)
      return { version, entries: entries.map(change) }
    },
  }))

/** What is left of a journal when whatever was sent and not settled is taken out. */
const shown = (entries: readonly Entry[]): Entry[] => {
  const calls = new Set<string>(openCalls(entries).map(({ call }) => call))
  return entries.filter((entry) => !('call' in entry && calls.has(entry.call)))
}

/** Looks at a record of what was sent only once it has been settled: what was lost is sent again. */
export const recordsAfterSending: Change = withStore((store) => ({
  load: async (owner) => {
    const { entries } = await store.load(owner)
    return { version: shown(entries).length, entries: shown(entries) }
  },
  append: async (owner, version, entries, options) => {
    const all = (await store.load(owner)).entries
    return await store.append(owner, version + all.length - shown(all).length, entries, options)
  },
}))

/** Sends without waiting for the intent to be on disk: it gets there with whatever comes next. */
export const doesNotAwaitIntents: Change = withStore((store) => {
  const late = new Map<string, Entry[]>()
  const unwritten = (owner: string): Entry[] => late.get(owner) ?? []
  return {
    load: async (owner) => {
      const { entries } = await store.load(owner)
      const all = [...entries, ...unwritten(owner)]
      return { version: all.length, entries: all }
    },
    append: async (owner, version, entries, options) => {
      if (entries.some(({ kind }) => kind === 'intended')) {
        late.set(owner, [...unwritten(owner), ...entries])
        return version + entries.length
      }
      const before = unwritten(owner)
      const at = version - before.length
      const written = await store.append(owner, at, [...before, ...entries], options)
      late.delete(owner)
      return written
    },
  }
})

/** Takes the opener for somebody else, and so his approval for a second pair of eyes. */
export const countsOpenersApproval: Change = seenAs((entry) =>
  entry.kind === 'opened' ? { ...entry, by: { user: 'U0NOBODY', team: 'T0DESK' } } : entry,
)

/** Lets approvals count for ever. */
export const ignoresExpiry: Change = seenAs((entry) =>
  entry.kind === 'approved' ? { ...entry, until: '2999-01-01T00:00:00.000Z' } : entry,
)

/** Says that it has forgotten, and has not. */
export const forgetsNothing: Change = withStore(() => ({ seal: async () => {} }))
