import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Action, Passage, Unclosed } from '../../records/finds.ts'
import { context, limits, modal, option, plain } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Item } from './groups.ts'
import { itemBlocks } from './item.ts'
import type { Listed } from './pages.ts'
import { checkboxes, field, inTens, warned, wordsOf } from './parts.ts'
import { passageOption } from './passages.ts'

/** One find, to be decided otherwise. */
export type Change = Listed & {
  readonly page: number
  readonly find: Item
  /** What can be done with it here. */
  readonly actions: readonly Action[]
  /** What can be ticked; nothing when it cannot be blacked out at all. */
  readonly passages: readonly Passage[]
  readonly ticked: ReadonlySet<string>
  readonly wrong?: string
  /** What becomes of it if it stays: of a ticket of the person that is not closed. */
  readonly unclosed?: Unclosed | undefined
  readonly host?: string | undefined
}

/** More boxes than this are for nobody. */
export const mostBoxes = 200

/** The reasons that somebody may give for each way. */
export const reasonsFor: Readonly<Record<Action, readonly string[]>> = {
  keep: ['somebody-else', 'namesake', 'legal-obligation', 'legal-claims', 'expression', 'archive'],
  delete: ['only-about-the-person', 'requester-asked'],
  redact: ['about-the-person'],
  give: [],
  excerpt: ['about-the-person'],
  withhold: ['others-rights', 'namesake', 'somebody-else', 'trade-secret', 'legal-claims'],
}

/** What happens to one ticket or message, why, and which of its passages go. */
export function changeView(sight: Sight, change: Change): ModalView {
  const { request, user, seen, item, page } = change
  const words = sight.words.window.change
  return modal(sight, {
    title: words.title,
    bound: { deed: 'set-ticket', request, on: seen, user, item, page },
    submit: words.submit,
    close: words.close,
    blocks: [
      ...itemBlocks(sight, change.find, undefined, change.host),
      ...warned(change.wrong),
      actionField(sight, change),
      reasonField(sight, change),
      ...unclosedField(sight, change),
      ...passageFields(sight, change),
    ],
  })
}

function actionField(sight: Sight, { find, actions }: Change): InputBlock {
  const words = sight.words.window.change
  const options = actions.map((action) => option(words[action], action))
  const initial = options.find(({ value }) => value === find.said.action && !find.said.open)
  return field(
    words.action,
    {
      type: 'radio_buttons',
      action_id: 'action',
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
    { block: 'action' },
  )
}

function reasonField(sight: Sight, { find, actions }: Change): InputBlock {
  const { change: words, reason } = sight.words.window
  const { code, action, open } = find.said
  const known = actions.filter((one) => one !== 'redact').flatMap((one) => reasonsFor[one])
  const codes = [...new Set([...(!open && action !== 'redact' ? [code] : []), ...known])]
  const options = codes.map((one) => option(wordsOf(reason, one), one))
  const initial = options.find(({ value }) => value === code && !open)
  return field(
    words.reason,
    {
      type: 'static_select',
      action_id: 'reason',
      options,
      placeholder: plain(words.choose, limits.placeholder),
      ...(initial ? { initial_option: initial } : {}),
    },
    { block: 'reason', optional: true, hint: words['reason-hint'] },
  )
}

function unclosedField(sight: Sight, { unclosed }: Change): KnownBlock[] {
  if (!unclosed) return []
  const words = sight.words.window.change.unclosed
  const options = (['close', 'wait'] as const).map((one) => option(words[one], one))
  const initial = options.find(({ value }) => value === unclosed)
  return [
    field(
      words.label,
      {
        type: 'radio_buttons',
        action_id: 'unclosed',
        options,
        ...(initial ? { initial_option: initial } : {}),
      },
      { block: 'unclosed', optional: true },
    ),
  ]
}

function passageFields(sight: Sight, { passages, ticked, actions }: Change): KnownBlock[] {
  const words = sight.words.window.change
  if (!actions.includes('redact')) return []
  if (passages.length > mostBoxes) return [context(words['too-many'](passages.length))]
  return inTens(passages).map((ten, i) =>
    field(
      i === 0 ? words.passages : words.more,
      checkboxes(
        `passages-${i}`,
        ten.map((passage) => passageOption(sight, passage)),
        ticked,
      ),
      { block: `passages-${i}`, optional: true },
    ),
  )
}
