import type { KnownBlock } from '@slack/types'
import { button, clip, context, foreign, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { filesOf } from './file-items.ts'
import { filesLine } from './files.ts'
import { isUnclosed } from './groups.ts'
import { wordsOf } from './parts.ts'
import type { Review } from './review.ts'

/** What no search of texts sees: files, images and recordings in tickets that stay. */
export function filesBlock(sight: Sight, { request, user, seen, found }: Review): KnownBlock[] {
  const items = filesOf(found)
  if (items.length === 0) return []
  const words = sight.words.window.files
  const bound = {
    deed: 'see-files',
    request: request.id,
    on: seen,
    user,
    item: 'files',
    page: 0,
  } as const
  return [section(`*${words.group}*\n${filesLine(sight, items)}`, button(sight, words.look, bound))]
}

/** The person's tickets that stay without being closed: closed by the plan, or waited for. */
export function unclosedBlock(sight: Sight, { request, user, seen, found }: Review): KnownBlock[] {
  const all = found.tickets.filter((said) => isUnclosed(said, found.index) && !said.open)
  if (all.length === 0) return []
  const words = sight.words.window.around
  const waiting = all.filter(({ unclosed }) => unclosed === 'wait').length
  const isWaiting = waiting === all.length
  const how = isWaiting
    ? words.waits
    : waiting === 0
      ? words.closes
      : words.mixed(all.length - waiting, waiting)
  const bound = {
    deed: 'set-class',
    request: request.id,
    on: seen,
    user,
    item: isWaiting ? 'unclosed close' : 'unclosed wait',
  } as const
  const text = isWaiting ? words['let-close'] : words['let-wait']
  return [section(`${words.unclosed(all.length)}\n${how}`, button(sight, text, bound))]
}

const mostRules = 8

/** Rules of the account that would mail or push somewhere what the plan does. */
export function rulesBlock({ words }: Sight, { found, tag }: Review): KnownBlock[] {
  const { rules } = found.index
  if (rules.length === 0) return []
  const { around, people } = words.window
  const named = rules
    .slice(0, mostRules)
    .map(
      ({ title, kind, does }) =>
        `• ${people.line(`${foreign(clip(title, 150))} (${around.kind[kind]})`, around[does])}`,
    )
  const more = rules.length - mostRules
  return [
    section(
      [
        `:bell: *${around.rules(rules.length)}*`,
        ...named,
        ...(more > 0 ? [around.more(more)] : []),
      ].join('\n'),
    ),
    context(tag ? around.tagged(foreign(clip(tag, 100))) : around.untagged),
  ]
}

const mostSources = 10

/** Places that could not be read: what they hold is not known. What the account has not is said small. */
export function unreadBlock(sight: Sight, { found }: Review): KnownBlock[] {
  const { around } = sight.words.window
  const { sources } = found.index
  const none = sources.filter(({ refused }) => refused === noSuchThing)
  const unread = sources.filter(({ refused }) => refused && refused !== noSuchThing)
  return [
    ...(unread.length > 0
      ? [section(`:warning: ${around.unread} ${sourceNames(sight, unread)}`)]
      : []),
    ...(none.length > 0 ? [context(`${around.none} ${sourceNames(sight, none)}`)] : []),
  ]
}

/** Zendesk's answer where an account has no such thing. */
const noSuchThing = '404'

const sourceNames = ({ words }: Sight, sources: readonly { readonly code: string }[]): string =>
  sources
    .slice(0, mostSources)
    .map(({ code }) => foreign(clip(wordsOf(words.window.source, code), 150)))
    .join(', ')

/** More tickets than this are easier to read on a page. */
const many = 80

/** The way to the desk's own page, where the request is too large for a window. */
export function pageBlock(sight: Sight, { request, user, found }: Review): KnownBlock[] {
  const { length } = found.tickets
  if (length <= many) return []
  const words = sight.words.window.page
  const bound = { deed: 'open-page', request: request.id, user, item: 'review' } as const
  return [section(words.long(length), button(sight, words.review, bound, { style: 'primary' }))]
}

/** What a further round of looking brought. */
export function roundLine({ words }: Sight, { found, round }: Review): string[] {
  if (round < 2) return []
  const more = found.tickets.filter((said) => said.find.round === round).length
  return [words.window.around.round(round, more)]
}
