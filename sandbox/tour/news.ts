import type { Entry } from '../../src/records/entry.ts'
import { en } from '../../src/words/en.ts'

/** Kinds of operations by their number, for each plan by its digest. */
export type Kinds = ReadonlyMap<string, ReadonlyMap<number, string>>

/** One thing that happened, in words. */
export type News = { readonly event: string; readonly text: string }

/** What a journal's entries say, in words; alike calls in a row as one line. */
export function newsOf(entries: readonly Entry[], kinds: Kinds): News[] {
  const news: (News & { count?: number })[] = []
  for (const entry of entries) {
    const said = say(entry, kinds)
    const last = news.at(-1)
    if (!said) continue
    if (said.count && last?.count && last.text === said.text) last.count += said.count
    else news.push(said)
  }
  return news.map(({ event, text, count }) => ({ event, text: count ? `${text}: ${count}` : text }))
}

type Said = { event: string; text: string; count?: number }

function say(entry: Entry, kinds: Kinds): Said | undefined {
  switch (entry.kind) {
    case 'settled':
      return settled(entry, kinds)
    case 'revoked':
      return { event: 'revoked', text: `An approval no longer counts (${entry.code}).` }
    case 'lapsed':
      return {
        event: 'lapsed',
        text: 'The quorum is gone before the first write: nothing was sent, another approver is asked.',
      }
    case 'woke':
      return { event: 'woke', text: `${stepName(entry.code)}: over.` }
    case 'proved':
      return {
        event: 'proved',
        text: `Looked again for ${entry.counts['terms']} terms in ${entry.counts['scanned']} tickets: ${entry.counts['explained']} hits that a decision explains, ${entry.counts['unexplained']} that none does; products still deleting: ${entry.counts['products-open']}.`,
      }
    case 'closed':
      return { event: 'closed', text: `Closed: ${entry.code}.` }
    case 'sealed':
      return { event: 'sealed', text: 'Sealed: the vault and its key are gone. The log stays.' }
    default:
      return undefined
  }
}

function settled(entry: Extract<Entry, { kind: 'settled' }>, kinds: Kinds): Said | undefined {
  const [first] = entry.outcomes
  if (!first) return undefined
  const [n, outcome] = first
  const kind = kinds.get(entry.digest)?.get(n) as keyof typeof en.operation | undefined
  const what = kind ? en.operation[kind] : 'an operation'
  const how = { answer: '', 'read-back': ' (read back after the crash)', look: '' }[entry.how]
  const end = outcome === 'done' ? '✓' : outcome
  return { event: 'settled', text: `${end} ${what}${how}`, count: entry.outcomes.length }
}

const stepName = (code: string): string => en.step[code as keyof typeof en.step]
