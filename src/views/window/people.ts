import type { KnownBlock, ModalView } from '@slack/types'
import type { Candidate, PeopleFinds } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import { actions, button, clip, context, foreign, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { checkboxes, field, heading, said, wordsOf } from './parts.ts'

/** Who may be the person, for the one who confirms. */
export type People = {
  readonly request: Request
  readonly user: string
  readonly seen: string
  readonly finds: PeopleFinds
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
  const here = sorted.slice(page * pageSize, (page + 1) * pageSize)
  const ticked = people.ticked ?? sureOnes(sorted)
  const elsewhere = ticked.filter((id) => here.every((one) => one.id !== id))
  const item = [basis, ...elsewhere].join(' ')
  const bound = { deed: 'confirm-people', request: request.id, on: seen, user, item, page } as const
  return modal(sight, {
    title: request.number,
    bound,
    close: sight.words.window.review.close,
    ...(here.length > 0 ? { submit: words.submit } : {}),
    blocks: [
      ...heading(sight, request),
      ...said(people.note),
      ...(here.length > 0 ? asked(sight, { ...people, ticked }, here) : nobody(sight)),
      ...goneOnes(sight, people.finds.gone.length),
      ...pages(sight, people, sorted.length),
      ...(people.again ? [leaving(sight, people)] : []),
    ],
  })
}

const leaving = (sight: Sight, { request, user }: People): KnownBlock =>
  actions(
    button(sight, sight.words.window.people.leave, {
      deed: 'look-again',
      request: request.id,
      user,
    }),
  )

const nobody = ({ words }: Sight): KnownBlock[] => [
  section(`*${words.window.people.nobody}*`),
  section(words.window.people['nobody-text']),
]

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
    field(
      words.label,
      checkboxes('people', here.map(boxFor), new Set(people.ticked?.map(String))),
      {
        block: `people-${people.seen.slice(0, 16)}-${people.page}`,
        optional: true,
      },
    ),
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

function described(sight: Sight, candidate: Candidate, all: readonly Candidate[]): KnownBlock {
  const words = sight.words.window.people
  const { for: pro, against } = weighed(sight, candidate, all)
  const lines = [
    `*${foreign(clip(candidate.name, 300))}*`,
    ...facts(sight, candidate),
    ...(pro.length > 0 ? [`:heavy_plus_sign: ${words.line(words.for, pro.join(', '))}`] : []),
    ...(against.length > 0
      ? [`:heavy_minus_sign: ${words.line(words.against, against.join(', '))}`]
      : []),
  ]
  return section(lines.join('\n'))
}

function facts({ words: all }: Sight, candidate: Candidate): string[] {
  const words = all.window.people
  const { identities, organizationId, active, suspended, role } = candidate
  const shown = new Set([bareValue(candidate.email), bareValue(candidate.phone)])
  const others = identities.map(({ value }) => value).filter((one) => !shown.has(bareValue(one)))
  const known: [string, string | null | undefined][] = [
    [words.email, candidate.email],
    [words.phone, candidate.phone],
    [words.identities, others.join(', ')],
    [words.alias, candidate.alias],
    [words.external, candidate.externalId],
    [words.organisation, organizationId === null ? null : String(organizationId)],
    [words.role, role === 'end-user' ? null : wordsOf(words.roles, role)],
  ]
  return [
    ...known.flatMap(([name, value]) =>
      value ? [words.line(name, foreign(clip(value, 350)))] : [],
    ),
    ...(suspended ? [`_${words.suspended}_`] : []),
    ...(active ? [] : [`_${words.deleted}_`]),
  ]
}

/** A phone number is the same number however it is spaced. */
const bareValue = (value: string | null): string =>
  (value ?? '').toLowerCase().replaceAll(/[\s().-]/g, '')

function weighed(
  { words: all }: Sight,
  candidate: Candidate,
  among: readonly Candidate[],
): { for: string[]; against: string[] } {
  const words = all.window.people
  const { via, exact, role } = candidate
  const namesakes = among.filter((one) => one !== candidate && sameName(one, candidate)).length
  const pro = via === 'ticket-requester' ? words.wrote : words.exact
  const contra = via === 'name' ? words['name-only'] : words['not-exact']
  const speaks = via === 'same-identity' ? [words['same-identity']] : exact ? [pro] : []
  return {
    for: speaks,
    against: [
      ...(exact ? [] : [contra]),
      ...(namesakes > 0 ? [words.namesakes(namesakes)] : []),
      ...(role === 'end-user' ? [] : [words.staff]),
    ],
  }
}

const sameName = (a: Candidate, b: Candidate): boolean => bare(a.name) === bare(b.name)

const bare = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).toSorted().join(' ')

function pages(sight: Sight, people: People, of: number): KnownBlock[] {
  if (of <= pageSize) return []
  const { page, request, user, seen, basis } = people
  const words = sight.words.window
  const from = page * pageSize
  const turn = (text: string, to: number, mark: string) =>
    button(
      sight,
      text,
      { deed: 'turn-page', request: request.id, on: seen, user, item: `people ${basis}`, page: to },
      { mark },
    )
  const shown = [from + 1, Math.min(of, from + pageSize), of].map(String) as [
    string,
    string,
    string,
  ]
  return [
    context(words.people.page(...shown)),
    actions(
      ...(page > 0 ? [turn(words.list.previous, page - 1, 'back')] : []),
      ...(from + pageSize < of ? [turn(words.list.next, page + 1, 'on')] : []),
    ),
  ]
}
