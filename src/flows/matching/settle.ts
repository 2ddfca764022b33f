import type { Candidate } from './candidates.ts'
import type { Edge, Place } from './edges.ts'
import type { Term } from './types.ts'

/** A candidate that counts. */
export type Found = Place & { readonly term: Term; readonly partial: boolean }

/**
 * Which candidates are hits: those that nothing blocks, then those that are only blocked by a hit
 * beside them (`0612345678ana@example.com` is a phone and an e-mail), so that nothing new appears
 * when the hits have been taken out. Of places of one term inside each other the longest stays, and
 * a weak term inside a strong one is left out: who decides the address has decided the name in it.
 */
export function settle(candidates: readonly Candidate[]): Found[] {
  const hits: Candidate[] = []
  let waiting: Candidate[] = []
  for (const one of candidates) (isBlocked(one) ? waiting : hits).push(one)
  let news = hits.length
  while (news > 0 && waiting.length > 0) {
    const covered = placesOf(hits)
    const freed = new Set(waiting.filter((one) => isFreed(one, covered)))
    waiting = waiting.filter((one) => !freed.has(one))
    hits.push(...freed)
    news = freed.size
  }
  return outermost(hits.map(found))
}

function isBlocked({ edges }: Candidate): boolean {
  return edges.some(({ blocked }) => blocked !== undefined)
}

/** Blocked by hits only, and not part of one itself. */
function isFreed({ first, last, edges }: Candidate, covered: ReadonlySet<number>): boolean {
  const isOpen = ({ blocked }: Edge): boolean => blocked === undefined || covered.has(blocked)
  if (!edges.every(isOpen)) return false
  for (let place = first; place <= last; place += 1) if (covered.has(place)) return false
  return true
}

function placesOf(hits: readonly Candidate[]): Set<number> {
  const places = new Set<number>()
  for (const { first, last } of hits) {
    for (let place = first; place <= last; place += 1) places.add(place)
  }
  return places
}

function found({ first, last, term, edges }: Candidate): Found {
  return { first, last, term, partial: edges.some(({ joined }) => joined) }
}

function outermost(hits: readonly Found[]): Found[] {
  const reached = new Map<Term, number>()
  let strong = -1
  return hits.toSorted(outerFirst).filter(({ term, last }) => {
    if (last <= (reached.get(term) ?? -1)) return false
    reached.set(term, last)
    if (term.strength === 'strong') strong = Math.max(strong, last)
    return term.strength === 'strong' || last > strong
  })
}

function outerFirst(a: Found, b: Found): number {
  return a.first - b.first || b.last - a.last || weight(a) - weight(b)
}

function weight({ term }: Found): number {
  return term.strength === 'strong' ? 0 : 1
}
