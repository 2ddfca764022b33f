import { listIn } from '../../words/format.ts'
import type { Words } from '../../words/index.ts'
import type { Sight } from '../sight.ts'
import type { PlanGroup, PlanModel, Unit } from './model.ts'
import { many } from './saying.ts'

type Line = (units: readonly Unit[], sight: Sight, model: PlanModel) => string

/** What one part of the plan does, in a line or two of our own words. */
export const lineOf = (
  group: Exclude<PlanGroup, 'kept'>,
  units: readonly Unit[],
  model: PlanModel,
  sight: Sight,
): string => {
  const final = units.some((unit) => unit.final) ? ` :warning: ${sight.words.plan.will.final}` : ''
  return `${lines[group](units, sight, model)}${final}`
}

const counted =
  (group: 'tags' | 'texts' | 'mails' | 'closings' | 'user'): Line =>
  (units, sight) =>
    many(sight, idsIn(units), sight.words.plan.group[group])

const lines: Readonly<Record<Exclude<PlanGroup, 'kept'>, Line>> = {
  tickets: (units, sight) =>
    [
      many(sight, idsIn(units), sight.words.plan.group.tickets),
      fallsWith(units, sight),
      ofOthers(units, sight),
    ].join(''),
  tags: counted('tags'),
  recordings: (units, sight) => many(sight, units.length, sight.words.plan.group.recordings),
  passages: (units, sight) => {
    const { passages, files, within } = sight.words.plan.group
    const [texts, emptied] = [goingIn(units), namesIn(units)]
    const done = [
      ...(texts > 0 || emptied === 0 ? [many(sight, texts, passages)] : []),
      ...(emptied > 0 ? [many(sight, emptied, files)] : []),
    ]
    return `${listIn(sight.locale, done)} ${many(sight, idsIn(units), within)}`
  },
  files: (units, sight) => {
    const { files, within } = sight.words.plan.group
    return `${many(sight, namesIn(units), files)} ${many(sight, idsIn(units), within)}`
  },
  identities: (units, sight) => many(sight, units.length, sight.words.plan.group.identities),
  texts: counted('texts'),
  mails: counted('mails'),
  closings: counted('closings'),
  answer: (_, sight, { language }) => sight.words.plan.group.answer(languageIn(sight, language)),
  'own-ticket': (units, sight) => {
    const { gone, changed } = sight.words.plan.group['own-ticket']
    const isGone = units.some(({ acts }) => acts.includes('ticket.purge'))
    return `${isGone ? gone : changed}${fallsWith(units, sight)}`
  },
  user: counted('user'),
}

/** How many pieces of text are blacked out. */
export const goingIn = (units: readonly Unit[]): number =>
  units.reduce(
    (sum, { passages }) => sum + passages.flat().filter(({ is }) => is === 'goes').length,
    0,
  )

const namesIn = (units: readonly Unit[]): number =>
  units.reduce((sum, { names = [] }) => sum + names.length, 0)

/** How many tickets, messages or users these are about. */
export const idsIn = (units: readonly Unit[]): number => new Set(units.map(({ id }) => id)).size

function fallsWith(units: readonly Unit[], sight: Sight): string {
  const sum = (what: 'files' | 'recordings') => units.reduce((all, unit) => all + unit[what], 0)
  const { falls } = sight.words.plan
  const parts = (['files', 'recordings'] as const).flatMap((what) =>
    sum(what) > 0 ? [many(sight, sum(what), falls[what])] : [],
  )
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

function ofOthers(units: readonly Unit[], sight: Sight): string {
  const others = units.filter((unit) => unit.others).length
  return others > 0 ? `\n:warning: ${many(sight, others, sight.words.plan.others)}` : ''
}

/** The name of a language, in the member's own. */
function languageIn({ locale }: Sight, language: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  } catch {
    return language.replaceAll(/[^\w-]/g, '')
  }
}

/** The words of a group's page. */
export const pageTitle = ({ plan }: Words, group: PlanGroup): string => plan.page.title[group]
