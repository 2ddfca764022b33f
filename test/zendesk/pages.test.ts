import { expect, test } from 'vitest'
import { all, client, errorOf } from './support/client.ts'
import { sampleTicket, sampleUser } from './support/samples.ts'
import { serve } from './support/server.ts'

const ticketPage = (id: number, meta?: object, links?: object) => ({
  body: { tickets: [{ ...sampleTicket, id }], meta, links },
})

test('cursor pages are read to the end, 100 items each', async () => {
  const { url, requests } = await serve(({ query }) => {
    const at = Number(query['page[after]'] ?? 0)
    return ticketPage(at + 1, { has_more: at < 3, after_cursor: String(at + 1) })
  })

  const found = await all(client(url).tickets.ofUser(11, 'requested'))

  expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(requests.map(({ query }) => query['page[size]'])).toEqual(['100', '100', '100', '100'])
})

test('a cursor page may be empty before the end', async () => {
  const { url } = await serve(({ query }) =>
    query['page[after]'] === 'b'
      ? ticketPage(7, { has_more: false, after_cursor: null })
      : { body: { tickets: [], meta: { has_more: true, after_cursor: 'b' } } },
  )

  expect(await all(client(url).tickets.ofUser(11, 'followed'))).toHaveLength(1)
})

test('offset pages are read to the end', async () => {
  const { url, requests } = await serve(({ query }) => ({
    body: {
      users: [{ ...sampleUser, id: Number(query.page) }],
      next_page:
        query.page === '3'
          ? null
          : `https://acme.example/x?page=${Number(query.page) + 1}&per_page=1`,
      count: 3,
    },
  }))

  const found = await all(client(url).users.search({ externalId: 'crm-7' }))

  expect(found.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(requests.map(({ query }) => query)).toEqual([
    { external_id: 'crm-7', per_page: '100', page: '1' },
    { external_id: 'crm-7', per_page: '100', page: '2' },
    { external_id: 'crm-7', per_page: '100', page: '3' },
  ])
})

test('the next page is asked for only when this one has been taken', async () => {
  const { url, requests } = await serve(({ query }) => {
    const at = Number(query['page[after]'] ?? 0)
    return ticketPage(at + 1, { has_more: true, after_cursor: String(at + 1) })
  })

  for await (const { id } of client(url).tickets.ofUser(11, 'assigned')) {
    expect(requests).toHaveLength(id)
    if (id === 3) break
  }

  expect(requests).toHaveLength(3)
})

test('a cursor that comes again ends with an error, not in a circle', async () => {
  const { url, requests } = await serve(({ query }) =>
    ticketPage(1, { has_more: true, after_cursor: query['page[after]'] === 'a' ? 'b' : 'a' }),
  )

  const error = await errorOf(all(client(url).tickets.ofUser(11, 'requested')))

  expect(error).toMatchObject({ name: 'ZendeskUnreadable', code: 'PageRepeated', ids: [11] })
  expect(requests).toHaveLength(3)
})

test('a page number that comes again ends with an error, not in a circle', async () => {
  const { url } = await serve(() => ({
    body: { users: [], next_page: 'https://acme.example/x?page=1' },
  }))

  const error = await errorOf(all(client(url).users.search({ query: 'ana' })))

  expect(error).toMatchObject({ name: 'ZendeskUnreadable', code: 'PageRepeated' })
})

test.each<[string, object, string]>([
  ['more without a cursor', { tickets: [], meta: { has_more: true } }, 'NoCursor'],
  [
    'more with an address that has none',
    { tickets: [], meta: { has_more: true }, links: { next: 'https://x/y' } },
    'NoCursor',
  ],
  [
    'a next page without a number',
    { tickets: [], next_page: 'https://x/y?page=two' },
    'NoPageNumber',
  ],
  [
    'a full page without a word on pages',
    { tickets: Array.from({ length: 100 }, () => sampleTicket) },
    'NoPageEnd',
  ],
])('a list that may have been cut is not passed off as whole: %s', async (_, body, code) => {
  const { url } = await serve(() => ({ body }))

  expect(await errorOf(all(client(url).tickets.ofUser(11, 'requested')))).toMatchObject({ code })
})

test('a list that answers in offset pages where cursors were asked is read on in offset pages', async () => {
  const { url, requests } = await serve(({ query }) => ({
    body: {
      tickets: [{ ...sampleTicket, id: Number(query.page ?? 1) }],
      next_page: query.page === '2' ? null : 'https://acme.example/x?page=2',
    },
  }))

  expect(await all(client(url).tickets.ofUser(11, 'requested'))).toHaveLength(2)
  expect(requests).toHaveLength(2)
})

test('an export goes by cursor, with its query and one type', async () => {
  const { url, requests } = await serve(({ query }) => ({
    body: {
      results: [{ ...sampleTicket, result_type: 'ticket' }],
      meta: { has_more: query['page[after]'] === undefined, after_cursor: 'next' },
      links: { prev: null, next: 'https://elsewhere.example/x' },
    },
  }))

  const found = await all(client(url).search.export('ticket', '"ana dupont"'))

  expect(found).toHaveLength(2)
  expect(found[0]).not.toHaveProperty('result_type')
  expect(requests[1]?.query).toEqual({
    query: '"ana dupont"',
    'filter[type]': 'ticket',
    'page[size]': '100',
    'page[after]': 'next',
  })
})

test('the wall of 10,000 is an error, never a quiet end', async () => {
  const { url } = await serve(({ query }) =>
    query.page === '1'
      ? { body: { users: [sampleUser], next_page: 'https://x/y?page=2' } }
      : { status: 400, body: { errors: [{ code: 'InvalidPaginationDepth' }] } },
  )

  const error = await errorOf(all(client(url).users.search({ query: 'ana' })))

  expect(error).toMatchObject({ name: 'ZendeskRefused', code: 'InvalidPaginationDepth' })
})
