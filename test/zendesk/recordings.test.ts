import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Zendesk } from '../../src/zendesk/index.ts'
import { all, client } from './support/client.ts'
import { serve } from './support/server.ts'

/** Real traffic lies beside the repository, not in it. */
const FOLDER = new URL('../../../shared/zendesk/recordings/', import.meta.url)

type Recording = {
  request: { method: string; path: string }
  response: { status: number; headers: Record<string, string>; body: unknown }
}

/** Which of our calls reads such an answer. Answers of endpoints that we don't use have none. */
const CALLS: readonly [RegExp, (zendesk: Zendesk) => Promise<unknown>][] = [
  [/^GET \/users\/me$/, async ({ users }) => await users.me()],
  [/^GET \/users\/search$/, async ({ users }) => await all(users.search({ query: 'x' }))],
  [/^GET \/users\/show_many$/, async ({ users }) => await users.showMany([1])],
  [/^GET \/(incremental\/)?users$/, async ({ users }) => await users.showMany([1])],
  [/^GET \/users\/\d+$/, async ({ users }) => await users.show(1)],
  [/^(PUT|POST) \/users(\/\d+)?$/, async ({ users }) => await users.update(1, {})],
  [/^DELETE \/users\/\d+$/, async ({ users }) => await users.remove(1)],
  [/^DELETE \/users\/destroy_many$/, async ({ users }) => await users.removeMany([1])],
  [/^(PUT|POST) \/users\/\w+_many$/, async ({ users }) => await users.removeMany([1])],
  [/^GET \/users\/\d+\/identities$/, async ({ identities }) => await all(identities.list(1))],
  [/^DELETE .*\/identities\/\d+$/, async ({ identities }) => await identities.remove(1, 2)],
  [
    /^GET \/(tickets\/1\/audits|ticket_audits)$/,
    async ({ tickets }) => await first(tickets.audits(1)),
  ],
  [/^PUT \/tickets\/update_many$/, async ({ tickets }) => await tickets.updateMany([1], {})],
  [
    /^GET \/users\/\d+\/tickets\/\w+$/,
    async ({ tickets }) => await first(tickets.ofUser(1, 'requested')),
  ],
  [/^GET \/(incremental\/)?tickets$/, async ({ tickets }) => await tickets.showMany([1])],
  [/^GET \/tickets\/show_many$/, async ({ tickets }) => await tickets.showMany([1])],
  [/^GET \/tickets\/\d+$/, async ({ tickets }) => await tickets.show(1)],
  [
    /^PUT \/tickets\/\d+$/,
    async ({ tickets }) => await tickets.reply(1, { body: 'x', public: false }),
  ],
  [/^POST \/(imports\/)?tickets$/, async ({ tickets }) => await tickets.update(1, {})],
  [/^DELETE \/tickets\/\d+$/, async ({ tickets }) => await tickets.remove(1)],
  [/^(PUT|POST|DELETE) \/tickets\/\w+_many$/, async ({ tickets }) => await tickets.removeMany([1])],
  [/^DELETE \/deleted_tickets\/\d+$/, async ({ tickets }) => await tickets.purge(1)],
  [/^PUT \/deleted_tickets\/\d+\/restore$/, async ({ tickets }) => await tickets.restore(1)],
  [/^GET \/tickets\/\d+\/comments$/, async ({ comments }) => await all(comments.list(1))],
  [
    /^PUT \/comment_redactions\/\d+$/,
    async ({ comments }) =>
      await comments.redact({ ticketId: 1, commentId: 1, htmlBody: '', attachmentUrls: [] }),
  ],
  [/attachments\/\d+\/redact$/, async ({ comments }) => await comments.redactAttachment(1, 1, 1)],
  [/^GET \/job_statuses\/[\w-]+$/, async ({ jobs }) => await jobs.show('V3-1')],
  [/^GET \/suspended_tickets$/, async ({ suspended }) => await all(suspended.list())],
  [/^DELETE \/suspended_tickets\/\d+$/, async ({ suspended }) => await suspended.remove(1)],
  [/^GET \/account\/settings$/, async ({ account }) => await account.settings()],
]

const fitting = recordings().flatMap(([file, recording]) => {
  const { method, path } = recording.request
  const sentence = `${method} ${path.replace('/api/v2', '').replace(/\.json$/, '')}`
  const call = CALLS.find(([pattern]) => pattern.test(sentence))?.[1]
  return call ? [{ file, recording, call }] : []
})

test.skipIf(!existsSync(FOLDER))('the recordings of real traffic are beside the repository', () => {
  expect(fitting.length).toBeGreaterThan(90)
})

test.each(fitting)('reads what Zendesk really answered: $file', async ({ recording, call }) => {
  const { status, headers, body } = recording.response
  const kept = Object.entries(headers).filter(([name]) =>
    /limit|retry-after|content-type/.test(name),
  )
  const { url } = await serve(() => ({
    status,
    headers: Object.fromEntries(kept),
    body: body ?? undefined,
  }))

  const ended = await call(client(url)).then(
    () => 'well',
    (error: unknown) => (error instanceof Error ? error.name : 'otherwise'),
  )

  expect(ended).toBe(expected(recording))
})

function expected({ request, response: { status } }: Recording): string {
  if (status < 400 || (status === 404 && request.method === 'GET')) return 'well'
  if (status === 409) return 'ZendeskSilent'
  return status === 429 ? 'ZendeskLimited' : 'ZendeskRefused'
}

/** One item: a recorded page that says there are more is the only page that we have. */
async function first<Item>(list: AsyncIterable<Item>): Promise<Item | undefined> {
  for await (const item of list) return item
  return undefined
}

function recordings(): [string, Recording][] {
  if (!existsSync(FOLDER)) return []
  return readdirSync(FOLDER)
    .filter((file) => file !== 'index.json')
    .map((file) => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))])
}
