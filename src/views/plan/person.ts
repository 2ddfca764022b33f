import type { KnownBlock, SectionBlock } from '@slack/types'
import { clip, context, limits, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Person, PlanModel } from './model.ts'
import { many, oneLine } from './saying.ts'

/** So many people are shown at once: the others stand in their group. */
const peopleShown = 3

/** Who the person is: the users, and what humans gave to look for, which is all where there is no user. */
export function whoItIs({ people, terms = [] }: PlanModel, sight: Sight): KnownBlock[] {
  const { person } = sight.words.plan
  const more = people.length - peopleShown
  const told = people.length > 0 ? person.terms : person.nobody
  return [
    section(`*${person.title}*`),
    ...people.slice(0, peopleShown).map((one) => personBlock(one, sight)),
    ...(more > 0 ? [context(many(sight, more, person.more))] : []),
    ...(terms.length > 0 ? [block([told, ...terms.map((one) => termLine(one, sight))])] : []),
  ]
}

function personBlock({ name, email, phone, identities }: Person, sight: Sight): SectionBlock {
  const known = [name, email, phone].flatMap((one) => (one ? [oneLine(one)] : []))
  return block([...known, many(sight, identities, sight.words.plan.person.identities)])
}

const longest = 200

const termLine = (
  { kind, value }: NonNullable<PlanModel['terms']>[number],
  { words }: Sight,
): string => `• ${words.window.kind[kind]}: ${clip(oneLine(value), longest)}`

const block = (lines: readonly string[]): SectionBlock => ({
  type: 'section',
  text: plain(lines.join('\n'), limits.section),
})
