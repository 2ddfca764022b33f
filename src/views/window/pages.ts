import type { KnownBlock } from '@slack/types'
import { actions, button, context } from '../kit.ts'
import type { Sight } from '../sight.ts'

/** One page of something long. */
export type Page<T> = {
  readonly here: readonly T[]
  /** From 0. What lies beyond the end is the last page. */
  readonly page: number
  readonly pages: number
  /** How many come before. */
  readonly from: number
  readonly of: number
}

/** The page of so many each. */
export function pageOf<T>(all: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const at = Math.min(Math.max(0, page), pages - 1)
  const here = all.slice(at * size, (at + 1) * size)
  return { here, page: at, pages, from: at * size, of: all.length }
}

/** What a list is of. */
export type Listed = {
  readonly request: string
  readonly user: string
  readonly seen: string
  /** What the buttons are about. */
  readonly item: string
}

/** Where one is in a list, and the ways on and back; nothing for a single page. */
export function pageBlocks(sight: Sight, listed: Listed, page: Page<unknown>): KnownBlock[] {
  if (page.pages === 1) return []
  const { list } = sight.words.window
  const { request, user, seen, item } = listed
  const turn = (text: string, to: number, mark: string) =>
    button(sight, text, { deed: 'turn-page', request, on: seen, user, item, page: to }, { mark })
  const [from, to, of] = [page.from + 1, page.from + page.here.length, page.of].map(String)
  return [
    context(list.page(from ?? '', to ?? '', of ?? '')),
    actions(
      ...(page.page > 0 ? [turn(list.previous, page.page - 1, 'back')] : []),
      ...(page.page < page.pages - 1 ? [turn(list.next, page.page + 1, 'on')] : []),
    ),
  ]
}
