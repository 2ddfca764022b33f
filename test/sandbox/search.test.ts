import { expect, test } from 'vitest'
import { camille, homonym, ownTickets } from '../../sandbox/zendesk/sample/people.ts'
import { account, query, type Rig, readOnly } from './account.ts'

const shared = readOnly()

async function ids({ get }: Rig, text: string): Promise<unknown[]> {
  const { all } = await get(
    `/search/export${query({ query: text, 'filter[type]': 'ticket', 'page[size]': '1000' })}`,
  )
  return all('results', 'id')
}

test.each([
  [`requester:${camille.email}`, [...ownTickets]],
  [`requester:${camille.second}`, [...ownTickets]],
  [`requester:${camille.id}`, [...ownTickets]],
  [`requester:${camille.id} status<closed`, [47655, 48004, 48213]],
  [`requester:${camille.id} status:solved status:open`, [47655, 48004, 48213]],
  [`requester:${camille.id} -status:closed tags:rgpd`, [48213]],
  [`cc:${camille.email}`, [47388]],
  [`commenter:${camille.id} -requester:${camille.id}`, [47388]],
  [`requester:${camille.id} requester:${homonym.id} status:open`, [48177, 48213]],
  ['camille.lefevre@example.com', [22310, 27604, 47502, 47940]],
  ['"06 39 98 12 34"', [26845, 44120, 48151]],
  ['0639981234', [33790, 48090]],
  ['+33.6.39.98.12.34', [40218]],
  ['LEFEVRE', [45112]],
  ['"Camille Lefèvre" status<closed requester:lea.marchand@example.com', [47388, 47940, 48151]],
  ['Suppres', [48213]],
  ['uppression', []],
  ['subject:"Livraison pour Camille"', [48151]],
  ['fieldvalue:"06 39 98 12 34"', [48151]],
  ['ref-camille', [47502]],
  ['created>2026-11-20 requester:camille.lefevre@example.com', [48213]],
])('%s', async (text, found) => {
  expect(await ids(shared(), text)).toEqual(found)
})

test('the index lags behind: a redacted text is still found for a while', async () => {
  const rig = await account()
  await rig.put('/tickets/48213', { ticket: { comment: { body: 'Zanzibar' } } })

  const early = await ids(rig, 'Zanzibar')
  rig.clock.pass(700)
  const late = await ids(rig, 'Zanzibar')

  expect([early, late]).toEqual([[], [48213]])
})

test('deleted tickets leave search', async () => {
  const rig = await account()
  await rig.del('/tickets/48213')
  rig.settle()

  expect(await ids(rig, 'Suppression')).toEqual([])
})

test('search gives a thousand at most and takes page numbers only', async () => {
  const { get } = await account()

  const first = await get(
    `/search${query({ query: 'type:ticket status<=closed', per_page: '100' })}`,
  )
  const eleventh = await get(`/search${query({ query: 'type:ticket', page: '11' })}`)
  const cursor = await get(`/search${query({ query: 'type:ticket', 'page[size]': '10' })}`)
  const count = await get(`/search/count${query({ query: 'type:ticket' })}`)

  expect(first.rows('results')).toHaveLength(100)
  expect(first.at('results', 0, 'result_type')).toBe('ticket')
  expect(first.at('next_page')).toContain('page=2')
  expect([eleventh.status, eleventh.at('description')]).toEqual([
    422,
    'Requested response size was greater than Search Response Limits',
  ])
  expect([cursor.status, cursor.text]).toEqual([
    400,
    expect.stringContaining('page must be an integer'),
  ])
  expect(count.at('count')).toBeGreaterThan(590)
})

test('search without a type finds people and organisations too', async () => {
  const { get } = await account()

  const { all } = await get(`/search${query({ query: 'Alpin' })}`)

  expect(new Set(all('results', 'result_type'))).toEqual(new Set(['organization', 'ticket']))
})

test('an export wants one type, goes by creation and forgets its cursor after an hour', async () => {
  const { get, clock, call } = await account()
  const asked = { query: `requester:${camille.id}`, 'filter[type]': 'ticket', 'page[size]': '4' }

  const untyped = await get(`/search/export${query({ query: 'x' })}`)
  const first = await get(`/search/export${query(asked)}`)
  const second = await call('GET', String(first.at('links', 'next')))
  const third = await get(
    `/search/export${query({ ...asked, 'page[after]': String(second.at('meta', 'after_cursor')) })}`,
  )
  clock.pass(3_600_001)
  const late = await get(
    `/search/export${query({ ...asked, 'page[after]': String(second.at('meta', 'after_cursor')) })}`,
  )

  expect(untyped.status).toBe(400)
  expect([first, second, third].flatMap(({ all }) => all('results', 'id'))).toEqual([...ownTickets])
  expect(third.at('meta', 'has_more')).toBe(false)
  expect(late.status).toBe(400)
})
