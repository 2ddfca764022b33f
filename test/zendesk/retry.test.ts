import { expect, test } from 'vitest'
import { waitBeforeRetry } from '../../src/zendesk/retry.ts'
import { client, errorOf } from './support/client.ts'
import { sampleUser } from './support/samples.ts'
import { serve } from './support/server.ts'

test.each<[string, number, number | undefined, number | undefined, number | undefined]>([
  ['GET', 1, 429, 27_000, 27_000],
  ['GET', 1, 429, undefined, 10_000],
  ['GET', 4, 429, 1_000, 1_000],
  ['GET', 5, 429, 1_000, undefined],
  ['GET', 1, 429, 3_600_000, undefined],
  ['GET', 1, 503, 30_000, 30_000],
  ['GET', 1, 503, undefined, 500],
  ['GET', 1, 500, undefined, 500],
  ['GET', 2, 502, undefined, 1_000],
  ['GET', 3, undefined, undefined, 2_000],
  ['GET', 4, 504, undefined, 4_000],
  ['GET', 5, 504, undefined, undefined],
  ['GET', 1, 408, undefined, 500],
  ['GET', 1, 200, undefined, undefined],
  ['GET', 1, 302, undefined, undefined],
  ['GET', 1, 400, undefined, undefined],
  ['GET', 1, 401, undefined, undefined],
  ['GET', 1, 403, undefined, undefined],
  ['GET', 1, 404, undefined, undefined],
  ['GET', 1, 409, undefined, undefined],
  ['GET', 1, 422, 1_000, undefined],
  ['PUT', 1, 429, 1_000, undefined],
  ['PUT', 1, 503, 1_000, undefined],
  ['PUT', 1, undefined, undefined, undefined],
  ['DELETE', 1, 429, 1_000, undefined],
  ['DELETE', 1, 500, undefined, undefined],
  ['POST', 1, undefined, undefined, undefined],
])(
  '%s, try %i, answered %s with Retry-After %s: wait %s',
  (method, attempt, status, retryAfterMs, wait) => {
    expect(waitBeforeRetry({ method, attempt, status, retryAfterMs })).toBe(wait)
  },
)

test('a read that is limited waits as long as Zendesk says, then succeeds', async () => {
  const { url, requests } = await serve(() =>
    requests.length < 3
      ? { status: 429, headers: { 'retry-after': '27' }, body: 'Too many requests' }
      : { body: { user: sampleUser } },
  )
  const zendesk = client(url)

  await expect(zendesk.users.show(11)).resolves.toMatchObject({ id: 11 })
  expect(zendesk.slept).toEqual([27_000, 27_000])
})

test('Retry-After may be a date', async () => {
  const { url, requests } = await serve(() =>
    requests.length < 2
      ? { status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 00:01:30 GMT' } }
      : { body: { user: sampleUser } },
  )
  const zendesk = client(url)

  await zendesk.users.show(11)

  expect(zendesk.slept).toEqual([90_000])
})

test('a read gives up after five tries', async () => {
  const { url, requests } = await serve((_, response) => {
    response.destroy()
    return undefined
  })

  expect(await errorOf(client(url).users.show(11))).toMatchObject({ name: 'ZendeskSilent' })
  expect(requests).toHaveLength(5)
})

test.each([429, 500, 502, 503, 504, 409])('a write that got %i was sent once', async (status) => {
  const { url, requests } = await serve(() => ({ status, headers: { 'retry-after': '1' } }))
  const zendesk = client(url)

  const error = await errorOf(zendesk.tickets.purge(21))

  expect(error).toMatchObject({ name: status === 429 ? 'ZendeskLimited' : 'ZendeskSilent', status })
  expect(requests).toHaveLength(1)
  expect(zendesk.slept).toEqual([])
})

test('a write whose answer was lost was sent once', async () => {
  const { url, requests } = await serve((_, response) => {
    response.destroy()
    return undefined
  })

  expect(await errorOf(client(url).users.remove(11))).toMatchObject({
    name: 'ZendeskSilent',
    code: 'ECONNRESET',
  })
  expect(requests).toHaveLength(1)
})

test('an account that cannot be reached is silence, not a refusal', async () => {
  const error = await errorOf(client('http://127.0.0.1:1').users.remove(11))

  expect(error).toMatchObject({ name: 'ZendeskSilent', code: 'ECONNREFUSED', status: undefined })
})
