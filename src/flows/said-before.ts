import type { TicketFind, TraceIndex } from '../records/finds.ts'
import type { Earlier } from './find/earlier.ts'

type Found = { readonly index: TraceIndex; readonly pages: readonly (readonly TicketFind[])[] }

/**
 * The finds with what was decided on them before in place of what the rules proposed: when a plan
 * comes back, or the lead thinks again, nobody's word is lost for not being repeated.
 */
export const saidBefore = ({ index, pages }: Found, { tickets, mails }: Earlier): Found => ({
  index: {
    ...index,
    suspended: index.suspended.map((find) => {
      const said = mails.get(find.id)
      return said && !said.open
        ? { ...find, proposal: { action: said.action, code: said.code } }
        : find
    }),
  },
  pages: pages.map((page) =>
    page.map((find) => {
      const said = tickets.get(find.id)
      if (!said || said.open) return find
      const { action, code, passages, files, unclosed } = said
      return { ...find, proposal: { action, code, passages, files, unclosed } }
    }),
  ),
})
