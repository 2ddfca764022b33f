import { expect, test } from 'vitest'
import { account, as, type Rig } from './account.ts'

const path = '/tickets/48213'

async function outcome(rig: Rig): Promise<number | 'cut'> {
  return await rig.del(path).then(
    ({ status }) => status,
    () => 'cut' as const,
  )
}

const isGone = (rig: Rig): boolean =>
  rig.state().tickets.some(({ id, deleted }) => id === 48213 && deleted)

test.each([
  ['too-many', 429, false],
  ['error-before', 503, false],
  ['error-after', 503, true],
  ['drop-before', 'cut', false],
  ['drop-after', 'cut', true],
] as const)('%s: answered %s, deleted: %s', async (kind, answered, deleted) => {
  const rig = await account()
  rig.fault({ kind, method: 'DELETE' })

  expect(await outcome(rig)).toBe(answered)
  expect(isGone(rig)).toBe(deleted)
  expect(rig.log().at(-1)).toMatchObject({
    fault: kind,
    status: answered === 'cut' ? null : answered,
    effect: deleted ? [{ kind: 'ticket.deleted', id: 48213 }] : [],
  })
  expect(await outcome(rig)).toBe(deleted ? 404 : 204)
})

test('a late request takes effect after its answer is lost', async () => {
  const rig = await account()
  rig.fault({ kind: 'late', ms: 3000 })

  const answered = await outcome(rig)
  const before = isGone(rig)
  rig.clock.pass(3000)

  expect([answered, before, isGone(rig)]).toEqual(['cut', false, true])
  expect(rig.log().map(({ status, cause, effect }) => [status, cause, effect.length])).toEqual([
    [null, undefined, 0],
    [204, 1, 1],
  ])
})

test('a refusal carries Retry-After, and only fitting requests are spoiled', async () => {
  const rig = await account()
  rig.fault({ kind: 'too-many', path: '/tickets/\\d+$', seconds: 27, times: 2 })

  const other = await rig.get('/users/me')
  const first = await rig.get(path)
  const second = await rig.get(path)
  const third = await rig.get(path)

  expect([other.status, first.status, second.status, third.status]).toEqual([200, 429, 429, 200])
  expect(first.headers.get('retry-after')).toBe('27')
})

test('switches are set, listed and cleared over HTTP; nonsense is refused', async () => {
  const { call, url, get } = await account()

  const set = await call(
    'POST',
    `${url}/_faults`,
    [{ kind: 'error-before', times: 0, status: 500 }],
    as.nobody,
  )
  const nonsense = await call('POST', `${url}/_faults`, { kind: 'explode' }, as.nobody)
  const spoiled = [await get(path), await get(path)].map(({ status }) => status)
  await call('DELETE', `${url}/_faults`, undefined, as.nobody)

  expect([set.status, nonsense.status, spoiled]).toEqual([201, 400, [500, 500]])
  expect((await call('GET', `${url}/_faults`, undefined, as.nobody)).body).toEqual([])
  expect((await get(path)).status).toBe(200)
})

test('the hook runs after the effect and before the answer, for writes only', async () => {
  const seen: unknown[] = []
  const rig: Rig = await account({
    onWrite: ({ effect }) => {
      seen.push([effect[0]?.kind, isGone(rig)])
    },
  })

  await rig.get(path)
  await rig.del(path)

  expect(seen).toEqual([['ticket.deleted', true]])
})

test('the log tells method, path, query and body', async () => {
  const rig = await account()

  await rig.put('/tickets/48213.json?include=users', { ticket: { tags: [] } })
  const { body } = await rig.call('GET', `${rig.url}/_log?since=0`, undefined, as.nobody)

  expect(body).toMatchObject([
    {
      seq: 1,
      at: '2026-11-23T09:00:00.000Z',
      method: 'PUT',
      path: '/api/v2/tickets/48213',
      query: { include: 'users' },
      body: { ticket: { tags: [] } },
      status: 200,
    },
  ])
})
