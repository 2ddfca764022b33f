import { expect, test } from 'vitest'
import { confirmPeople, decideTraces, peopleFound, tracesFound } from '../../src/flows/index.ts'
import { seenNow } from '../support/deeds.ts'
import { lead } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { carefully, confirmed, nadias, opened } from './support/way.ts'

const newTerm = { kind: 'email', value: 'nadia.b@example.org', strength: 'strong' } as const

test('a decision that comes twice decides only what its author had on the screen', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  const { seen } = await tracesFound(id, d.hands)
  const asked = { id, by: lead, seen, choices: { acceptTerms: [newTerm] } }
  await decideTraces(asked, d.hands)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })

  await expect(decideTraces(asked, d.hands)).rejects.toMatchObject({ code: 'finds-outdated' })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  const choices = await carefully(d, id)
  await decideTraces({ ...asked, seen: await seenNow(id, 'traces', d.hands), choices }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'approve' })
})

test('who confirms a person says which finds he looked at', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  const { seen } = await peopleFound(id, d.hands)
  const asked = { id, by: lead, users: [nadias.user] }

  await expect(
    confirmPeople({ ...asked, seen: seen.replace(/./g, '0') }, d.hands),
  ).rejects.toMatchObject({ code: 'finds-outdated' })
  await confirmPeople({ ...asked, seen }, d.hands)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
})
