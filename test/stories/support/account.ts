import type { LogEntry } from '../../../sandbox/zendesk/account/log.ts'
import { staff } from '../../../sandbox/zendesk/sample/people.ts'
import type { Desk } from './desk.ts'

const sofia = `Basic ${Buffer.from(`${staff.agent.email}/token:sandbox-agent-token`).toString('base64')}`
const reads = new Set(['GET', 'HEAD'])

/** An agent does something in Zendesk while the desk is at work. */
export async function agentDoes(
  desk: Desk,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${desk.account.url}/api/v2${path}`, {
    method,
    headers: { authorization: sofia, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  const text = await answer.text()
  const told: unknown = text === '' ? undefined : JSON.parse(text)
  return told
}

/** Somebody writes on a ticket. */
export async function writes(
  desk: Desk,
  ticket: number,
  body: string,
  author?: number,
): Promise<void> {
  const comment = { body, public: true, ...(author ? { author_id: author } : {}) }
  await agentDoes(desk, 'PUT', `/tickets/${ticket}`, { ticket: { comment } })
}

/** What the desk itself sent to the account, other than reads and its sign-in. */
export const writesOf = (desk: Desk): LogEntry[] =>
  desk.account
    .log()
    .filter(
      ({ method, path, actor }) =>
        actor !== staff.agent.id && !reads.has(method) && !path.startsWith('/oauth'),
    )

/** Every change that came of the desk's writes, such as `ticket.deleted 48213`. */
export const effectsOf = (desk: Desk): string[] =>
  writesOf(desk).flatMap(({ effect }) => effect.map(({ kind, id }) => `${kind} ${id}`))
