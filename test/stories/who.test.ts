import { expect, test } from 'vitest'
import { camille, homonym, others, staff } from '../../sandbox/zendesk/sample/people.ts'
import { cancel, openRequest, peopleFound, type RefusalCode } from '../../src/flows/index.ts'
import { confirmNow } from '../support/deeds.ts'
import { agentDoes, writesOf } from './support/account.ts'
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

test('an administrator is not erased, who may be the owner, but an agent may be confirmed', async () => {
  const d = await desk()
  for (const { email, id: user } of [staff.owner, staff.admin]) {
    const id = await opened(d, email)
    const who = await d.hands.zendesk.users.me()
    const code = who.id === user ? 'person-is-ourselves' : 'person-is-admin'
    await refuses(confirmNow({ id, by: lead, users: [user] }, d.hands), code)
    expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  }
  const id = await opened(d, staff.second.email)
  await confirmNow({ id, by: lead, users: [staff.second.id] }, d.hands)
  expect(await d.go(id)).toMatchObject({ step: 'decide-traces' })
})

test('staff is not confirmed where our own credentials cannot delete staff', async () => {
  const d = await desk()
  const me = await d.hands.zendesk.users.me()
  const users = {
    ...d.hands.zendesk.users,
    me: async () => ({ ...me, id: 1, role: 'agent' as const }),
  }
  const zendesk = { ...d.hands.zendesk, users }
  const id = await opened(d, staff.second.email)
  await refuses(
    confirmNow({ id, by: lead, users: [staff.second.id] }, { ...d.hands, zendesk }),
    'person-is-staff',
  )

  expect((await d.request(id)).looks.people?.decided).toBeUndefined()
})

test('a namesake stands apart, is never ticked, and says what is the same and what is not', async () => {
  const d = await desk()
  const id = await opened(d, '#48213')
  const { candidates, namesakes = [] } = await peopleFound(id, d.hands)

  expect(candidates.map((one) => [one.id, one.exact])).toEqual([[camille.id, true]])
  expect(candidates[0]?.evidence).toEqual([{ code: 'verified-address', speaks: 'for' }])
  expect(namesakes.map((one) => [one.id, one.exact])).toEqual([[homonym.id, false]])
  const codes = namesakes[0]?.evidence.map(({ code, speaks }) => `${speaks} ${code}`)
  expect(codes).toEqual(expect.arrayContaining(['against other-email', 'against only-name']))

  await confirmNow({ id, by: lead, users: [camille.id, homonym.id] }, d.hands)
  expect((await d.request(id)).looks.people?.decided).toBeDefined()
})

test('a second account with the same number is a candidate of its own, with why, and not ticked', async () => {
  const d = await desk()
  await agentDoes(d, 'POST', `/users/${others.hanna.id}/identities`, {
    identity: { type: 'phone_number', value: '+33 6 39 98 55 01' },
  })
  await agentDoes(d, 'PUT', `/users/${others.lea.id}`, { user: { phone: '06 39 98 55 01' } })
  d.clock.pass(300_000)
  const found = await candidatesOf(d, await opened(d, others.hanna.email))

  expect(found.map((one) => [one.id, one.via, one.exact])).toEqual([
    [others.hanna.id, 'email', true],
    [others.lea.id, 'same-identity', false],
  ])
  expect(found[1]?.evidence).toContainEqual({ code: 'same-phone', speaks: 'for' })
})

test('a name typed without its accents finds who has them', async () => {
  const d = await desk()
  for (const [typed, user] of [
    ['Solene Vidal', others.solene],
    ['vidal SOLENE', others.solene],
    ['Lea Marchand', others.lea],
  ] as const) {
    const found = await candidatesOf(d, await opened(d, typed))
    expect(found.map(({ id }) => id)).toEqual([user.id])
  }
})

test('another request about the same person is pointed out, open or long sealed', async () => {
  const d = await desk()
  const first = await opened(d, '#48213')
  const second = await opened(d, camille.email)
  const { before } = await peopleFound(second, d.hands)
  expect(before).toEqual([{ number: 'R-2026-0001', state: 'open' }])
  expect((await peopleFound(first, d.hands)).before).toBeUndefined()
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
