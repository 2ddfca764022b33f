import type { Sight } from '../sight.ts'
import { askedText, dueOf, inMessage, stateOf, titleOf } from './say.ts'
import type { Standing } from './standing.ts'

/** A request in one line of a list: which, where it stands, whose turn, when it is due. */
export function rowOf(standing: Standing, sight: Sight): string {
  const { request, turn } = standing
  const asked = askedText(standing, sight)
  const { card, right } = sight.words.desk
  const until = turn.kind === 'time' && turn.until ? [card.until(inMessage(turn.until))] : []
  const parts = [
    `*${titleOf(request)}*`,
    right[request.right],
    [stateOf(standing, sight), ...until].join(' '),
    ...(asked === '' ? [] : [card.turn(asked)]),
    ...(request.closed ? [] : [dueOf(standing, sight)]),
  ]
  return parts.join(' · ')
}
