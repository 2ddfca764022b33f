import { expect, test } from 'vitest'
import { planShown, tracesFound } from '../../src/flows/index.ts'
import { agentDoes, effectsOf } from './support/account.ts'
import { desk } from './support/desk.ts'
import { refuses, told } from './support/journal.ts'
import { confirmed, decided, finished, nadias, opened } from './support/way.ts'

test('a hold on the person keeps all that is his, and himself', async () => {
  const d = await desk()
  await agentDoes(d, 'PUT', `/users/${nadias.user}`, { user: { tags: ['legal_hold'] } })
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  const { tickets, index } = await tracesFound(id, d.hands)
  expect(index.held).toBe(true)
  expect(new Set(tickets.map(({ proposal }) => proposal.code))).toEqual(new Set(['legal-hold']))
  await refuses(decided(d, id, { tickets: { 47310: { action: 'delete' } } }), 'action-impossible')

  await decided(d, id)

  const { items, plan } = await planShown(id, d.hands)
  expect(items.map(({ operation }) => operation.kind)).toEqual(['answer.send'])
  expect(plan.kept.map(({ target, code }) => [target.kind, code])).toContainEqual([
    'user',
    'person-held',
  ])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect((await told(d, id)).slice(-3)).toEqual([
    'proved legal-hold',
    'closed partly-done',
    'sealed',
  ])
  expect(effectsOf(d).filter((effect) => /deleted|purge|closed/.test(effect))).toEqual([])
})
