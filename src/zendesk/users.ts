import { z } from 'zod'
import { deletedUsers } from './deleted-users.ts'
import { ZendeskUnauthorised } from './errors.ts'
import { bulk, checkedId, inGroups } from './ids.ts'
import { type Job, jobIn } from './jobs.ts'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'

/**
 * A user as an agent sees it. Deleted users are still shown, with `active: false`; what recordings
 * of old accounts lack is null or empty here.
 *
 * https://developer.zendesk.com/api-reference/ticketing/users/users/
 */
export const User = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(['end-user', 'agent', 'admin']),
  active: z.boolean(),
  suspended: z.boolean(),
  verified: z.boolean(),
  phone: z.string().nullable(),
  shared_phone_number: z.boolean().nullable().default(null),
  alias: z.string().nullable().default(null),
  details: z.string().nullable().default(null),
  notes: z.string().nullable().default(null),
  external_id: z.string().nullable().default(null),
  locale: z.string(),
  time_zone: z.string(),
  organization_id: z.int().nullable(),
  tags: z.array(z.string()).default([]),
  user_fields: z.record(z.string(), z.unknown()).default({}),
  photo: z.object({ content_url: z.string().optional() }).nullable().default(null),
  created_at: z.string(),
  updated_at: z.string(),
})
export type User = z.infer<typeof User>

/** Whom our credentials stand for. */
export const Me = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(['end-user', 'agent', 'admin']),
  role_type: z.int().nullable().default(null),
  custom_role_id: z.int().nullable().default(null),
  ticket_restriction: z.string().nullable().default(null),
})
export type Me = z.infer<typeof Me>

/** What an update may set. Setting `email` only adds a secondary address: use the identities. */
export type UserChange = {
  name?: string
  email?: string
  alias?: string
  details?: string
  notes?: string
  phone?: string
  external_id?: string | null
  locale?: string
  time_zone?: string
  organization_id?: number | null
  suspended?: boolean
  tags?: readonly string[]
  user_fields?: Readonly<Record<string, unknown>>
  remote_photo_url?: string
}

const One = z.object({ user: User })
const Many = z.object({ users: z.array(User) })
// A stranger is answered 200 here: a user without an id.
const Whoever = z.object({ user: z.union([Me, z.object({ id: z.null().optional() })]) })

export const users = (http: Http) => ({
  ...reading(http),
  ...writing(http),
  ...deletedUsers(http),
})

const reading = (http: Http) => ({
  /**
   * @throws ZendeskUnauthorised also for the 200 "Anonymous user", which is how Zendesk says here
   * that it doesn't know the credentials.
   */
  me: async (): Promise<Me> => {
    const path = '/api/v2/users/me'
    const { user } = await http.send({ shape: Whoever, method: 'GET', path })
    if (typeof user.id === 'number') return user
    throw new ZendeskUnauthorised({ method: 'GET', path, ids: [], code: 'AnonymousUser' })
  },

  /** Soft and even permanently deleted users are shown too: look at `active`. */
  show: async (id: number): Promise<User | undefined> =>
    (await http.find({ ...theUser(id), shape: One, method: 'GET' }))?.user,

  /**
   * Any number of ids, 100 a call, in no order that can be relied on. Unknown ones are left out, and
   * deleted ones may be: to know what became of one, use `show`.
   */
  showMany: async (ids: Iterable<number>): Promise<User[]> => {
    const found: User[] = []
    for (const group of inGroups([...ids].map(checkedId))) {
      const path = '/api/v2/users/show_many'
      found.push(...(await http.send({ shape: Many, method: 'GET', path, ids: group })).users)
    }
    return found
  },

  /**
   * Any number of external ids, 100 a call, in no order that can be relied on; Zendesk doesn't look
   * at upper and lower case. Unknown ones are left out. A comma parts the ids of one call, so an id
   * that holds one is asked for by itself.
   */
  showManyExternal: async (externalIds: Iterable<string>): Promise<User[]> => {
    const asked = [...externalIds].filter((id) => id !== '')
    const found: User[] = []
    for (const group of inGroups(asked.filter((id) => !id.includes(',')))) {
      const path = '/api/v2/users/show_many'
      const query = { external_ids: group.join(',') }
      found.push(...(await http.send({ shape: Many, method: 'GET', path, query })).users)
    }
    for (const id of asked.filter((each) => each.includes(','))) {
      for await (const user of searched(http, { external_id: id })) found.push(user)
    }
    return found
  },

  /**
   * By Zendesk's search syntax (whole words and beginnings of words, minutes late) or by external
   * id (exact but for case). Zendesk refuses to go beyond 10,000.
   */
  search: (by: { query: string } | { externalId: string }): AsyncIterable<User> =>
    searched(http, 'query' in by ? { query: by.query } : { external_id: by.externalId }),
})

const writing = (http: Http) => ({
  /** At most 5 a minute per user. */
  update: async (id: number, fields: UserChange): Promise<User> =>
    (await http.send({ ...theUser(id), shape: One, method: 'PUT', body: { user: fields } })).user,

  /**
   * The soft deletion; it can't be undone, and only after it comes `purge`.
   *
   * @throws ZendeskRefused 422 with `blockedBy` while the user is requester of a ticket that isn't
   * closed; 404 when already gone.
   */
  remove: async (id: number): Promise<User> =>
    (await http.send({ ...theUser(id), shape: One, method: 'DELETE' })).user,

  /** Soft deletion of 1 to 100; admins only. Who couldn't be deleted is in the job's results. */
  removeMany: async (ids: readonly number[]): Promise<Job> =>
    await jobIn(http, {
      method: 'DELETE',
      path: '/api/v2/users/destroy_many',
      ids: bulk(ids),
    }),
})

function searched(http: Http, query: Readonly<Record<string, string>>): AsyncIterable<User> {
  const path = '/api/v2/users/search'
  return eachItem(http, { path, query, shape: Many, items: (page) => page.users, by: 'offset' })
}

function theUser(id: number) {
  return { path: '/api/v2/users/{user_id}', params: { user_id: checkedId(id) } }
}
