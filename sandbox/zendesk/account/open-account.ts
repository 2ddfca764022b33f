import { join } from 'node:path'
import { openFaults } from '../faults.ts'
import { defaultDelays, defaultSetup, type Options } from '../options.ts'
import { sampleOf } from '../sample/seed.ts'
import { readDoc } from '../search/docs.ts'
import { searchIndex } from '../search/lag.ts'
import type { Account } from './account.ts'
import type { Effect } from './log.ts'
import { openStore } from './store.ts'

/** The account of a folder; an empty folder gets the sample. */
export function openAccount(options: Options, base: () => string): Account {
  const store = openStore(join(options.dir), sampleOf)
  const now = options.now ?? Date.now
  const delays = { ...defaultDelays, ...options.delays }
  const setup = { ...defaultSetup, ...options.account }
  let effects: Effect[] = []
  if (store.fresh) store.adopt(sampleOf({ now: now(), size: setup.size, loud: setup.loudRules }))
  return {
    store,
    setup,
    delays,
    faults: openFaults(),
    index: searchIndex((type, id) => readDoc(store, type, id), {
      now,
      lag: delays.index,
      stays: (type, id) => type !== 'ticket' || store.kept(id) !== undefined,
    }),
    base,
    now,
    note: (kind, id) => void effects.push({ kind, id }),
    taken: () => {
      const taken = effects
      effects = []
      return taken
    },
  }
}
