import { z } from 'zod'
import { checkedId } from './ids.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'
import { Ticket } from './tickets.ts'

/** A list of tickets by conditions that somebody in the account keeps. */
const View = z.object({ id: z.int(), title: z.string(), active: z.boolean().default(true) })
export type View = z.infer<typeof View>

const One = z.object({ view: View })
const Many = z.object({ tickets: z.array(Ticket) })

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/views/ */
export const views = (http: Http) => ({
  /** `undefined` for an unknown view and for one that isn't shared with us. */
  show: async (id: number): Promise<View | undefined> =>
    (await http.find({ ...theView(id, ''), shape: One, method: 'GET' }))?.view,

  /** The tickets in a view now. Archived ones are in no view. */
  tickets: (id: number): AsyncIterable<Ticket> =>
    eachItem(http, {
      ...theView(id, '/tickets'),
      shape: Many,
      items: (page) => page.tickets,
      by: 'cursor',
    }),
})

function theView(id: number, part: '' | '/tickets') {
  return { path: `/api/v2/views/{view_id}${part}`, params: { view_id: checkedId(id) } }
}
