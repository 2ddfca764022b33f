import { expect, test } from 'vitest'
import { others } from '../../sandbox/zendesk/sample/people.ts'
import { approveLess, identitiesToChoose, planShown, turnBack } from '../../src/flows/index.ts'
import type { Identity } from '../../src/zendesk/index.ts'
import { decideNow } from '../support/deeds.ts'
import { agentDoes, effectsOf, writesOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import { approved, confirmed, decided, finished, opened, wordOf } from './support/way.ts'

const { nadia, hanna } = others
const second = 'nadia.old@example.net'
const code = 'only-this-address'

/** Nadia has a second address; the lead has confirmed her. */
async function withTwo(): Promise<{ d: Desk; id: string }> {
  const d = await desk()
  await agentDoes(d, 'POST', `/users/${nadia.id}/identities`, {
    identity: { type: 'email', value: second, skip_verify_email: true },
  })
  const id = await opened(d, '#48090')
  await confirmed(d, id, nadia.id)
  return { d, id }
}

async function identityOf(d: Desk, user: number, value: string): Promise<number> {
  for await (const one of d.hands.zendesk.identities.list(user)) {
    if (one.value === value) return one.id
  }
  throw new Error(`there is no ${value}`)
}

const valuesOf = async (d: Desk, user: number): Promise<string[]> => {
  const values: string[] = []
  for await (const { value } of d.hands.zendesk.identities.list(user)) values.push(value)
  return values
}

const kindsOf = async (d: Desk, id: string): Promise<string[]> =>
  (await planShown(id, d.hands)).items.map(({ operation }) => operation.kind)

test('one address goes alone: the user stays, the plan names both, and the proof takes no offence', async () => {
  const { d, id } = await withTwo()
  const identity = await identityOf(d, nadia.id, second)
  const shown = await identitiesToChoose(id, d.hands)
  expect(shown).toMatchObject([{ user: nadia.id, name: nadia.name }])
  expect(shown[0]?.identities.map(({ value, fixed }) => [value, fixed])).toEqual(
    expect.arrayContaining([
      [nadia.email, true],
      [second, false],
    ]),
  )

  await decided(d, id, { identities: [{ user: nadia.id, identity, code }] })

  expect(await kindsOf(d, id)).toContain('identity.delete')
  expect(await kindsOf(d, id)).not.toContain('user.delete')
  const { plan } = await planShown(id, d.hands)
  expect(plan.kept.map((kept) => [kept.code, kept.target.kind])).toContainEqual([
    'user-stays',
    'user',
  ])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(await valuesOf(d, nadia.id)).not.toContain(second)
  expect(await valuesOf(d, nadia.id)).toContain(nadia.email)
  expect((await d.hands.zendesk.users.show(nadia.id))?.active).toBe(true)
  expect(effectsOf(d).filter((effect) => effect.startsWith('user.'))).toEqual([])
  expect((await told(d, id)).slice(-3)).toEqual(['proved proved', 'closed done', 'sealed'])
  expect(await faultsOf(d)).toEqual([])
})

test('who was to stay still stays when the plan comes back and nobody repeats it, until somebody says otherwise', async () => {
  const { d, id } = await withTwo()
  const identity = await identityOf(d, nadia.id, second)
  await decided(d, id, { identities: [{ user: nadia.id, identity, code }] })
  const back = async (): Promise<void> => {
    await turnBack({ ...(await wordOf(d, id)), how: 'sent-back', code: 'other' }, d.hands)
    await d.go(id)
  }

  await back()
  await decideNow({ id, by: lead, choices: {} }, d.hands)
  await d.go(id)
  expect(await kindsOf(d, id)).toContain('identity.delete')
  expect(await kindsOf(d, id)).not.toContain('user.delete')

  await back()
  await decideNow({ id, by: lead, choices: { identities: [] } }, d.hands)
  await d.go(id)
  expect(await kindsOf(d, id)).not.toContain('identity.delete')
  expect(await kindsOf(d, id)).toContain('user.delete')
})

test('a primary address, somebody else’s and one without a reason are refused, and nothing is written', async () => {
  const { d, id } = await withTwo()
  const [primary, own, strange] = [
    await identityOf(d, nadia.id, nadia.email),
    await identityOf(d, nadia.id, second),
    await identityOf(d, hanna.id, hanna.email),
  ]
  const tries = [
    [{ user: nadia.id, identity: primary, code }, 'action-impossible'],
    [{ user: nadia.id, identity: strange, code }, 'unknown-item'],
    [{ user: hanna.id, identity: strange, code }, 'unknown-item'],
    [{ user: nadia.id, identity: own, code: 'She wrote so' }, 'reason-missing'],
  ] as const
  for (const [one, refused] of tries) {
    await refuses(decided(d, id, { identities: [one] }), refused)
  }
  expect(writesOf(d)).toEqual([])
})

test('an address that comes back before the proof stands against it', async () => {
  const { d, id } = await withTwo()
  const identity = await identityOf(d, nadia.id, second)
  await decided(d, id, { identities: [{ user: nadia.id, identity, code }] })
  await approved(d, id)
  // The account says that it is gone, and shows it again when everything is over.
  const { list } = d.hands.zendesk.identities
  const still: Identity[] = []
  for await (const one of list(nadia.id)) if (one.value === second) still.push(one)
  d.onWrite = async ({ method, path }) => {
    if (method === 'DELETE' && path.includes('/identities/')) {
      d.hands.zendesk.identities.list = async function* later(user) {
        yield* list(user)
        const isRead = (await d.request(id)).plan?.outcomes.size ?? 0
        if (user === nadia.id && isRead === (await d.request(id)).plan?.operations) yield* still
      }
    }
  }

  expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  expect(await told(d, id)).toContain('proved unexplained')
})

test('an approver does not leave the address out by himself: for that the plan goes back to the lead', async () => {
  const { d, id } = await withTwo()
  const identity = await identityOf(d, nadia.id, second)
  await decided(d, id, { identities: [{ user: nadia.id, identity, code }] })
  const { items } = await planShown(id, d.hands)
  const one = items.find(({ operation: { kind } }) => kind === 'identity.delete')
  const word = await wordOf(d, id)
  const less = approveLess({ ...word, without: [one?.n ?? 0] }, d.hands)
  await refuses(less, 'action-impossible')
  expect(writesOf(d)).toEqual([])
})
