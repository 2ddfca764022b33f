import { z } from 'zod'
import { checkedId } from './ids.ts'
import type { Http } from './send.ts'

/** A user after the soft deletion. After the permanent one only a name that says so is left. */
export const DeletedUser = z.object({
  id: z.int(),
  name: z.string().nullable(),
  email: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  active: z.boolean(),
  created_at: z.string().nullable().default(null),
  updated_at: z.string().nullable().default(null),
})
export type DeletedUser = z.infer<typeof DeletedUser>

/**
 * How far one of Zendesk's products is with a permanent deletion. `request_deletion` of application
 * `all` is the request itself; then `started` and `complete` per product.
 */
export const DeletionStatus = z.object({
  action: z.string(),
  application: z.string(),
  account_subdomain: z.string(),
  user_id: z.int(),
  executer_id: z.int().nullable(),
  created_at: z.string(),
})
export type DeletionStatus = z.infer<typeof DeletionStatus>

const One = z.object({ deleted_user: DeletedUser })
const Statuses = z.object({ compliance_deletion_statuses: z.array(DeletionStatus) })

/** https://developer.zendesk.com/api-reference/ticketing/users/users/#permanently-delete-user */
export const deletedUsers = (http: Http) => ({
  deleted: async (id: number): Promise<DeletedUser | undefined> =>
    (await http.find({ ...deletedUser(id), shape: One, method: 'GET' }))?.deleted_user,

  /**
   * Asks for the permanent deletion, after `remove`; it can't be undone. Its end is proved only by
   * `deletionStatuses`.
   *
   * @throws ZendeskRefused 404 when the user isn't softly deleted, or is purged already.
   */
  purge: async (id: number): Promise<void> => {
    await http.send({ ...deletedUser(id), shape: One, method: 'DELETE' })
  },

  /** `undefined` as long as nobody asked for the permanent deletion (and for unknown users). */
  deletionStatuses: async (id: number): Promise<DeletionStatus[] | undefined> =>
    (
      await http.find({
        shape: Statuses,
        method: 'GET',
        path: '/api/v2/users/{user_id}/compliance_deletion_statuses',
        params: { user_id: checkedId(id) },
      })
    )?.compliance_deletion_statuses,
})

function deletedUser(id: number) {
  return { path: '/api/v2/deleted_users/{user_id}', params: { user_id: checkedId(id) } }
}
