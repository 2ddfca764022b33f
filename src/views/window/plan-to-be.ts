import type { KnownBlock } from '@slack/types'
import { context, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { type Found, groups, itemsOf, openIn, tallyOf } from './groups.ts'
import type { Review } from './review.ts'

/** What the plan will be, if nothing more is changed; or what is still open. */
export function planLines(
  sight: Sight,
  review: Pick<Review, 'found' | 'people' | 'answer'>,
): KnownBlock[] {
  const words = sight.words.window.review
  const { found } = review
  if ((found.choices.acceptTerms ?? []).length > 0) return [section(words['plan-again'])]
  const open = openIn(found)
  return [
    section(`*${words.plan}*\n${parts(sight, review).join(' · ')}`),
    open > 0 ? section(`:grey_question: ${words.open(open)}`) : context(words['nothing-open']),
  ]
}

function parts(
  sight: Sight,
  { found, people, answer }: Pick<Review, 'found' | 'people' | 'answer'>,
): string[] {
  const words = sight.words.window.review
  const tickets = tallyOf(
    groups.filter((group) => group !== 'mails').flatMap((group) => itemsOf(group, found)),
  )
  const mails = tallyOf(itemsOf('mails', found))
  const kept = tickets.kept + mails.kept
  const goes = !staysForHold(found)
  return [
    ...(tickets.deleted > 0 ? [words['plan-tickets'](tickets.deleted)] : []),
    ...(tickets.redacted > 0 ? [words['plan-redactions'](tickets.redacted)] : []),
    ...(mails.deleted > 0 ? [words['plan-mails'](mails.deleted)] : []),
    answer.how === 'reply' ? words['plan-reply'] : words['plan-by-hand'],
    goes ? words['plan-users'](people.filter(({ active }) => active).length) : words['user-stays'],
    ...(kept > 0 ? [words['plan-kept'](kept)] : []),
  ]
}

/** Zendesk keeps the requester of a held ticket, and a held user with all that is his. */
const staysForHold = ({ index, tickets }: Found): boolean =>
  index.held || tickets.some(({ find }) => find.held && find.relation === 'own')
