import type { Channel, Group, User } from './records.ts'

/** The workspaces. Nobody in them exists. */
export const teams = {
  T0NORDLYS: { id: 'T0NORDLYS', name: 'Nordlys', domain: 'nordlys' },
  T0ELSEWHERE: { id: 'T0ELSEWHERE', name: 'Elsewhere', domain: 'elsewhere' },
} as const

/** The workspace the app is installed in. */
export const home = teams.T0NORDLYS

/** The app and its bot user. */
export const app = {
  id: 'A0RIGHTS',
  bot: 'B0RIGHTS',
  user: 'U0RIGHTS',
  name: 'Rights Desk',
} as const

const member = (id: string, real_name: string, more: Partial<User> = {}): User => ({
  id,
  team: home.id,
  real_name,
  name: nameOf(real_name),
  email: `${nameOf(real_name)}@example.com`,
  locale: 'en-GB',
  tz: 'Europe/Copenhagen',
  deleted: false,
  is_bot: false,
  is_admin: false,
  is_restricted: false,
  is_ultra_restricted: false,
  ...more,
})

const nameOf = (real: string): string =>
  real.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')

/** Members, guests, a leaver, the bot and a stranger. */
export const users: readonly User[] = [
  member('U0AUBRY', 'Inès Aubry', { locale: 'fr-FR', tz: 'Europe/Paris' }),
  member('U0LIND', 'Tomas Lind', { is_admin: true }),
  member('U0OKAFOR', 'Maya Okafor', { tz: 'Europe/London' }),
  member('U0BERGER', 'Lena Berger', { tz: 'Europe/Berlin' }),
  member('U0WEBER', 'Jonas Weber', { tz: 'Europe/Berlin' }),
  member('U0GUEST', 'Sofia Moretti', { is_restricted: true }),
  member('U0VISITOR', 'Piet Jansen', { is_restricted: true, is_ultra_restricted: true }),
  member('U0GONE', 'Karl Holm', { deleted: true }),
  member(app.user, app.name, { is_bot: true, name: 'rightsdesk', email: null }),
  member('U0ELSEWHERE', 'Ruth Calder', { team: 'T0ELSEWHERE' }),
]

const created = 1_767_258_000
const channel = (id: string, name: string, more: Partial<Channel>): Channel => ({
  id,
  name,
  kind: 'public',
  members: [],
  archived: false,
  ext_shared: false,
  created,
  ...more,
})

const officers = ['U0OKAFOR', 'U0BERGER', 'U0LIND']
const staff = ['U0AUBRY', ...officers, 'U0WEBER']

/** Channels; the app is in the two private ones, `#exports` and the shared one. */
export const channels: readonly Channel[] = [
  channel('C0GENERAL', 'general', { members: [...staff, 'U0GUEST'] }),
  channel('C0REQUESTS', 'rights-requests', {
    kind: 'private',
    members: [...staff, 'U0GUEST', app.user],
  }),
  channel('C0AUDIT', 'rights-audit', {
    kind: 'private',
    members: ['U0AUBRY', ...officers, app.user],
  }),
  channel('C0EXPORTS', 'exports', { members: [...staff, app.user] }),
  channel('C0SHARED', 'ext-partners', {
    ext_shared: true,
    members: ['U0AUBRY', 'U0WEBER', 'U0VISITOR', 'U0ELSEWHERE', app.user],
  }),
  channel('C0BOARD', 'board', { kind: 'private', members: ['U0LIND'] }),
  channel('C0OLD', 'old-requests', { archived: true, members: ['U0LIND', app.user] }),
]

/** User groups. */
export const groups: readonly Group[] = [
  {
    id: 'S0PRIVACY',
    handle: 'privacy',
    name: 'Privacy officers',
    users: officers,
    disabled: false,
  },
  {
    id: 'S0LEADS',
    handle: 'support-leads',
    name: 'Support leads',
    users: ['U0AUBRY'],
    disabled: false,
  },
  { id: 'S0FORMER', handle: 'former', name: 'Former officers', users: [], disabled: true },
]

/** What the app is granted unless told otherwise (facts 5). */
export const defaultScopes: readonly string[] = [
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users:read',
  'users:read.email',
]
