import { expect, test } from 'vitest'
import { camille, homonym, homonymTickets } from '../../sandbox/zendesk/sample/people.ts'
import { planShown, tracesFound } from '../../src/flows/index.ts'
import { effectsOf, writes } from './support/account.ts'
import { desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { approved, camilles, decided, finished, planned } from './support/way.ts'

test('tickets of a namesake that are kept with a reason do not stand against the proof', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  const { plan } = await planShown(id, d.hands)
  const kept = plan.kept.filter(({ code }) => code === 'somebody-else')
  expect(kept).toHaveLength(homonymTickets.length)

  await finished(d, id)

  const { proved } = await d.request(id)
  expect(proved).toMatchObject({ code: 'proved', counts: { unexplained: 0 } })
  expect(proved?.counts['explained']).toBeGreaterThan(3)
})

test('a mention that appears after the decision asks the lead again, until none is left', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  await writes(d, 48027, `Et dites-le aussi à ${camille.email}, merci.`)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await told(d, id)).toContain('proved unexplained')
  const { tickets } = await tracesFound(id, d.hands)
  expect(tickets.find(({ id: ticket }) => ticket === 48027)?.proposal.action).toBe('redact')

  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect((await told(d, id)).slice(-3)).toEqual(['proved proved', 'closed done', 'sealed'])
  expect(effectsOf(d)).toEqual([...new Set(effectsOf(d))])
  expect(await faultsOf(d)).toEqual([])
})

test('a ticket of a redaction in which more is written about her later is not explained by it', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  await writes(d, 47310, 'Voici encore le 06 39 98 12 34.')

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await told(d, id)).toContain('proved unexplained')
})

test('a namesake who lives on under a like address does not stand against the proof', async () => {
  const d = await desk()
  const id = await planned(d, { subject: homonym.email, user: homonym.id })
  await approved(d, id)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'hand-over' })

  expect(d.account.state().users.find(({ id: user }) => user === camille.id)?.active).toBe(true)
  expect(effectsOf(d).filter((effect) => effect.endsWith(String(camille.id)))).toEqual([])
})
