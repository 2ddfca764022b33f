import type { ModalView } from '@slack/types'
import { Refusal } from '../../flows/index.ts'
import { type Doubtful, doubtfulPageSize, doubtfulView } from '../../views/window/doubtful.ts'
import { type Doubt, type Group, isDoubt, isGroup, itemsOf } from '../../views/window/groups.ts'
import { listView } from '../../views/window/list.ts'
import { type Page, pageOf } from '../../views/window/pages.ts'
import type { Visited } from '../deed.ts'
import type { About } from './about.ts'
import type { FoundNow } from './found.ts'
import { ticksOf } from './ticks.ts'

/** Which window of a group is meant: the list to read, or the form to tick in. */
type Place = {
  /** In doubt, with boxes; otherwise a list. */
  readonly form?: Doubt
  readonly group: Group
  /** Key of one find, or what a button is for. */
  readonly key: string
}

/** Reads what a button is about. Throws `Refusal` for what is none of ours. */
export function placeOf({ item }: Pick<About, 'item'>): Place {
  const [window = '', group = '', key = ''] = item.split(' ')
  if (!isGroup(group)) throw new Refusal('unknown-item', '1')
  return { group, key, ...(window === 'form' && isDoubt(group) ? { form: group } : {}) }
}

/** The list or the form of a group as it stands. */
export function groupView(
  { by, sight }: Pick<Visited, 'by' | 'sight'>,
  about: Pick<About, 'id' | 'item' | 'page'>,
  found: FoundNow,
  note?: string,
): ModalView {
  const { form, group } = placeOf(about)
  const listed = { request: about.id, user: by.user, seen: found.seen }
  if (!form) return listView(sight, { ...listed, group, found, page: about.page, note })
  const page = doubtfulPage(form, about.page, found)
  return doubtfulView(sight, { ...listed, doubt: form, page, note, host: found.host })
}

/** A page of what is in doubt for one reason. */
export function doubtfulPage(doubt: Doubt, page: number, found: FoundNow): Page<Doubtful> {
  const all = itemsOf(doubt, found).flatMap((item) => {
    if (item.kind === 'mail') return []
    const { asked, sure } = ticksOf(item.said.find)
    return [{ item, asked, sure: sure.length }]
  })
  return pageOf(all, page, doubtfulPageSize)
}
