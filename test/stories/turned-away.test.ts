import { expect, test } from 'vitest'
import { approve, mayDo, Refusal, type TurnedAway, turnAway } from '../../src/flows/index.ts'
import { guest, lead, officer, stranger } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import { nadias, opened, planned, wordOf } from './support/way.ts'

/** A stranger presses Approve. */
const click = (owner: string, change: Partial<TurnedAway> = {}): TurnedAway => ({
  owner,
  by: stranger,
  deed: 'approve',
  code: 'role-missing',
  ...change,
})

const turnedAway = async (d: Desk, owner: string): Promise<number> =>
  (await told(d, owner)).filter((line) => line.startsWith('turned-away')).length

test('a refused click stands in the journal of what it was about, or in the desk’s', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)

  await turnAway(click(id), d.hands)
  await turnAway(click('desk', { code: 'guest', by: guest }), d.hands)
  await turnAway(click(d.hands.newId(), { code: 'foreign-token' }), d.hands)
  await turnAway(click('../etc/passwd', { code: 'foreign-token' }), d.hands)

  expect((await d.journal(id)).at(-1)).toMatchObject({
    kind: 'turned-away',
    by: stranger,
    deed: 'approve',
    code: 'role-missing',
  })
  expect((await told(d, 'desk')).slice(1)).toEqual([
    'turned-away guest',
    'turned-away foreign-token',
    'turned-away foreign-token',
  ])
  expect(await faultsOf(d)).toEqual([])
})

test('the same no is written down twenty times within an hour, other ones all the same', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)

  await Promise.all(Array.from({ length: 50 }, async () => await turnAway(click(id), d.hands)))
  expect(await turnedAway(d, id)).toBe(20)
  await turnAway(click(id, { by: guest }), d.hands)
  await turnAway(click(id, { deed: 'stop' }), d.hands)
  await turnAway(click(id, { code: 'replayed' }), d.hands)
  expect(await turnedAway(d, id)).toBe(23)

  d.clock.pass(3_599_999)
  await turnAway(click(id), d.hands)
  expect(await turnedAway(d, id)).toBe(23)
  d.clock.pass(1)
  await turnAway(click(id), d.hands)
  expect(await turnedAway(d, id)).toBe(24)
})

test('whoever presses a button thirty times in vain fills no disk either, and is told each time', async () => {
  const d = await desk()
  const id = await planned(d)
  const word = await wordOf(d, id, stranger)

  for (let times = 0; times < 30; times += 1) await refuses(approve(word, d.hands), 'role-missing')

  expect(await turnedAway(d, id)).toBe(20)
})

test('who may do what is said with the role in which he may, and leaves nothing in a journal', async () => {
  const d = await desk()
  const rolesOf = async (by: typeof lead) =>
    await Promise.all(
      (['open', 'decide', 'stop', 'approve', 'any'] as const).map(
        async (what) =>
          await mayDo(by, what, d.hands).catch((error: unknown) =>
            error instanceof Refusal ? `${error.code} ${error.detail}` : error,
          ),
      ),
    )

  expect(await rolesOf(lead)).toEqual(['lead', 'lead', 'lead', 'role-missing privacy', 'lead'])
  expect(await rolesOf(officer)).toEqual([
    'role-missing lead',
    'role-missing lead',
    'privacy',
    'privacy',
    'privacy',
  ])
  expect((await rolesOf(stranger)).at(-1)).toBe('role-missing ')
  expect(new Set(await rolesOf(guest))).toEqual(new Set(['not-a-member ']))
  expect(await told(d, 'desk')).toEqual(['started'])
})
