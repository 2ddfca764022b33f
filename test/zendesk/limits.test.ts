import { expect, test } from 'vitest'
import { client, errorOf } from './support/client.ts'
import { sampleComment, sampleJob, sampleTicket, sampleUser } from './support/samples.ts'
import { type Reply, serve } from './support/server.ts'

const usedUp = (limit: string, resets = 400) => ({
  [`zendesk-ratelimit-${limit}`]: `total=30; remaining=0; resets=${resets}`,
})
const plenty = { 'x-rate-limit': '700', 'x-rate-limit-remaining': '668' }

const LIMITS: [string, Reply, object][] = [
  [
    'one ticket, by its header',
    { headers: { ...plenty, ...usedUp('per-ticket-updates') }, body: 'Slow down' },
    { limit: 'record', record: 21 },
  ],
  [
    'one ticket, by Zendesk’s sentence',
    {
      body: 'Rate limit for ticket updates exceeded, please wait before updating this ticket again',
    },
    { limit: 'record', record: 21 },
  ],
  [
    'one user, by Zendesk’s sentence',
    {
      headers: plenty,
      body: 'You have exceeded the rate limit for updating a single unique user. user email:  id:  external_id: ',
    },
    { limit: 'record', record: 21 },
  ],
  [
    'one endpoint, by its header',
    { headers: { ...plenty, ...usedUp('tickets-update') }, body: 'Slow down' },
    { limit: 'endpoint', record: undefined },
  ],
  [
    'something that is not the account, because of that much is left',
    { headers: plenty, body: 'Slow down' },
    { limit: 'endpoint', record: undefined },
  ],
  [
    'the account, by its header',
    { headers: { 'x-rate-limit': '700', 'x-rate-limit-remaining': '0' } },
    { limit: 'account', record: undefined },
  ],
  [
    'the account, by Zendesk’s sentence',
    { body: 'Number of allowed API requests per minute exceeded' },
    { limit: 'account', record: undefined },
  ],
  [
    'nobody knows what, so the account',
    { body: 'Slow down' },
    { limit: 'account', record: undefined },
  ],
]

test.each(LIMITS)('a refused write tells what is limited: %s', async (_, reply, told) => {
  const headers = { 'retry-after': '27', ...reply.headers }
  const { url } = await serve(() => ({ ...reply, headers, status: 429 }))

  expect(await errorOf(client(url).tickets.update(21, { subject: 'x' }))).toMatchObject({
    name: 'ZendeskLimited',
    retryAfterMs: 27_000,
    ...told,
  })
})

test('the ticket of a limited redaction is named, though the address names only the comment', async () => {
  const { url } = await serve(() => ({ status: 429, headers: usedUp('per-ticket-updates') }))
  const redaction = { ticketId: 21, commentId: 31, htmlBody: '', attachmentUrls: [] }

  expect(await errorOf(client(url).comments.redact(redaction))).toMatchObject({
    limit: 'record',
    record: 21,
  })
})

const answers = (path: string): Reply => {
  if (path.startsWith('/api/v2/comment_redactions')) return { body: { comment: sampleComment } }
  return path.endsWith('/audits')
    ? { body: { audits: [], meta: { has_more: false } } }
    : { body: { ticket: sampleTicket } }
}

test('a ticket that took its 30 changes is told at once; all others go on, and its own reads too', async () => {
  const { url, requests } = await serve(({ path, method }) => {
    const full = path.endsWith('/21') && method === 'PUT'
    return { ...answers(path), headers: full ? usedUp('per-ticket-updates') : {} }
  })
  const { tickets, slept } = client(url)
  await tickets.update(21, { subject: 'the 30th' })

  const error = await errorOf(tickets.update(21, { subject: 'the 31st' }))
  await tickets.update(22, { subject: 'another ticket' })
  await tickets.show(21)

  expect(error).toMatchObject({
    code: 'OwnLimit',
    status: undefined,
    limit: 'record',
    record: 21,
    retryAfterMs: 400_000,
  })
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /api/v2/tickets/21',
    'PUT /api/v2/tickets/22',
    'GET /api/v2/tickets/21',
  ])
  expect(slept).toEqual([])
})

test('even a short wait for one ticket is told, so that another one can use the time', async () => {
  const { url, requests } = await serve(({ path }) => ({
    ...answers(path),
    headers: usedUp('per-ticket-updates', 2),
  }))
  const { tickets, slept } = client(url)
  await tickets.update(21, { subject: 'x' })

  expect(await errorOf(tickets.update(21, { subject: 'y' }))).toMatchObject({
    limit: 'record',
    retryAfterMs: 2_000,
  })
  expect(requests).toHaveLength(1)
  expect(slept).toEqual([])
})

test('a 429 about one ticket holds that ticket back until Retry-After, without a second 429', async () => {
  const { url, requests } = await serve(({ path }) =>
    path.endsWith('/21')
      ? { status: 429, headers: { 'retry-after': '300' }, body: 'wait before updating this ticket' }
      : answers(path),
  )
  const { tickets } = client(url)
  await errorOf(tickets.update(21, { subject: 'x' }))

  const again = await errorOf(tickets.update(21, { subject: 'x' }))
  await tickets.update(22, { subject: 'x' })

  expect(again).toMatchObject({ limit: 'record', record: 21, code: 'OwnLimit' })
  expect(requests).toHaveLength(2)
})

test('a 429 about the account holds every write back, and opens again when it said', async () => {
  let limited = true
  const { url, requests } = await serve(({ path }) =>
    limited
      ? {
          status: 429,
          headers: { 'retry-after': '2' },
          body: 'Number of allowed API requests per minute exceeded',
        }
      : answers(path),
  )
  const { tickets, slept } = client(url)
  await errorOf(tickets.update(21, { subject: 'x' }))
  limited = false

  await tickets.update(22, { subject: 'x' })
  await tickets.update(23, { subject: 'x' })

  expect(requests).toHaveLength(3)
  expect(slept).toEqual([2_000])
})

test('an endpoint without room is told as such, after no more than a few seconds', async () => {
  const { url } = await serve(() => ({
    body: { deleted_user: { id: 11, name: 'x', active: false } },
    headers: { 'zendesk-ratelimit-deleted-users-destroy': 'total=700; remaining=0; resets=500' },
  }))
  const { users, slept } = client(url)
  await users.purge(11)

  expect(await errorOf(users.purge(12))).toMatchObject({
    limit: 'endpoint',
    record: undefined,
    retryAfterMs: 500_000,
  })
  expect(slept).toEqual([])
})

test('the humans’ share is one of the account’s allowance, not of an endpoint’s', async () => {
  const { url, requests } = await serve(() => ({
    body: { deleted_user: { id: 11, name: 'x', active: false } },
    headers: { 'zendesk-ratelimit-deleted-users-destroy': 'total=700; remaining=1; resets=500' },
  }))
  const { users } = client(url, { share: 0.2 })
  await users.purge(11)

  await users.purge(12)

  expect(requests).toHaveLength(2)
})

test('too many jobs is a refusal by that name, and nothing was begun', async () => {
  const { url } = await serve(() => ({
    status: 422,
    body: { error: 'TooManyJobs', description: 'x' },
  }))

  expect(await errorOf(client(url).tickets.removeMany([21]))).toMatchObject({
    name: 'ZendeskRefused',
    code: 'TooManyJobs',
  })
})

test('a user’s limit is of that user: another one can be changed meanwhile', async () => {
  const { url, requests } = await serve(({ path }) =>
    path.endsWith('/11')
      ? {
          status: 429,
          headers: { 'retry-after': '27' },
          body: 'You have exceeded the rate limit for updating a single unique user.',
        }
      : { body: { user: sampleUser } },
  )
  const { users } = client(url)

  expect(await errorOf(users.update(11, { notes: '' }))).toMatchObject({ record: 11 })
  await users.update(12, { notes: '' })

  expect(requests).toHaveLength(2)
})

test('a bulk job is about no single record', async () => {
  const { url } = await serve(() => ({ body: { job_status: sampleJob } }))
  const job = await client(url).tickets.updateMany([21, 22], { additional_tags: ['erased'] })

  expect(job).toMatchObject({ id: 'V3-1' })
})
