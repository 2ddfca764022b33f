import { expect, test } from 'vitest'
import { camille, homonym, others, staff } from '../../sandbox/zendesk/sample/people.ts'
import { cancel, openRequest, type RefusalCode } from '../../src/flows/index.ts'
import { confirmNow } from '../support/deeds.ts'
import { writesOf } from './support/account.ts'
import { guest, lead, officer, stranger } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses } from './support/journal.ts'
import { candidatesOf, opened } from './support/way.ts'

const ways: readonly (readonly [string, readonly number[]])[] = [
  ['#48213', [camille.id]],
  ['48213', [camille.id]],
  ['ticket:48213', [camille.id]],
  ['https://nordlys.zendesk.com/agent/tickets/48213', [camille.id]],
  ['camille.lefevre@example.com', [camille.id]],
  ['  CAMILLE.Lefevre@Example.COM ', [camille.id]],
  ['mailto:c.lefevre@example.net', [camille.id]],
  ['+33 6 39 98 12 34', [camille.id]],
  ['06 39 98 12 34', [camille.id]],
  ['0033 6.39.98.12.34', [camille.id]],
  ['+33 (0)6 39 98 12 34', [camille.id]],
  ['external:NL-C-20417', [camille.id]],
  ['external:nl-c-20417', [camille.id]],
  [`user:${camille.id}`, [camille.id]],
  [`https://nordlys.zendesk.com/agent/users/${camille.id}`, [camille.id]],
  ['Camille Lefèvre', [homonym.id, camille.id]],
  ['name:camille LEFÈVRE', [homonym.id, camille.id]],
  ['Camille Lefèvre'.normalize('NFD'), [homonym.id, camille.id]],
  ['"Camille" OR role:admin Lefèvre', []],
  ['nobody@example.com', []],
  ['#99999999', []],
  ['王小明', []],
  [`user:${others.deleted.id}`, []],
]

test('a person is found however the lead names him, and nobody else with him', async () => {
  const d = await desk()
  for (const [subject, expected] of ways) {
    const found = await candidatesOf(d, await opened(d, subject))

    expect([subject, ...found.map(({ id }) => id)]).toEqual([subject, ...expected])
  }
  expect(writesOf(d)).toEqual([])
  expect(await faultsOf(d)).toEqual([])
})

const unreadable: readonly (readonly [string, RefusalCode])[] = [
  ['', 'subject-missing'],
  ['   ', 'subject-missing'],
  ['camille@', 'subject-email'],
  ['a b@example.com', 'subject-email'],
  ['#0', 'subject-number'],
  ['99999999999999999999', 'subject-number'],
  ['https://nordlys.zendesk.com/', 'subject-unclear'],
  ['https://other.zendesk.com/agent/tickets/48213', 'subject-elsewhere'],
  ['…', 'subject-unclear'],
  ['x'.repeat(100_000), 'subject-unclear'],
]

test('what cannot be read as a person opens nothing', async () => {
  const d = await desk()

  for (const [subject, code] of unreadable) {
    await refuses(openRequest({ right: 'erasure', subject, by: lead }, d.hands), code)
  }
  await refuses(
    openRequest({ right: 'erasure', subject: '#48213', by: stranger }, d.hands),
    'role-missing',
  )
  await refuses(
    openRequest({ right: 'erasure', subject: '#48213', by: officer }, d.hands),
    'role-missing',
  )
  await refuses(
    openRequest({ right: 'erasure', subject: '#48213', by: guest }, d.hands),
    'not-a-member',
  )

  expect(await openIn(d)).toEqual([])
})

async function openIn(d: Desk): Promise<string[]> {
  const all: string[] = []
  for await (const { number } of d.hands.store.list()) all.push(number)
  return all
}

test('of two of one name the lead confirms one, and only somebody who was found', async () => {
  const d = await desk()
  const id = await opened(d, 'Camille Lefèvre')
  const confirming = async (...users: number[]): Promise<void> =>
    await confirmNow({ id, by: lead, users }, d.hands)

  await refuses(confirming(), 'still-undecided')
  await refuses(confirming(others.julien.id), 'not-among-found')
  await refuses(confirming(camille.id, 1), 'not-among-found')
  await confirming(camille.id)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect((await d.request(id)).looks.people?.decided).toBeDefined()
})

test('nobody of the shop can be erased, the owner least of all', async () => {
  const d = await desk()
  for (const { email, id: user } of [staff.owner, staff.admin, staff.agent]) {
    const id = await opened(d, email)
    await refuses(confirmNow({ id, by: lead, users: [user] }, d.hands), 'person-is-staff')
    expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  }
})

test('where nobody is found nobody can be confirmed, and the request ends with that reason', async () => {
  const d = await desk()
  const id = await opened(d, 'nobody@example.com')
  await refuses(confirmNow({ id, by: lead, users: [camille.id] }, d.hands), 'nobody-found')

  await cancel({ id, by: lead, code: 'no-match' }, d.hands)

  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await faultsOf(d)).toEqual([])
})

test('requests opened at once each get a number of their own', async () => {
  const d = await desk()
  const asked = { right: 'erasure', subject: '#48213', by: lead } as const

  const all = await Promise.all(
    Array.from({ length: 5 }, async () => await openRequest(asked, d.hands)),
  )

  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5].map((n) => `R-2026-000${n}`))
})
