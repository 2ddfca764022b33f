import { parse } from 'node:querystring'
import { scopes } from '../../src/commands/manifest.ts'
import { members, team } from '../load/requests.ts'
import { serve } from './serve.ts'

/** Slack's Web API as far as the bot calls it, answering at once: never what is waited for. */
type Called = Readonly<Record<string, unknown>>

let count = 0
const posts: object[] = []

const user = (id: unknown) => ({ id, team_id: team, name: 'somebody', locale: 'en-US', tz: 'UTC' })
const view = () => ({ view: { id: `V0BENCH${(count += 1)}`, hash: `${count}.bench` } })
const groups: Record<string, string[]> = {
  S0LEADS: [members.lead],
  S0PRIVACY: members.officers,
}

const answers: Record<string, (called: Called) => object> = {
  'auth.test': () => ({ team_id: team, user_id: 'U0BOT', bot_id: 'B0BENCH', url: 'http://bench/' }),
  'conversations.info': ({ channel }) => ({ channel: { id: channel, is_member: true } }),
  'conversations.open': ({ users }) => ({ channel: { id: `D0${String(users)}` } }),
  'conversations.history': () => ({ messages: [] }),
  'usergroups.list': () => ({ usergroups: Object.keys(groups).map((id) => ({ id })) }),
  'usergroups.users.list': ({ usergroup }) => ({ users: groups[String(usergroup)] ?? [] }),
  'users.info': (called) => ({ user: user(called['user']) }),
  'chat.postMessage': posted,
  'views.open': view,
  'views.push': view,
  'views.update': view,
}

function posted({ channel, blocks, text }: Called): object {
  const ts = `${Math.floor(Date.now() / 1000)}.${String((count += 1)).padStart(6, '0')}`
  const parsed: unknown = typeof blocks === 'string' ? JSON.parse(blocks) : (blocks ?? [])
  posts.push({ ts, channel, text, blocks: parsed })
  return { ts, channel, message: { ts } }
}

function calledWith(text: string): Called {
  return text.startsWith('{') ? (JSON.parse(text) as Called) : parse(text)
}

serve((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const called = calledWith(Buffer.concat(chunks).toString())
    const method = request.url?.replace('/api/', '') ?? ''
    const headers = {
      'content-type': 'application/json',
      'x-oauth-scopes': Object.keys(scopes).join(','),
    }
    const body = method === '/posts' ? posts : { ok: true, ...answers[method]?.(called) }
    response.writeHead(200, headers).end(JSON.stringify(body))
  })
})
