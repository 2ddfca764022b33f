import { canBe, choiceByFacts, isOfClass } from '../../flows/index.ts'
import { type ClassChoice, FindClass } from '../../records/find-class.ts'
import type { Scene } from './scene.ts'
import { type Standing, standingOf } from './standing.ts'

/** A word on a class among those that were said before, and for how many tickets it is one. */
export type Placed = { readonly classes: readonly ClassChoice[]; readonly covers: number }

/**
 * Puts a word on a class among the others so that it covers nothing that is not on the screen: where
 * it would overrule what was said of a ticket that is not `shown`, the older words go before it.
 */
export function placed(
  { draft, index }: Pick<Scene, 'draft' | 'index'>,
  word: ClassChoice,
  shown: (one: Standing) => boolean,
): Placed {
  const { classes: before = [], tickets = {} } = draft
  const meant = index.rows.filter(
    ({ id, facts }) => !tickets[id] && isOfClass(facts, word) && canBe(facts, word),
  )
  if (meant.every((row) => shown(standingOf(row, draft)))) {
    const others = before.filter((one) => markOf(one) !== markOf(word))
    return { classes: [...others, word], covers: meant.length }
  }
  const covers = meant.filter(({ facts }) => !choiceByFacts(facts, before)).length
  return { classes: [word, ...before], covers }
}

const markOf = (word: ClassChoice): string => JSON.stringify(FindClass.strip().parse(word))
