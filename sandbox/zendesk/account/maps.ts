import type { Tables } from './tables.ts'

type Key = string | number

/** Every table, by id. */
export type Maps = { [N in keyof Tables]: Map<Key, Tables[N]> }

/** Every table, with nothing in it. */
export const emptyTables = (): Maps => ({
  users: new Map(),
  identities: new Map(),
  organizations: new Map(),
  tickets: new Map(),
  comments: new Map(),
  attachments: new Map(),
  audits: new Map(),
  suspended: new Map(),
  jobs: new Map(),
  purges: new Map(),
  recordings: new Map(),
  tokens: new Map(),
  roles: new Map(),
  counters: new Map(),
  chats: new Map(),
  sides: new Map(),
  ratings: new Map(),
  rules: new Map(),
  webhooks: new Map(),
  views: new Map(),
  sent: new Map(),
})
