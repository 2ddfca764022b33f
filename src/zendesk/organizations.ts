import { z } from 'zod'
import { checkedId } from './ids.ts'
import type { Http } from './send.ts'

/**
 * A company that people belong to. With `shared_tickets` its members read each other's tickets, so
 * what is said to one of them there, is said to all.
 *
 * https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/
 */
const Organization = z.object({
  id: z.int(),
  name: z.string(),
  shared_tickets: z.boolean(),
  shared_comments: z.boolean(),
})
export type Organization = z.infer<typeof Organization>

const One = z.object({ organization: Organization })

export const organizations = (http: Http) => ({
  /** `undefined` for an unknown one. */
  show: async (id: number): Promise<Organization | undefined> =>
    (
      await http.find({
        shape: One,
        method: 'GET',
        path: '/api/v2/organizations/{organization_id}',
        params: { organization_id: checkedId(id) },
      })
    )?.organization,
})
