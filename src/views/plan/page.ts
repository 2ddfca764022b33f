import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types'
import { countIn } from '../../words/format.ts'
import type { Bound } from '../deed-id.ts'
import { actions, button, context, divider, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { lineOf, pageTitle } from './lines.ts'
import type { PlanGroup, PlanModel, Unit } from './model.ts'
import { many } from './saying.ts'
import { blocksNeeded, unitBlocks } from './unit.ts'

/** So many entries are read at once. */
const pageLength = 10

/** One page of a group, over the plan: every operation in it can be reached. */
export function planPage(
  model: PlanModel,
  at: { readonly group: PlanGroup; readonly page: number },
  sight: Sight,
): ModalView {
  const units = model.groups.get(at.group) ?? []
  const lengths = units.map((unit) => blocksNeeded(unit, sight))
  const entries = lengths.reduce((sum, length) => sum + length, 0)
  const pages = Math.max(1, Math.ceil(entries / pageLength))
  const page = Math.min(pages, Math.max(1, at.page))
  const from = (page - 1) * pageLength
  const shown = entriesFrom(from, { units, lengths }, sight)
  const bound = (to: number, deed: Bound['deed']): Bound => ({
    deed,
    request: model.id,
    on: model.digest,
    user: model.user,
    item: at.group,
    page: to,
  })
  return modal(sight, {
    title: pageTitle(sight.words, at.group),
    blocks: [
      ...heading(model, at.group, sight),
      context(placeOf({ page, pages, entries }, sight)),
      ...shown.flatMap((entry): KnownBlock[] => [divider, entry]),
      ...turning({ page, pages }, (to) => bound(to, 'turn-plan-page'), sight),
    ],
    bound: bound(page, 'see-plan'),
    close: sight.words.door.close,
  })
}

/** A page's entries. Only the units that it shows are drawn. */
function entriesFrom(
  from: number,
  { units, lengths }: { units: readonly Unit[]; lengths: readonly number[] },
  sight: Sight,
): RichTextBlock[] {
  const shown: RichTextBlock[] = []
  let at = 0
  for (const [i, unit] of units.entries()) {
    const end = at + (lengths[i] ?? 0)
    if (end > from && at < from + pageLength) {
      const blocks = unitBlocks(unit, sight)
      shown.push(...blocks.slice(Math.max(0, from - at), from + pageLength - at))
    }
    at = end
  }
  return shown
}

const heading = (model: PlanModel, group: PlanGroup, sight: Sight): KnownBlock[] =>
  group === 'kept' ? [] : [section(lineOf(group, model.groups.get(group) ?? [], model, sight))]

function placeOf(
  { page, pages, entries }: { page: number; pages: number; entries: number },
  sight: Sight,
): string {
  const { page: says } = sight.words.plan
  const where = says.of(`${countIn(sight.locale, page)} / ${countIn(sight.locale, pages)}`)
  return `${many(sight, entries, says.entries)} · ${where}`
}

function turning(
  { page, pages }: { page: number; pages: number },
  bound: (page: number) => Bound,
  sight: Sight,
): KnownBlock[] {
  if (pages === 1) return []
  const { button: says } = sight.words.plan
  const turn = (mark: 'first' | 'previous' | 'next' | 'last', to: number) =>
    button(sight, says[mark], bound(to), { mark })
  const back = page > 1 ? [turn('first', 1), turn('previous', page - 1)] : []
  const on = page < pages ? [turn('next', page + 1), turn('last', pages)] : []
  return [actions(...back, ...on)]
}
