import { z } from 'zod'
import { checkedId } from './ids.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'

/**
 * One way by which Zendesk knows a user: an e-mail, a phone number, an account elsewhere.
 *
 * https://developer.zendesk.com/api-reference/ticketing/users/user_identities/
 */
export const Identity = z.object({
  id: z.int(),
  user_id: z.int(),
  type: z.string(),
  value: z.string(),
  primary: z.boolean(),
  verified: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
})
export type Identity = z.infer<typeof Identity>

const Many = z.object({ identities: z.array(Identity) })

export const identities = (http: Http) => ({
  list: (userId: number): AsyncIterable<Identity> =>
    eachItem(http, {
      path: '/api/v2/users/{user_id}/identities',
      params: { user_id: checkedId(userId) },
      shape: Many,
      items: (page) => page.identities,
      by: 'cursor',
    }),

  /**
   * Takes one identity from a user, for good. A phone number may still stand in the user's `phone`
   * afterwards: look there too. What Zendesk answers for the only or the primary address isn't
   * documented.
   *
   * @throws ZendeskRefused 404 when it is already gone.
   */
  remove: async (userId: number, identityId: number): Promise<void> => {
    await http.send({
      shape: z.unknown(),
      method: 'DELETE',
      path: '/api/v2/users/{user_id}/identities/{identity_id}',
      params: { user_id: checkedId(userId), identity_id: checkedId(identityId) },
    })
  },
})
