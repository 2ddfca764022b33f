import { expect, test } from 'vitest'
import { camille, others } from '../../sandbox/zendesk/sample/people.ts'
import {
  answersToHandOver,
  confirmPeople,
  handOver,
  openRequest,
  peopleFound,
  tracesFound,
} from '../../src/flows/index.ts'
import { confirmNow } from '../support/deeds.ts'
import { writesOf } from './support/account.ts'
import { lead, second } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses } from './support/journal.ts'
import { approved, decided, opened } from './support/way.ts'

const nadia = '#48090'

/** Confirms everybody who was found to the letter, and leaves out the others. */
async function confirmAll(d: Desk, id: string, leftOut: readonly number[] = []): Promise<void> {
  const { candidates, seen } = await peopleFound(id, d.hands)
  await confirmPeople(
    {
      id,
      by: lead,
      seen,
      users: candidates.filter(({ exact }) => exact).map((one) => one.id),
      leftOut: leftOut.map((person) => ({ person, code: 'no-match' })),
    },
    d.hands,
  )
  await d.go(id)
}

test('of several people each is found at his place, twice named once, and each needs a word', async () => {
  const d = await desk()
  const id = await opened(
    d,
    `${nadia}\n${others.hanna.email}\nuser:${others.owen.id}\n${others.nadia.email}\nnobody@example.com`,
  )
  const { people, candidates } = await peopleFound(id, d.hands)

  expect(people?.map(({ sameAs }) => sameAs)).toEqual([
    undefined,
    undefined,
    undefined,
    0,
    undefined,
  ])
  expect(people?.[0]?.ownTicket).toEqual({ id: 48090, requesterId: others.nadia.id })
  expect(candidates.map(({ person, id: user }) => [person, user])).toEqual([
    [0, others.nadia.id],
    [1, others.hanna.id],
    [2, others.owen.id],
  ])
  await refuses(
    confirmNow({ id, by: lead, users: candidates.map((one) => one.id) }, d.hands),
    'still-undecided',
  )
  // Whoever is left out is not confirmed in the same breath.
  await refuses(confirmAll(d, id, [1, 4]), 'unknown-item')
  await confirmAll(d, id, [4])
  expect((await d.request(id)).looks.people?.decided).toBeDefined()
})

test('nothing of a list is opened where one line names nobody', async () => {
  const d = await desk()
  await refuses(
    openRequest({ right: 'erasure', subject: `${nadia}\nbo@`, by: lead }, d.hands),
    'subjects-faulty',
  )
  expect(await faultsOf(d)).toEqual([])
})

test('two people are erased in one plan, each told on his own ticket or by hand', async () => {
  const d = await desk({ policy: { manyPeople: 2 } })
  const id = await opened(d, `${nadia}\n${others.hanna.email}`)
  await confirmAll(d, id)
  const { index } = await tracesFound(id, d.hands)
  expect(index.answers).toMatchObject([
    { person: 0, how: 'reply', ticket: 48090 },
    { person: 1, how: 'by-hand', code: 'no-own-ticket' },
  ])
  await decided(d, id)
  await approved(d, id)
  await approved(d, id, second)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })
  const sent = d.account.log().filter(({ effect }) => effect.length > 0)
  expect(sent.some(({ path }) => path.includes('/users/'))).toBe(false)
  expect((await answersToHandOver(id, d.hands)).answers.map(({ who }) => who)).toEqual([
    { name: others.hanna.name, email: others.hanna.email },
  ])
  await handOver({ id, by: lead }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  const effects = writesOf(d).flatMap(({ effect }) => effect.map((one) => `${one.kind} ${one.id}`))
  expect(effects).toEqual(
    expect.arrayContaining([`user.purged ${others.nadia.id}`, `user.purged ${others.hanna.id}`]),
  )
  expect(await faultsOf(d)).toEqual([])
})

test('who is told by hand gets a text and a receipt of their own, and nothing of the others', async () => {
  const d = await desk({ policy: { manyPeople: 9 } })
  const id = await opened(d, `${others.hanna.email}\n${others.nadia.email}`)
  await confirmAll(d, id)
  await decided(d, id)
  await approved(d, id)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })

  const { answers, digest } = await answersToHandOver(id, d.hands)
  const texts = await Promise.all(answers.map(async ({ text }) => await text()))

  expect(digest).toBe((await d.request(id)).plan?.digest)
  expect(answers.map(({ who }) => who?.name)).toEqual([others.hanna.name, others.nadia.name])
  const receipts = texts.map((text) => /R-2026-0001 · ([0-9a-f]{64})/.exec(text)?.[1])
  expect(new Set(receipts).size).toBe(2)
  expect(receipts).not.toContain(undefined)
  const parts = (await d.hands.store.read(id, 'subject')) as Record<string, { salt: string }>
  const [opening] = Object.values(parts)
  // It opens the list of everybody: that is nobody's receipt.
  for (const text of texts) expect(text).not.toContain(opening?.salt)
})

test('somebody without any user is looked for by words alone, and told by hand', async () => {
  const d = await desk()
  const id = await opened(d, 'nobody@example.com')
  const { seen } = await peopleFound(id, d.hands)
  const terms = [{ kind: 'phone', value: camille.phone }] as const
  await confirmPeople({ id, by: lead, seen, users: [], terms }, d.hands)
  await d.go(id)
  const { index, tickets } = await tracesFound(id, d.hands)

  expect(index.users).toEqual([])
  expect(tickets.length).toBeGreaterThan(0)
  expect(index.answer.how).toBe('by-hand')
})

test('a list of a thousand is looked through in few calls, and each place is kept', async () => {
  const d = await desk()
  const known = [others.hanna, others.owen, others.antoine, others.nadia]
  const strangers = Array.from({ length: 996 }, (_, n) => `stranger${n}@example.net`)
  const id = await opened(d, [...strangers, ...known.map(({ email }) => email)].join('\n'))
  const { people = [], candidates } = await peopleFound(id, d.hands)

  expect(people).toHaveLength(1000)
  expect(candidates.map(({ id: user, person }) => [user, person])).toEqual(
    known.map(({ id: user }, i) => [user, 996 + i]),
  )
  expect(d.account.log().length).toBeLessThan(80)
  await confirmAll(
    d,
    id,
    Array.from({ length: 996 }, (_, n) => n),
  )
  expect((await d.request(id)).looks.people?.decided).toBeDefined()
})
