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
  const single = found.choices.identities ?? []
  const staying = new Set(single.map(({ user }) => user))
  const going = people.filter(({ id, active }) => active && !staying.has(id)).length
  return [
    ...(tickets.deleted > 0 ? [words['plan-tickets'](tickets.deleted)] : []),
    ...(tickets.redacted > 0 ? [words['plan-redactions'](tickets.redacted)] : []),
    ...(mails.deleted > 0 ? [words['plan-mails'](mails.deleted)] : []),
    answered(sight, found, answer),
    ...userFate(sight, going, !staysForHold(found)),
    ...(single.length > 0 ? [words['plan-single'](single.length)] : []),
    ...(kept > 0 ? [words['plan-kept'](kept)] : []),
  ]
}

function answered(sight: Sight, { index }: Found, { how }: Pick<Review['answer'], 'how'>): string {
  const words = sight.words.window.review
  if (index.answers) return answersLine(sight, index.answers)
  return how === 'reply' ? words['plan-reply'] : words['plan-by-hand']
}

/** How many of several people are answered by a reply, and how many by hand. */
export function answersLine(
  { words }: Sight,
  answers: NonNullable<Found['index']['answers']>,
): string {
  const replies = answers.filter(({ how }) => how === 'reply').length
  return words.window.review['plan-answers'](replies, answers.length - replies)
}

/** Nothing for somebody who has no user. */
function userFate({ words }: Sight, users: number, goes: boolean): string[] {
  const { review } = words.window
  if (!goes) return [review['user-stays']]
  return users > 0 ? [review['plan-users'](users)] : []
}

/** Zendesk keeps the requester of a held ticket, and a held user with all that is his. */
const staysForHold = ({ index, tickets }: Found): boolean =>
  index.held || tickets.some(({ find }) => find.held && find.relation === 'own')
