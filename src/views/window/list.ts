import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, context, divider, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { type Found, type Group, type Item, itemsOf, openIn } from './groups.ts'
import { itemBlocks } from './item.ts'
import { type Listed, pageBlocks, pageOf } from './pages.ts'
import { said, verbatim } from './parts.ts'
import { passagesOf, shownPassages } from './passages.ts'
import { wholeButtons } from './whole.ts'

/** One group of finds, and which page of it. */
export type List = Omit<Listed, 'item'> & {
  readonly group: Group
  readonly page: number
  readonly found: Found
  readonly note?: string | undefined
}

const pageSize = 8

/** The finds of a group with what happens to each, and why. */
export function listView(sight: Sight, list: List): ModalView {
  const { request, user, seen, group } = list
  const words = sight.words.window
  const page = pageOf(itemsOf(group, list.found), list.page, pageSize)
  const item = `list ${group}`
  const listed = { request, user, seen, item }
  return modal(sight, {
    title: words.list.title,
    bound: { deed: 'see-group', request, on: seen, user, item, page: page.page },
    close: words.list.close,
    blocks: [
      section(`*${words.group[group]}*`),
      ...(page.of === 0 ? [section(words.list.empty)] : []),
      ...said(list.note),
      ...wholeButtons(sight, listed, { group, of: page.of, page: page.page }),
      ...allKept(sight, list),
      ...page.here.flatMap((one) => row(sight, { ...list, page: page.page }, one)),
      ...pageBlocks(sight, listed, page),
    ],
  })
}

function row(sight: Sight, list: List, item: Item): KnownBlock[] {
  const { request, user, seen, group, page } = list
  const words = sight.words.window.list
  const bound = {
    deed: 'change-ticket',
    request,
    on: seen,
    user,
    item: `list ${group} ${item.key}`,
    page,
  } as const
  const text = passagesOf(sight, item)
  const more = text ? item.said.find.passages.length - shownPassages : 0
  return [
    divider,
    ...itemBlocks(
      sight,
      item,
      button(sight, words.change, bound, { mark: item.key }),
      list.found.host,
    ),
    ...(text ? [verbatim(text)] : []),
    ...(more > 0 ? [context(words.more(more))] : []),
  ]
}

/** What cannot be read or taken apart can be left where it is, all at once. */
function allKept(sight: Sight, { request, user, seen, group, page, found }: List): KnownBlock[] {
  if (group !== 'unsure' || openIn({ ...found, mails: [] }) === 0) return []
  const words = sight.words.window.list
  const bound = {
    deed: 'set-doubtful',
    request,
    on: seen,
    user,
    item: 'list unsure',
    page,
  } as const
  return [actions(button(sight, words['all-kept'], bound)), context(words['all-kept-hint'])]
}
