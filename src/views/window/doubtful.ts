import type { KnownBlock, ModalView } from '@slack/types'
import type { Passage } from '../../records/finds.ts'
import { actions, button, context, divider, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Doubt, Item } from './groups.ts'
import { itemBlocks } from './item.ts'
import { type Listed, type Page, pageBlocks } from './pages.ts'
import { checkboxes, field, inTens, said } from './parts.ts'
import { passageOption } from './passages.ts'
import { wholeButtons } from './whole.ts'

/** A find of which a human must say what is about the person. */
export type Doubtful = {
  readonly item: Item
  /** What only a human can know. */
  readonly asked: readonly Passage[]
  /** How many more of its passages go in any case. */
  readonly sure: number
}

/** One page of what is in doubt for one reason. */
export type DoubtfulPage = Omit<Listed, 'item'> & {
  readonly doubt: Doubt
  readonly page: Page<Doubtful>
  readonly note?: string | undefined
  /** Where the account is, for links to its tickets. */
  readonly host?: string | undefined
}

/** Beyond this, one box stands for all passages of a ticket. */
const mostBoxes = 50
/** The value of that box. */
export const everyPassage = '*'

/** How many tickets in doubt stand on a page. */
export const doubtfulPageSize = 10

/** Boxes for every passage in doubt; whoever opens it finds nothing ticked that he has not ticked. */
export function doubtfulView(sight: Sight, form: DoubtfulPage): ModalView {
  const { request, user, seen, doubt, page, note } = form
  const { doubtful: words, group } = sight.words.window
  const item = `form ${doubt}`
  const bound = { deed: 'set-doubtful', request, on: seen, user, item, page: page.page } as const
  const isLast = page.page === page.pages - 1
  return modal(sight, {
    title: words.title,
    bound,
    submit: isLast ? words.save : words['save-next'],
    close: words.close,
    blocks: [
      section(`*${group[doubt]}*\n${words.text}`),
      ...said(note),
      actions(
        button(sight, words.all, { ...bound, item: `${item} all` }, { mark: 'all' }),
        button(sight, words.none, { ...bound, item: `${item} none` }, { mark: 'none' }),
      ),
      ...(page.pages > 1
        ? wholeButtons(
            sight,
            { request, user, seen, item },
            { group: doubt, of: page.of, page: page.page },
          )
        : []),
      ...page.here.flatMap((one) => row(sight, form, one)),
      ...pageBlocks(sight, { request, user, seen, item }, page),
    ],
  })
}

function row(sight: Sight, form: DoubtfulPage, { item, asked, sure }: Doubtful): KnownBlock[] {
  const { request, user, seen, doubt, page } = form
  const { doubtful: words, list } = sight.words.window
  const bound = {
    deed: 'change-ticket',
    request,
    on: seen,
    user,
    item: `form ${doubt} ${item.key}`,
    page: page.page,
  } as const
  return [
    divider,
    ...itemBlocks(sight, item, button(sight, list.change, bound, { mark: item.key }), form.host),
    ...(sure > 0 ? [context(words.sure(sure))] : []),
    ...(item.said.action === 'delete' ? [] : boxesFor(sight, item, asked)),
  ]
}

function boxesFor(
  sight: Sight,
  { key, said: word }: Item,
  asked: readonly Passage[],
): KnownBlock[] {
  const words = sight.words.window.doubtful
  if (asked.length === 0) return [context(words.nothing)]
  const going = new Set('passages' in word ? word.passages : [])
  const isEvery = asked.every(({ key: one }) => going.has(one))
  const options =
    asked.length > mostBoxes
      ? [option(words.every(asked.length), everyPassage)]
      : asked.map((passage) => passageOption(sight, passage))
  const ticked = isEvery ? new Set([...going, everyPassage]) : going
  // What was set by a button is shown ticked only in a field that Slack takes for a new one.
  const stamp = word.open ? 'open' : `${word.action}-${going.size}`
  return inTens(options).map((ten, i) =>
    field(words.label, checkboxes(`${key}-${i}`, ten, ticked), {
      block: `${key}-${i}-${stamp}`,
      optional: true,
    }),
  )
}
