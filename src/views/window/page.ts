import type { ModalView } from '@slack/types'
import { actions, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { linkButton } from './link.ts'

/** The link to a page of the desk's own, for the one member whom it opens for. */
export function pageView(
  sight: Sight,
  {
    user,
    url,
    purpose,
  }: { readonly user: string; readonly url: string; readonly purpose: 'review' | 'upload' },
): ModalView {
  const words = sight.words.window.page
  return modal(sight, {
    title: words.title,
    bound: { deed: 'close-window', user },
    close: words.close,
    blocks: [
      section(words[`${purpose}-text`]),
      actions(linkButton(sight, words.open, { user, url })),
    ],
  })
}
