import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, limits, modal, option, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { reasonsFor } from './change.ts'
import { type Doubt, type Group, isDoubt } from './groups.ts'
import type { Listed } from './pages.ts'
import { field, wordsOf } from './parts.ts'

/** What can be decided for a whole group at once. */
export const wholes = ['delete', 'redact', 'keep', 'propose', 'all', 'none'] as const
export type Whole = (typeof wholes)[number]

/** Somebody else's tickets are deleted one by one only; what is in doubt, passage by passage. */
const possible: Readonly<Record<Exclude<Group, Doubt>, readonly Whole[]>> = {
  own: ['delete', 'redact', 'keep'],
  others: ['redact', 'keep'],
  mails: ['delete', 'keep'],
  stay: ['propose'],
}

/** The buttons that decide for a whole group; none for what is decided one by one. */
export function wholeButtons(
  sight: Sight,
  listed: Listed,
  { group, of, page }: { readonly group: Group; readonly of: number; readonly page: number },
): KnownBlock[] {
  const ways = isDoubt(group) ? inDoubt[group] : possible[group]
  if (of < 2 || ways.length === 0) return []
  const words = sight.words.window.whole
  const buttons = ways.map((way) => {
    const bound = {
      deed: 'set-class',
      ...bare(listed),
      item: `${listed.item} ${way}`,
      page,
    } as const
    const text = way === 'all' || way === 'none' ? words[way](of) : words[way]
    return button(sight, text, bound, { mark: way })
  })
  return [section(`*${words.label(of)}*`), actions(...buttons)]
}

const inDoubt: Readonly<Record<Doubt, readonly Whole[]>> = {
  namesake: ['all', 'none'],
  passages: ['all', 'none'],
  unsure: [],
}

const bare = ({ request, user, seen }: Listed) => ({ request, user, on: seen })

/** Asks for the one reason for which a whole group stays. */
export function keepAllForm(
  sight: Sight,
  listed: Listed & { readonly of: number; readonly page: number },
): ModalView {
  const { whole: words, reason, change } = sight.words.window
  const options = reasonsFor.keep.map((one) => option(wordsOf(reason, one), one))
  return modal(sight, {
    title: words.title,
    bound: { deed: 'set-class', ...bare(listed), item: listed.item, page: listed.page },
    submit: words.submit,
    close: words.close,
    blocks: [
      section(words.text(listed.of)),
      field(
        words.reason,
        {
          type: 'static_select',
          action_id: 'reason',
          options,
          placeholder: plain(change.choose, limits.placeholder),
        },
        { block: 'reason' },
      ),
    ],
  })
}
