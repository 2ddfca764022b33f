import { expect, test } from 'vitest'
import { camille, homonym, others, ownTickets, staff } from '../../sandbox/zendesk/sample/people.ts'
import { type Answer, account, query, readOnly } from './account.ts'

const shared = readOnly()
const hers = `/users/${camille.id}`

test('paths work with and without .json', async () => {
  const { get } = await account()

  expect((await get(`${hers}.json`)).body).toEqual((await get(hers)).body)
})

test('show_many leaves out whom nobody knows and answers by ascending id', async () => {
  const { get } = await account()

  const { all } = await get(`/users/show_many?ids=${camille.id},12345,${homonym.id}`)

  expect(all('users', 'id')).toEqual([homonym.id, camille.id])
})

test('more than a hundred ids are too many', async () => {
  const { get } = await account()

  const { status, at } = await get(
    `/users/show_many?ids=${Array.from({ length: 101 }, (_, i) => i + 1).join(',')}`,
  )

  expect([status, at('error')]).toEqual([400, 'TooManyValues'])
})

test.each([
  ['her address', { query: camille.email }, [camille.id]],
  ['her second address', { query: `email:${camille.second}` }, [camille.id]],
  ['her number, digits only', { query: 'phone:*639981234' }, [camille.id]],
  ['her name, and the homonym', { query: '"Camille Lefèvre"' }, [homonym.id, camille.id]],
  ['her external id, in any case', { external_id: camille.externalId.toLowerCase() }, [camille.id]],
  [
    'two addresses at once',
    { query: `email:${camille.email} email:${homonym.email}` },
    [homonym.id, camille.id],
  ],
  ['a part inside a word', { query: 'amille' }, []],
])('users are found by %s', async (_, values, ids) => {
  const { all } = await shared().get(`/users/search${query(values)}`)

  expect(all('users', 'id')).toEqual(ids)
})

test('an e-mail given to an update becomes a secondary one', async () => {
  const { put, get } = await account()

  const { at } = await put(hers, { user: { email: 'camille.new@example.com' } })
  const list = await get(`${hers}/identities`)

  expect(at('user', 'email')).toBe(camille.email)
  expect(list.rows('identities')).toContainEqual(
    expect.objectContaining({ value: 'camille.new@example.com', primary: false }),
  )
})

test('an e-mail that somebody else has is refused', async () => {
  const { put } = await account()

  const { status, at } = await put(hers, { user: { email: homonym.email } })

  expect(status).toBe(422)
  expect(at('details', 'email', 0)).toMatchObject({ error: 'DuplicateValue' })
})

test('a new number becomes an identity, a taken one a shared number', async () => {
  const { put, get, clock } = await account()

  const fresh = await put(hers, { user: { phone: '+33 6 39 98 99 98' } })
  clock.pass(1000)
  const common = await put(hers, { user: { phone: '+33 1 99 00 47 11' } })
  const { at } = await get(`${hers}/identities?type[]=phone_number`)

  expect(fresh.at('user', 'shared_phone_number')).toBe(false)
  expect(common.at('user', 'shared_phone_number')).toBe(true)
  expect(at('identities')).toHaveLength(2)
})

test('suspending changes one flag, and doing it again changes nothing', async () => {
  const { put, clock, log } = await account()

  const { at } = await put(hers, { user: { suspended: true } })
  clock.pass(1000)
  await put(hers, { user: { suspended: true } })

  expect(at('user', 'suspended')).toBe(true)
  expect(log().map(({ effect }) => effect)).toEqual([
    [{ kind: 'user.updated', id: camille.id }],
    [],
  ])
})

test('a user with tickets that are not closed cannot be deleted', async () => {
  const { del } = await account()

  const { status, at } = await del(hers)

  expect(status).toBe(422)
  expect(at('details', 'base', 0, 'type')).toBe(
    'User is requester on 3 ticket(s) that are not closed.',
  )
})

test('deletion takes two steps, and the products forget one after the other', async () => {
  const { put, del, get, clock } = await account()
  await closeHers(put, clock)

  const early = await del(`/deleted_users/${camille.id}`)
  const soft = await del(hers)
  const none = await get(`${hers}/compliance_deletion_statuses`)
  const hard = await del(`/deleted_users/${camille.id}`)
  const asked = await get(`${hers}/compliance_deletion_statuses`)
  clock.pass(900)
  const some = await get(`${hers}/compliance_deletion_statuses`)
  clock.pass(5000)
  const all = await get(`${hers}/compliance_deletion_statuses`)
  const again = await del(`/deleted_users/${camille.id}`)
  const left = await get(hers)

  expect([early.status, soft.status, none.status, hard.status, again.status]).toEqual([
    404, 200, 404, 200, 404,
  ])
  expect(soft.at('user')).toMatchObject({
    active: false,
    email: null,
    external_id: null,
    name: camille.name,
  })
  expect(hard.at('deleted_user')).toMatchObject({ email: camille.email })
  expect(lines(asked)).toEqual(['request_deletion all', 'started support'])
  expect(lines(some)).toEqual([
    'request_deletion all',
    'started support',
    'complete support',
    'started chat',
  ])
  expect(lines(all)).toHaveLength(7)
  expect(left.at('user')).toMatchObject({
    active: false,
    name: 'Permanently Deleted User',
    phone: null,
    notes: null,
  })
})

const lines = ({ rows }: Answer): string[] =>
  rows('compliance_deletion_statuses').map(
    ({ action, application }) => `${String(action)} ${String(application)}`,
  )

async function closeHers(
  put: Awaited<ReturnType<typeof account>>['put'],
  clock: { pass: (ms: number) => void },
): Promise<void> {
  for (const id of ownTickets.slice(-3))
    await put(`/tickets/${id}`, { ticket: { status: 'closed' } })
  clock.pass(1000)
}

test('a product can be made to never complete', async () => {
  const { put, del, get, clock, fault } = await account()
  await closeHers(put, clock)
  fault({ kind: 'product-stuck', application: 'chat' })

  await del(hers)
  await del(`/deleted_users/${camille.id}`)
  clock.pass(60_000)

  expect(lines(await get(`${hers}/compliance_deletion_statuses`))).not.toContain('complete chat')
})

test('the list of deleted users keeps those that are gone for good, without their data', async () => {
  const { del, get, clock } = await account()

  const before = await get('/deleted_users')
  await del(`/deleted_users/${others.deleted.id}`)
  clock.pass(5000)
  const after = await get('/deleted_users')

  expect(before.at('deleted_users')).toMatchObject([
    { id: others.deleted.id, email: others.deleted.email },
  ])
  expect(after.at('deleted_users')).toMatchObject([
    { name: 'Permanently Deleted User', email: null, phone: null },
  ])
  expect((await get(`/deleted_users/${others.deleted.id}`)).status).toBe(404)
})

test('whoever was merged into another is not found any more', async () => {
  const { get } = await account()

  expect((await get(`/users/${others.merged.id}`)).status).toBe(404)
})

test('related counts what is hers', async () => {
  const { get } = await account()

  const { at } = await get(`${hers}/related`)

  expect(at('user_related')).toMatchObject({
    requested_tickets: ownTickets.length,
    ccd_tickets: 1,
  })
})

test('the four lists of tickets include archived ones', async () => {
  const { get } = await account()

  const requested = await get(`${hers}/tickets/requested?page[size]=100`)
  const ccd = await get(`${hers}/tickets/ccd?page[size]=100`)
  const assigned = await get(`/users/${staff.agent.id}/tickets/assigned/count`)

  expect(requested.all('tickets', 'id')).toEqual([...ownTickets])
  expect(ccd.all('tickets', 'id')).toEqual([47388])
  expect(assigned.at('count', 'value')).toBeGreaterThan(50)
})

test('sessions end with 204', async () => {
  const { del, log } = await account()

  expect((await del(`${hers}/sessions`)).status).toBe(204)
  expect(log()[0]?.effect).toEqual([{ kind: 'sessions.ended', id: camille.id }])
})

test('an id that is no number is a bad attribute', async () => {
  const { get } = await account()

  const { status, at } = await get('/users/camille')

  expect([status, at('error', 'title')]).toEqual([400, 'Invalid attribute'])
})
