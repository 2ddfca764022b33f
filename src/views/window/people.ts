import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { Candidate, PeopleFinds } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import { actions, button, clip, context, limits, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { described, isStaff } from './candidate.ts'
import { singleButton } from './identities.ts'
import { checkboxes, field, heading, said, warned } from './parts.ts'

/** Who may be the person, for the one who confirms. */
export type People = {
  readonly request: Request
  readonly user: string
  readonly seen: string
  readonly finds: PeopleFinds
  /** From 0; `noneOfThem`: none of the candidates is the person. */
  readonly page: number
  /** Whom he has ticked so far, on whichever page; nobody has been asked yet without it. */
  readonly ticked?: readonly number[]
  /** Which decision stood when this was drawn. */
  readonly basis: string
  /** It has been confirmed before, and he can leave it at that. */
  readonly again?: boolean
  readonly note?: string | undefined
}

const pageSize = 10

/** "Is this the person?": each candidate with what speaks for and against. */
export function peopleView(sight: Sight, people: People): ModalView {
  const { request, user, seen, basis, page } = people
  const words = sight.words.window.people
  const sorted = exactFirst(people.finds.candidates)
  const here = page < 0 ? [] : sorted.slice(page * pageSize, (page + 1) * pageSize)
  const ticked = people.ticked ?? sureOnes(sorted)
  const elsewhere = ticked.filter((id) => here.every((one) => one.id !== id))
  const item = [basis, ...elsewhere].join(' ')
  const bound = { deed: 'confirm-people', request: request.id, on: seen, user, item, page } as const
  return modal(sight, {
    title: request.number,
    bound,
    close: sight.words.window.review.close,
    submit: words.submit,
    blocks: [
      ...heading(sight, request),
      ...said(people.note),
      ...earlier(sight, people.finds),
      ...(here.length > 0 ? asked(sight, { ...people, ticked }, here) : nobody(sight, people)),
      ...goneOnes(sight, people.finds.gone.length),
      ...pages(sight, people, sorted.length),
      ...(people.again ? [leaving(sight, people)] : []),
    ],
  })
}

const mostEarlier = 10

/** Other requests about the same person: nobody is erased twice, nor asked who he is twice. */
export function earlier(sight: Sight, { before = [] }: PeopleFinds): KnownBlock[] {
  const words = sight.words.window.people
  const states = before
    .slice(0, mostEarlier)
    .map(({ number, state }) => `${number} (${words.state[state]})`)
  return warned(states.length > 0 ? words.before(states.join(', ')) : undefined)
}

const leaving = (sight: Sight, { request, user }: People): KnownBlock =>
  actions(
    button(sight, sight.words.window.people.leave, {
      deed: 'look-again',
      request: request.id,
      user,
    }),
    ...singleButton(sight, { request, user }),
  )

/** The page on which somebody says that none of those who were found is the person. */
const noneOfThem = -1

/** Others may have written about somebody who has no user: then words alone are looked for. */
function nobody(sight: Sight, people: People): KnownBlock[] {
  const { request, user, finds } = people
  const words = sight.words.window.people
  const typed = typedIn(finds)
  const other = { deed: 'other-words', request: request.id, user, item: typed } as const
  return [
    finds.candidates.length > 0
      ? section(`*${words['none-of-them']}*\n${words['none-text']}`)
      : section(`*${words.nobody}*\n${words['nobody-text'](request.number)}`),
    actions(
      ...(finds.candidates.length > 0 ? [turn(sight, people, words.back, 0)] : []),
      button(sight, words.other, other),
    ),
    field(
      words['no-user'],
      {
        type: 'plain_text_input',
        action_id: 'terms',
        multiline: true,
        max_length: limits.section,
        ...(typed ? { initial_value: typed } : {}),
      },
      { block: 'terms', hint: words['no-user-hint'] },
    ),
  ]
}

/** What the opener typed, where it is something that can be looked for in texts. */
const typedIn = ({ subject }: PeopleFinds): string =>
  'value' in subject ? clip(subject.value, 320) : ''

const goneOnes = ({ words }: Sight, gone: number): KnownBlock[] =>
  gone > 0 ? [context(words.window.people.gone(gone))] : []

function asked(sight: Sight, people: People, here: readonly Candidate[]): KnownBlock[] {
  const words = sight.words.window.people
  const all = people.finds.candidates
  const [only, more] = all
  const one = only !== undefined && more === undefined
  return [
    section(`*${one ? words.question : words.questions}*`),
    context(words.text),
    ...here.map((candidate) => described(sight, candidate, all)),
    ...(here.some(isStaff) ? warned(words['staff-text']) : []),
    field(
      words.label,
      checkboxes('people', here.map(boxFor), new Set(people.ticked?.map(String))),
      {
        block: `people-${people.seen.slice(0, 16)}-${people.page}`,
        // Slack asks for a tick by itself where all boxes stand on one page.
        optional: all.length > pageSize || people.finds.gone.length > 0,
      },
    ),
    ...namesakes(sight, people),
    ...(sureOnes(all).length > 0
      ? []
      : [actions(turn(sight, people, words['none-of-them'], noneOfThem))]),
  ]
}

const mostNamesakes = 10

/** Who only has the same name is nobody, unless a human says otherwise. */
function namesakes(sight: Sight, { finds, seen, page }: People): KnownBlock[] {
  const all = (finds.namesakes ?? []).slice(0, mostNamesakes)
  if (all.length === 0 || page > 0) return []
  const words = sight.words.window.people
  return [
    section(`*${words.namesake}*`),
    ...all.map((one) => described(sight, one, [one])),
    field(words.also, checkboxes('namesakes', all.map(boxFor), new Set()), {
      block: `namesakes-${seen.slice(0, 16)}`,
      optional: true,
    }),
  ]
}

const boxFor = ({ id, name, email, phone }: Candidate) =>
  option(name, String(id), email ?? phone ?? undefined)

/** The only one whom everything speaks for is ticked already; anybody else is ticked by hand. */
function sureOnes(candidates: readonly Candidate[]): number[] {
  const exact = candidates.filter((one) => one.exact)
  const [only] = exact
  if (!only || exact.length > 1 || only.role !== 'end-user') return []
  return only.via === 'same-identity' ? [] : [only.id]
}

const exactFirst = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.toSorted((a, b) => Number(b.exact) - Number(a.exact))

/** A button to another page; who is ticked on this one stays ticked. */
const turn = (
  sight: Sight,
  { request, user, seen, basis }: People,
  text: string,
  to: number,
): Button =>
  button(
    sight,
    text,
    { deed: 'turn-page', request: request.id, on: seen, user, item: `people ${basis}`, page: to },
    { mark: `to${to}` },
  )

function pages(sight: Sight, people: People, of: number): KnownBlock[] {
  const { page } = people
  if (of <= pageSize || page < 0) return []
  const words = sight.words.window
  const from = page * pageSize
  const [first, last, all] = [from + 1, Math.min(of, from + pageSize), of].map(String)
  return [
    context(words.people.page(first ?? '', last ?? '', all ?? '')),
    actions(
      ...(page > 0 ? [turn(sight, people, words.list.previous, page - 1)] : []),
      ...(from + pageSize < of ? [turn(sight, people, words.list.next, page + 1)] : []),
    ),
  ]
}
