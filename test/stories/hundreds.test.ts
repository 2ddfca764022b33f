import { expect, test } from 'vitest'
import { staff } from '../../sandbox/zendesk/sample/people.ts'
import { handOver, peopleFound } from '../../src/flows/index.ts'
import { confirmNow } from '../support/deeds.ts'
import { lead, second } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf } from './support/journal.ts'
import { approved, decided, opened } from './support/way.ts'

const PEOPLE = 150

/** So many more users, made as an admin makes them. */
async function made(d: Desk): Promise<string[]> {
  const addresses = Array.from({ length: PEOPLE }, (_, i) => `member${i}@example.org`)
  const authorization = `Basic ${btoa(`${staff.admin.email}/token:sandbox-token`)}`
  for (const [i, email] of addresses.entries()) {
    const response = await fetch(`${d.account.url}/api/v2/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ user: { name: `Member ${i}`, email } }),
    })
    expect(response.status).toBe(201)
    await response.text()
    d.clock.pass(200)
  }
  d.clock.pass(60_000)
  return addresses
}

test('a hundred and fifty people are erased in one plan, a hundred a call, and each is looked at before he goes', {
  timeout: 60_000,
}, async () => {
  const d = await desk({ policy: { manyPeople: 2 } })
  const addresses = await made(d)
  const id = await opened(d, addresses.join('\n'))
  const { candidates } = await peopleFound(id, d.hands)
  await confirmNow({ id, by: lead, users: candidates.map((one) => one.id) }, d.hands)
  await d.go(id)
  await decided(d, id)
  await approved(d, id)
  await approved(d, id, second)
  await d.go(id)
  await handOver({ id, by: lead }, d.hands)
  const before = d.account.log().length

  expect(await d.go(id)).toEqual({ on: 'nothing' })
  const calls = d.account.log().slice(before)
  const count = (method: string, path: RegExp): number =>
    calls.filter((call) => call.method === method && path.test(call.path)).length
  expect(count('DELETE', /\/users\/destroy_many/)).toBe(Math.ceil(PEOPLE / 100))
  expect(count('DELETE', /\/deleted_users\//)).toBe(PEOPLE)
  expect(count('GET', /\/users\/\d+\/identities/)).toBe(PEOPLE)
  const left = d.account.state().users.filter(({ email }) => addresses.includes(email ?? ''))
  expect(left).toEqual([])
  expect(await faultsOf(d)).toEqual([])
})
