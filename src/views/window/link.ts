import type { ActionsBlockElement } from '@slack/types'
import { button } from '../kit.ts'
import type { Sight } from '../sight.ts'

/** A link to a ticket in Zendesk, for small print; the bare words where nobody knows the account. */
export const ticketLink = (host: string | undefined, id: number, text: string): string =>
  host ? `<https://${host}/agent/tickets/${id}|${text}>` : text

/** A button that opens an address. Slack tells us of the click, too: that does nothing. */
export const linkButton = (
  sight: Sight,
  text: string,
  { user, url }: { readonly user: string; readonly url: string },
): ActionsBlockElement => ({
  ...button(sight, text, { deed: 'close-window', user }, { style: 'primary', mark: 'link' }),
  url,
})
