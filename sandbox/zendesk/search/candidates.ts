import type { Account } from '../account/account.ts'
import type { Asker } from './match.ts'
import { type Query, type Term, termWords } from './query.ts'

const texts = new Set(['subject', 'description', 'comment', 'fieldvalue', 'tags'])

/**
 * The tickets that may answer a query, so that not all of a large account are read: those that stand
 * here, and of those that are worked out the ones that have its people and its words.
 */
export function candidates({ store }: Account, query: Query, asker: Asker): number[] {
  const kept = [...store.allKept()].map(({ id }) => id)
  if (store.crowd.ids().length === 0) return kept
  const narrowed = narrow(store.crowd, query, asker)
  return [...kept, ...narrowed.filter((id) => !store.kept(id))]
}

function narrow(crowd: Account['store']['crowd'], query: Query, asker: Asker): readonly number[] {
  const wanted = query.terms.filter(({ not, op }) => !not && op === ':')
  const people = wanted.filter(({ key }) => key === 'requester')
  const isCurrent = query.terms.some(({ key, op, not }) => key === 'status' && op === '<' && !not)
  const current = new Set(isCurrent ? crowd.recent() : [])
  const may = (id: number): boolean => !isCurrent || current.has(id)
  if (people.length > 0)
    return people.flatMap((term) => requestedBy(crowd, term, asker)).filter(may)
  if (wanted.some(({ key }) => key === 'cc' || key === 'satisfaction')) return []
  const choices = choicesOf(wanted)
  if (choices.length === 0) return crowd.ids().filter(may)
  return [...new Set(choices.flatMap((words) => crowd.worded(words)))].filter(may)
}

const requestedBy = (
  crowd: Account['store']['crowd'],
  term: Term,
  asker: Asker,
): readonly number[] =>
  [...new Set([...asker.users(term), term.value])].flatMap((id) => crowd.requested(Number(id)))

// Free words are wanted together; of a keyword given twice either is.
function choicesOf(wanted: readonly Term[]): string[][] {
  const free = wanted.filter(({ key }) => key === null).flatMap(beginnings)
  if (free.length > 0) return [free]
  const keyed = wanted.filter(({ key }) => key !== null && texts.has(key))
  const [first] = keyed
  return keyed.filter(({ key }) => key === first?.key).map(beginnings)
}

const beginnings = (term: Term): string[] => (term.value.startsWith('*') ? [] : termWords(term))
