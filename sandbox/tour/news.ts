import type { Entry, EntryOf } from '../../src/records/entry.ts'
import { wordsFor } from '../../src/words/index.ts'

/** Kinds of operations by their number, for each plan by its digest. */
export type Kinds = ReadonlyMap<string, ReadonlyMap<number, keyof typeof words.operation>>

/** One thing that happened, in words. */
export type News = { readonly event: string; readonly text: string }

const words = wordsFor('en')

/** What a journal's entries say, in words; alike calls in a row as one line. */
export function newsOf(entries: readonly Entry[], kinds: Kinds): News[] {
  const lines: { event: string; text: string; count: number }[] = []
  for (const entry of entries) {
    const text = say(entry, kinds)
    if (text === undefined) continue
    const count = entry.kind === 'settled' ? entry.outcomes.length : 0
    const last = lines.at(-1)
    if (count > 0 && last?.text === text) last.count += count
    else lines.push({ event: entry.kind, text, count })
  }
  return lines.map(({ event, text, count }) => ({
    event,
    text: count > 0 ? `${text}: ${count}` : text,
  }))
}

type Tellers = { readonly [K in Entry['kind']]?: (entry: EntryOf<K>, kinds: Kinds) => string }

const tellers: Tellers = {
  settled,
  revoked: ({ code }) => `An approval no longer counts (${code}).`,
  lapsed: () =>
    'The quorum is gone before the first write: nothing was sent, another approver is asked.',
  halted: ({ code }) => words.halt[code as keyof typeof words.halt],
  woke: ({ code }) => `${words.step[code as keyof typeof words.step]}: over.`,
  proved: ({ counts }) =>
    `Looked again for ${counts['terms']} terms in ${counts['scanned']} tickets: ` +
    `${counts['explained']} hits that a decision explains, ${counts['unexplained']} that none does; ` +
    `products still deleting: ${counts['products-open']}.`,
  closed: ({ code }) => `Closed: ${code}.`,
  sealed: () => 'Sealed: the vault and its key are gone. The log stays.',
}

function say<K extends Entry['kind']>(entry: EntryOf<K>, kinds: Kinds): string | undefined {
  const teller: ((entry: EntryOf<K>, kinds: Kinds) => string) | undefined = tellers[entry.kind]
  return teller?.(entry, kinds)
}

const how = { answer: '', 'read-back': ' (read back after the crash)', look: '' }

function settled(entry: EntryOf<'settled'>, kinds: Kinds): string {
  const [n, outcome] = entry.outcomes[0] ?? [0, 'not-applied']
  const kind = kinds.get(entry.digest)?.get(n)
  const what = kind ? words.operation[kind] : 'an operation'
  return `${outcome === 'done' ? '✓' : `(${outcome})`} ${what}${how[entry.how]}`
}
