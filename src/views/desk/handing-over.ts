import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { Request } from '../../records/request.ts'
import { actions, button, context, header, modal, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { type Page, pageOf } from './pages.ts'
import { numberIn, titleOf } from './say.ts'

/** An answer to one person; of several people, with whose it is. */
export type Answer = {
  readonly who?: { readonly name: string; readonly email: string | null }
  readonly text: string
}

/** What somebody looks at who gives the answers. */
export type About = {
  readonly request: Pick<Request, 'id' | 'number' | 'name'>
  readonly user: string
  /** The plan that they are the answers to. */
  readonly digest: string
  /** How many pages have been opened, from the first one on. */
  readonly opened: number
}

const size = 5

/** The answers of one page; counted from 0. */
export const answersOn = <T>(answers: readonly T[], page: number): Page<T> =>
  pageOf(answers, size, page)

/**
 * The answers that a lead gives by hand, page by page: personal, for a window only. That all have
 * theirs can be said once every page has been opened.
 */
export function answerView(
  about: About,
  shown: Page<Answer>,
  people: number,
  sight: Sight,
): ModalView {
  const { answering } = sight.words.desk
  const { request, user, digest } = about
  const { items, page, of } = shown
  const opened = Math.max(about.opened, page + 1)
  const isWhole = opened >= of
  const bound = { request: request.id, user, on: digest, item: String(opened), page } as const
  const name = titleOf(request)
  const isOne = items.every(({ who }) => who === undefined)
  return modal(sight, {
    title: answering.title,
    blocks: [
      section(isOne ? answering.text(name) : answering.each(name, people)),
      ...items.flatMap(blocksOf),
      ...turning(about, { ...shown, opened }, sight),
    ],
    bound: isWhole ? { ...bound, deed: 'hand-over' } : { ...bound, deed: 'see-answer' },
    ...(isWhole ? { submit: isOne ? answering.submit : answering['submit-all'] } : {}),
    close: answering.close,
  })
}

const blocksOf = ({ who, text }: Answer): KnownBlock[] => [
  ...(who ? [header([who.name, who.email].filter(Boolean).join(' · '))] : []),
  ...piecesOf(text).map((part) => ({ type: 'section', text: plain(part) }) as const),
]

/** The ways to the pages beside this one, and what is still to be opened. */
function turning(
  { request, user, digest }: About,
  { page, of, opened }: Page<Answer> & { readonly opened: number },
  sight: Sight,
): KnownBlock[] {
  if (of === 1) return []
  const { answering } = sight.words.desk
  const { button: texts } = sight.words.plan
  const bound = { deed: 'see-answer', request: request.id, user, on: digest } as const
  const turn = (to: number, text: string, mark: string): Button[] =>
    to < 0 || to >= of
      ? []
      : [button(sight, text, { ...bound, item: String(opened), page: to }, { mark })]
  return [
    context(
      answering.page(numberIn(sight, page + 1), numberIn(sight, of)),
      ...(opened < of ? [answering['not-all']] : []),
    ),
    actions(...turn(page - 1, texts.previous, 'previous'), ...turn(page + 1, texts.next, 'next')),
  ]
}

const piece = 2900
/** Parts of one answer: five of them fit a window. */
const most = 18

/** A text in parts that a block can hold, cut between lines where there are any. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let rest = text; rest !== ''; ) {
    const line = rest.lastIndexOf('\n', piece)
    const end = rest.length <= piece ? rest.length : line > 0 ? line + 1 : piece
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end)
  }
  return pieces.filter((part) => part !== '').slice(0, most)
}
