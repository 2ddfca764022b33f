import type { SectionBlock } from '@slack/types'
import type { Candidate } from '../../records/finds.ts'
import { clip, foreign, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { wordsOf } from './parts.ts'

/** One who may be the person: what is known of him, and what speaks for and against. */
export function described(
  sight: Sight,
  candidate: Candidate,
  all: readonly Candidate[],
): SectionBlock {
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

/** What led to him, what was written down, and what the desk itself weighs where nothing was. */
function weighed(
  { words: all }: Sight,
  candidate: Candidate,
  among: readonly Candidate[],
): { for: string[]; against: string[] } {
  const { people: words, evidence: known } = all.window
  const written = (side: 'for' | 'against') =>
    candidate.evidence
      .filter(({ speaks }) => speaks === side)
      // That an address is confirmed speaks for him only where it is the one that was asked for.
      .filter(({ code }) => candidate.exact || code !== 'verified-address')
      .map(({ code }) => foreign(wordsOf(known, code)))
  const namesakes = among.filter((one) => one !== candidate && sameName(one, candidate)).length
  const contra = written('against')
  return {
    for: [...proOf(words, candidate), ...written('for')],
    against: [
      ...(contra.length > 0 ? contra : contraOf(words, candidate)),
      ...(namesakes > 0 ? [words.namesakes(namesakes)] : []),
      ...(isStaff(candidate) ? [words.staff] : []),
    ],
  }
}

type PeopleWords = Sight['words']['window']['people']

function proOf(words: PeopleWords, { via, exact }: Candidate): string[] {
  if (via === 'same-identity') return [words['same-identity']]
  if (!exact) return []
  return [via === 'ticket-requester' ? words.wrote : words.exact]
}

function contraOf(words: PeopleWords, { via, exact }: Candidate): string[] {
  if (exact) return []
  return [via === 'name' ? words['name-only'] : words['not-exact']]
}

/** Erasing staff takes a higher quorum. */
export const isStaff = ({ role }: Pick<Candidate, 'role'>): boolean => role !== 'end-user'

const sameName = (a: Candidate, b: Candidate): boolean => bare(a.name) === bare(b.name)

const bare = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).toSorted().join(' ')
