import { expect, test } from 'vitest'
import { camille, homonym } from '../../sandbox/zendesk/sample/people.ts'
import { account, type Rig } from './account.ts'

const path = `/users/${camille.id}/identities`

async function idOf({ get }: Rig, value: string): Promise<number> {
  const list = await get(path)
  return Number(list.rows('identities').find((one) => one['value'] === value)?.['id'])
}

test('she has two addresses and a number', async () => {
  const { get } = await account()

  const { rows } = await get(path)

  expect(rows('identities').map(({ type, value, primary }) => [type, value, primary])).toEqual([
    ['email', camille.email, true],
    ['phone_number', '+33639981234', true],
    ['email', camille.second, false],
  ])
})

test('rectifying an address: create, make primary, delete the old one', async () => {
  const rig = await account()
  const old = await idOf(rig, camille.email)

  const created = await rig.post(path, {
    identity: { type: 'email', value: 'camille.l@example.com', verified: true },
  })
  const refused = await rig.del(`${path}/${old}`)
  const primary = await rig.put(`${path}/${String(created.at('identity', 'id'))}/make_primary`)
  const removed = await rig.del(`${path}/${old}`)
  const user = await rig.get(`/users/${camille.id}`)

  expect([created.status, refused.status, primary.status, removed.status]).toEqual([
    201, 422, 200, 204,
  ])
  expect(created.headers.get('location')).toContain(`${path}/`)
  expect(primary.at('identities', 0)).toMatchObject({
    value: 'camille.l@example.com',
    primary: true,
  })
  expect(user.at('user', 'email')).toBe('camille.l@example.com')
})

test('changing the value of the primary address changes the user', async () => {
  const rig = await account()
  const id = await idOf(rig, camille.email)

  await rig.put(`${path}/${id}`, { identity: { value: 'camille@example.net' } })

  expect((await rig.get(`/users/${camille.id}`)).at('user', 'email')).toBe('camille@example.net')
})

test.each([
  ['an address of somebody else', { type: 'email', value: homonym.email }, 422, 'DuplicateValue'],
  ['one of her own again', { type: 'email', value: camille.second }, 422, 'DuplicateValue'],
  ['something that is no address', { type: 'email', value: 'camille' }, 422, 'InvalidFormat'],
  ['nothing', { type: 'email', value: '' }, 422, 'BlankValue'],
])('%s is refused', async (_, wanted, status, code) => {
  const { post } = await account()

  const answer = await post(path, { identity: wanted })

  expect(answer.status).toBe(status)
  expect(answer.at('details', 'value', 0, 'error')).toBe(code)
})

test('an update never makes primary and knows two methods', async () => {
  const rig = await account()
  const id = await idOf(rig, camille.second)

  const primary = await rig.put(`${path}/${id}`, { identity: { primary: true } })
  const method = await rig.put(`${path}/${id}`, { identity: { verification_method: 'sso' } })

  expect(primary.at('identity', 'primary')).toBe(false)
  expect(method.status).toBe(400)
})

test('deleting the phone identity leaves the number on the user', async () => {
  const rig = await account()
  const id = await idOf(rig, '+33639981234')

  await rig.del(`${path}/${id}`)

  expect((await rig.get(`/users/${camille.id}`)).at('user', 'phone')).toBe(camille.phone)
  expect((await rig.del(`${path}/${id}`)).status).toBe(404)
})
