import { app, home } from '../state/cast.ts'
import type { Handler, Method } from './call.ts'

const test: Handler = () => ({
  url: `https://${home.domain}.slack.com/`,
  team: home.name,
  user: 'rightsdesk',
  team_id: home.id,
  user_id: app.user,
  bot_id: app.bot,
  is_enterprise_install: false,
})

const team: Handler = () => ({
  team: {
    id: home.id,
    name: home.name,
    domain: home.domain,
    email_domain: 'example.com',
    icon: { image_default: true },
  },
})

/** `auth.test` and `team.info`. */
export const authMethods: readonly Method[] = [
  { name: 'auth.test', run: test },
  { name: 'team.info', run: team, scope: 'team:read', perMinute: 50 },
]
