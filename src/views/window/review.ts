import type { KnownBlock, ModalView } from '@slack/types'
import type { Candidate, TermRecord, TraceDecision } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import { button, clip, divider, foreign, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import {
  filesBlock,
  pageBlock,
  roundLine,
  rulesBlock,
  unclosedBlock,
  unreadBlock,
} from './around.ts'
import { type Found, type Group, groups, isDoubt, itemsOf, type Tally, tallyOf } from './groups.ts'
import { heading, said, wordsOf } from './parts.ts'
import { answersLine, planLines } from './plan-to-be.ts'

/** Everything that was found, for the one who decides. */
export type Review = {
  readonly request: Request
  readonly user: string
  readonly seen: string
  /** The users who were confirmed. */
  readonly people: readonly Candidate[]
  readonly found: Found
  readonly answer: TraceDecision['answer']
  /** Which decision stood when this was drawn. */
  readonly basis: string
  readonly note?: string | undefined
  /** How often it has been looked for every trace. */
  readonly round: number
  /** The tag that the policy sets on tickets before anything else, if it names one. */
  readonly tag?: string | undefined
}

/** One block for each group of finds, and what the plan will be. */
export function reviewView(sight: Sight, review: Review): ModalView {
  const { request, user, seen, basis, found } = review
  const words = sight.words.window.review
  const isAgain = (found.choices.acceptTerms ?? []).length > 0
  return modal(sight, {
    title: request.number,
    bound: { deed: 'decide-traces', request: request.id, on: seen, user, item: basis },
    submit: isAgain ? words['submit-again'] : words.submit,
    close: words.close,
    blocks: [
      ...heading(sight, request),
      ...said(review.note),
      ...pageBlock(sight, review),
      whoBlock(sight, review),
      termsBlock(sight, review),
      ...groups.flatMap((group) => groupBlock(sight, review, group)),
      ...filesBlock(sight, review),
      ...unclosedBlock(sight, review),
      answerBlock(sight, review),
      divider,
      ...unreadBlock(sight, review),
      ...rulesBlock(sight, review),
      ...planLines(sight, review),
    ],
  })
}

function whoBlock(sight: Sight, review: Review): KnownBlock {
  const { people } = review
  const words = sight.words.window.review
  const single = review.found.choices.identities ?? []
  const names = people.map(({ id, name, email, phone }) => {
    const going = single.filter((one) => one.user === id).length
    const who = foreign(clip([name, email ?? phone ?? ''].filter(Boolean).join(', '), 200))
    return going > 0 ? `${who} · ${words.single(going)}` : who
  })
  return section(
    `*${words.who}*\n${names.slice(0, 8).join('\n') || words['no-user']}${more(names.length - 8)}`,
    control(sight, review, { deed: 'open-window', text: words.change, item: 'people' }),
  )
}

const more = (n: number): string => (n > 0 ? `\n+ ${n}` : '')

function termsBlock(sight: Sight, review: Review): KnownBlock {
  const words = sight.words.window.review
  const { line } = sight.words.window.people
  const { index, choices } = review.found
  const accepted = choices.acceptTerms ?? []
  const asked = index.proposedTerms.filter(({ term }) => !accepted.some(same(term))).length
  const lines = [
    `*${words.terms}*`,
    shortList(index.terms),
    ...roundLine(sight, review),
    ...(accepted.length > 0
      ? [line(`*${words.accepted(accepted.length)}*`, shortList(accepted))]
      : []),
    ...(asked > 0 ? [`:grey_question: ${words['new-terms'](asked)}`] : []),
  ]
  const text = asked > 0 ? words.decide : words.change
  return section(lines.join('\n'), control(sight, review, { deed: 'change-terms', text }))
}

const same =
  (term: TermRecord) =>
  (other: TermRecord): boolean =>
    other.kind === term.kind && other.value === term.value

const shortList = (terms: readonly TermRecord[]): string =>
  terms
    .slice(0, 6)
    .map(({ value }) => foreign(clip(value, 100)))
    .join(', ') + (terms.length > 6 ? ` + ${terms.length - 6}` : '')

function groupBlock(sight: Sight, review: Review, group: Group): KnownBlock[] {
  const { review: words, group: names } = sight.words.window
  const items = itemsOf(group, review.found)
  if (items.length === 0) return []
  const tally = tallyOf(items)
  const isAsked = isDoubt(group) && tally.open > 0
  const text = isAsked ? words.decide : isDoubt(group) ? words.change : words.see
  const item = isDoubt(group) && group !== 'unsure' ? `form ${group}` : `list ${group}`
  const sign = tally.open > 0 ? ':grey_question: ' : ''
  return [
    section(
      `${sign}*${names[group]}*\n${tallyText(sight, tally)}`,
      control(sight, review, { deed: 'see-group', text, item, primary: isAsked }),
    ),
  ]
}

function tallyText({ words }: Sight, tally: Tally): string {
  const { group, review } = words.window
  const falls = [
    ...(tally.files > 0 ? [review.files(tally.files)] : []),
    ...(tally.recordings > 0 ? [review.recordings(tally.recordings)] : []),
  ].join(', ')
  return [
    ...(tally.open > 0 ? [`*${group.open(tally.open)}*`] : []),
    ...(tally.deleted > 0 ? [group.deleted(tally.deleted)] : []),
    ...(tally.redacted > 0
      ? [`${group.redacted(tally.redacted)} (${group.spots(tally.passages)})`]
      : []),
    ...(tally.kept > 0 ? [group.kept(tally.kept)] : []),
    ...(falls ? [review['fall-with'](falls)] : []),
  ].join(' · ')
}

function answerBlock(sight: Sight, review: Review): KnownBlock {
  const { review: words, answer } = sight.words.window
  const { how, language, text } = review.answer
  const { answers } = review.found.index
  const line = answers
    ? answersLine(sight, answers)
    : answer.in(answer[how], wordsOf(answer.languages, language))
  const why = wordsOf(answer.why, review.found.index.answer.code)
  const isByHand = how === 'by-hand' && !answers
  const detail = [...(text ? [answer.own] : []), ...(isByHand ? [why] : [])].join(' · ')
  return section(
    [`*${words.answer}*`, line, ...(detail ? [detail] : [])].join('\n'),
    control(sight, review, { deed: 'change-answer', text: words.change }),
  )
}

type Control = {
  readonly deed: 'open-window' | 'change-terms' | 'see-group' | 'change-answer'
  readonly text: string
  readonly item?: string
  readonly primary?: boolean
}

const control = (
  sight: Sight,
  { request, seen, user }: Review,
  { deed, text, item, primary }: Control,
) =>
  button(
    sight,
    text,
    { deed, request: request.id, on: seen, user, ...(item ? { item, page: 0 } : {}) },
    primary ? { style: 'primary' } : {},
  )
