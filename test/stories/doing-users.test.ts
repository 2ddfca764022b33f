import { expect, test } from 'vitest'
import { cases } from '../../sandbox/zendesk/sample/case-people.ts'
import { camille, homonym, staff } from '../../sandbox/zendesk/sample/people.ts'
import { handOver, planShown } from '../../src/flows/index.ts'
import { identityDelete } from '../../src/flows/operations/identity-delete.ts'
import type { Item } from '../../src/flows/operations/kind.ts'
import { effectsOf, writesOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { faultsOf } from './support/journal.ts'
import { approved, confirmed, decided, opened } from './support/way.ts'

test('several users are deleted softly by one job, and for good one by one', async () => {
  const d = await desk()
  const id = await opened(d, camille.name)
  await confirmed(d, id, camille.id, homonym.id)
  await decided(d, id)
  await approved(d, id)
  await d.go(id)
  await handOver({ id, by: lead }, d.hands)
  await d.go(id)

  const users = writesOf(d).filter(
    ({ method, path }) => method === 'DELETE' && path.includes('users'),
  )
  expect(users.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /api/v2/users/destroy_many',
    `DELETE /api/v2/deleted_users/${camille.id}`,
    `DELETE /api/v2/deleted_users/${homonym.id}`,
  ])
  expect(await faultsOf(d)).toEqual([])
})

test('staff is a severity of its own in the plan', async () => {
  const d = await desk()
  const id = await opened(d, staff.leaver.email)
  await confirmed(d, id, staff.leaver.id)
  await decided(d, id)
  expect((await planShown(id, d.hands)).plan.severities).toContain('staff')
})

test('without an administrator’s credentials no plan is made to delete staff, and the halt says so', async () => {
  const d = await desk()
  const { users } = d.hands.zendesk
  const { me } = users
  const id = await opened(d, staff.leaver.email)
  await confirmed(d, id, staff.leaver.id)
  // They were an administrator's when it was said who the person is.
  users.me = async () => ({ ...(await me()), role: 'agent' })
  await decided(d, id)
  users.me = me

  const { halted, plan } = await d.request(id)
  expect(halted?.code).toBe('staff-needs-admin')
  expect(plan).toBeUndefined()
  expect(effectsOf(d)).toEqual([])
})

test('a number that goes alone leaves the user’s profile too', async () => {
  const d = await desk()
  const { zendesk } = d.hands
  const user = cases.phoned.id
  let [identity, value] = [0, '']
  for await (const one of zendesk.identities.list(user)) {
    if (one.type === 'phone_number') [identity, value] = [one.id, one.value]
  }
  const change = { type: 'phone_number', value }
  const item = { n: 1, address: { user, identity }, change } as unknown as Item
  const policy = await d.hands.policy()
  const around = { zendesk, policy, answered: new Set<number>() }
  expect((await identityDelete.look([item], around)).get(1)).toMatchObject({ state: 'there' })

  await identityDelete.send([item], around)

  expect((await identityDelete.readBack([item], around)).get(1)).toBe('done')
  expect((await zendesk.users.show(user))?.phone ?? '').toBe('')
  expect((await identityDelete.look([item], around)).get(1)).toEqual({ state: 'gone' })
})
