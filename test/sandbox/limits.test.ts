import { expect, test } from 'vitest'
import { camille, homonym } from '../../sandbox/zendesk/sample/people.ts'
import { account } from './account.ts'

test('every answer carries both families of headers', async () => {
  const { get } = await account()
  await get('/users')

  const { headers } = await get('/tickets')

  expect(Object.fromEntries(headers)).toMatchObject({
    'x-rate-limit': '700',
    'x-rate-limit-remaining': '698',
    'ratelimit-limit': '700',
    'ratelimit-remaining': '698',
    'ratelimit-reset': '60',
    'zendesk-ratelimit-tickets-index': 'total=100; remaining=99; resets=60',
  })
})

test('the allowance of the account ends in plain text and comes back after a minute', async () => {
  const { get, clock } = await account({ account: { perMinute: 3 } })
  for (let n = 0; n < 3; n += 1) await get('/users/me')
  clock.pass(20_000)

  const refused = await get('/users/me')
  clock.pass(40_000)
  const later = await get('/users/me')

  expect([refused.status, refused.text]).toEqual([
    429,
    'Number of allowed API requests per minute exceeded',
  ])
  expect(refused.headers.get('retry-after')).toBe('40')
  expect(refused.headers.get('content-type')).toContain('text/plain')
  expect(later.status).toBe(200)
})

test('one user takes five updates a minute, the account one a second', async () => {
  const { put, clock } = await account()
  const statuses: number[] = []

  for (let n = 0; n < 6; n += 1) {
    statuses.push((await put(`/users/${camille.id}`, { user: { notes: String(n) } })).status)
    clock.pass(1000)
  }
  const other = await put(`/users/${homonym.id}`, { user: { notes: 'x' } })
  const atOnce = await put(`/users/${homonym.id}`, { user: { notes: 'y' } })

  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  expect([other.status, atOnce.status]).toEqual([200, 429])
})

test('the sixth update says what was recorded', async () => {
  const { put, clock } = await account()
  for (let n = 0; n < 5; n += 1) {
    await put(`/users/${camille.id}`, { user: { notes: String(n) } })
    clock.pass(1000)
  }

  const { text, headers } = await put(`/users/${camille.id}`, { user: { notes: 'six' } })

  expect(text).toBe(
    'You have exceeded the rate limit for updating a single unique user. user email:  id:  external_id: ',
  )
  expect(headers.get('retry-after')).toBe('55')
})

test('deleted tickets are listed ten times a minute', async () => {
  const { get, clock } = await account()
  for (let n = 0; n < 10; n += 1) await get('/deleted_tickets')

  const refused = await get('/deleted_tickets')
  clock.pass(60_000)

  expect([refused.status, (await get('/deleted_tickets')).status]).toEqual([429, 200])
})

test.each([
  ['/users?page[size]=101', 400, 'errors'],
  ['/users?page[size]=none', 400, 'errors'],
  ['/users?page[after]=%25', 400, 'errors'],
  ['/users?page=101&per_page=100', 400, 'errors'],
  ['/users?page=none', 400, 'error'],
])('%s is refused', async (path, status, key) => {
  const { get } = await account()

  const answer = await get(path)

  expect([answer.status, Object.keys(answer.body as object)]).toEqual([status, [key]])
})

test('pages by number say how many there are, pages by cursor do not', async () => {
  const { get } = await account()

  const numbered = await get('/users?per_page=50')
  const cursor = await get('/users?page[size]=50')

  expect(numbered.at('next_page')).toContain('/api/v2/users.json?per_page=50&page=2')
  expect(numbered.at('count')).toBe(105)
  expect(cursor.at('count')).toBeUndefined()
  expect(cursor.at('meta', 'has_more')).toBe(true)
})

test('a cursor walks through every user once, there and back', async () => {
  const { get, call } = await account()
  const seen: unknown[] = []
  let page = await get('/users?page[size]=7')
  seen.push(...page.all('users', 'id'))

  while (page.at('meta', 'has_more')) {
    page = await call('GET', String(page.at('links', 'next')))
    seen.push(...page.all('users', 'id'))
  }
  const back = await call('GET', String(page.at('links', 'prev')))

  expect(new Set(seen).size).toBe(105)
  expect(seen).toHaveLength(105)
  expect(back.all('users', 'id')).toEqual(seen.slice(-14, -7))
})
