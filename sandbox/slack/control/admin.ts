import { z } from 'zod'
import { announce, queue } from '../deliver/announce.ts'
import { app } from '../state/cast.ts'
import { channelOf, userOf } from '../state/find.ts'
import type { Channel } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'

/** What an administrator can change, by the last part of `POST /_admin/…`. */
export const deeds: Readonly<Record<string, (workspace: Workspace, body: unknown) => void>> = {
  group: (workspace, body) => {
    const { id, ...change } = group.parse(body)
    const known = workspace.store.get('groups', id)
    if (change.deleted === true) return workspace.store.drop('groups', id)
    const before = known ?? { id, handle: id.toLowerCase(), name: id, users: [], disabled: false }
    const { users = before.users, disabled = before.disabled } = change
    workspace.store.put('groups', { ...before, users, disabled })
  },
  member: (workspace, body) => {
    const { id, ...change } = member.parse(body)
    const before = userOf(workspace, id)
    if (!before) throw new Missing(id)
    const defined = JSON.parse(JSON.stringify(change)) as object
    workspace.store.put('users', { ...before, ...defined })
  },
  channel: (workspace, body) => {
    const { id, archived, add = [], remove = [], ext_shared } = channel.parse(body)
    const before = channelIn(workspace, id)
    const members = new Set([...before.members, ...add].filter((one) => !remove.includes(one)))
    workspace.store.put('channels', {
      ...before,
      archived: archived ?? before.archived,
      ext_shared: ext_shared ?? before.ext_shared,
      members: [...members],
    })
    if (archived) announce(workspace, before, { type: 'channel_archive', channel: id })
  },
  app: (workspace, body) => {
    const change = installation.parse(body)
    if (change.token === 'revoked')
      queue(workspace, 'tokens_revoked', { type: 'tokens_revoked', tokens: { bot: [app.user] } })
    workspace.install(JSON.parse(JSON.stringify(change)) as object)
  },
}

/** Something that isn't there to be changed. */
export class Missing extends Error {
  override name = 'Missing' as const
}

const group = z.object({
  id: z.string(),
  users: z.array(z.string()).optional(),
  disabled: z.boolean().optional(),
  deleted: z.boolean().optional(),
})

const member = z.object({
  id: z.string(),
  deleted: z.boolean().optional(),
  locale: z.string().optional(),
  real_name: z.string().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
})

const channel = z.object({
  id: z.string(),
  archived: z.boolean().optional(),
  ext_shared: z.boolean().optional(),
  add: z.array(z.string()).optional(),
  remove: z.array(z.string()).optional(),
})

const installation = z.object({
  requestUrl: z.string().nullable().optional(),
  token: z.enum(['active', 'revoked']).optional(),
  scopes: z.array(z.string()).optional(),
  plan: z.enum(['free', 'paid']).optional(),
  events: z.array(z.string()).optional(),
  commands: z.array(z.string()).nullable().optional(),
})

function channelIn(workspace: Workspace, id: string): Channel {
  const found = channelOf(workspace, id)
  if (!found) throw new Missing(id)
  return found
}
