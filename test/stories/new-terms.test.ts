import { expect, test } from 'vitest'
import { homonym, others } from '../../sandbox/zendesk/sample/people.ts'
import { tracesFound } from '../../src/flows/index.ts'
import { confirmNow, decideNow } from '../support/deeds.ts'
import { writes } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { refuses, told } from './support/journal.ts'
import { approved, camilles, confirmed, decided, nadias, opened } from './support/way.ts'

const sister = { kind: 'email', value: 'offers@example.org', strength: 'strong' } as const

const termsOf = async (d: Desk, id: string): Promise<string[]> =>
  (await tracesFound(id, d.hands)).index.terms.map(({ value }) => value)

test('an address that she wrote is only proposed; accepted, it is looked for in another round', async () => {
  const d = await desk()
  await writes(d, 48090, 'Mon autre adresse : offers@example.org', others.nadia.id)
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  const { index } = await tracesFound(id, d.hands)
  const seen = { before: 'Mon autre adresse : ', hit: sister.value, after: '' }
  const proposed = index.proposedTerms.filter(({ ticket }) => ticket === 48090)
  expect(proposed).toEqual([{ term: sister, ticket: 48090, seen }])
  expect(await termsOf(d, id)).not.toContain(sister.value)

  await decided(d, id, { acceptTerms: [sister] })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await termsOf(d, id)).toContain(sister.value)
  expect((await tracesFound(id, d.hands)).index.suspended).toHaveLength(1)
})

test('a term once accepted is looked for in every later round, and in the proof', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  await decided(d, id, { acceptTerms: [sister] })
  await decided(d, id)
  await approved(d, id)
  await writes(d, 47310, 'Encore un mot.', others.nadia.id)
  await d.go(id)

  expect(await termsOf(d, id)).toContain(sister.value)
})

test('what belonged to a person confirmed by mistake is not looked for any more', async () => {
  const d = await desk()
  const id = await opened(d, 'name:Camille Lefèvre')
  await confirmed(d, id, homonym.id)
  await decided(d, id)
  expect(await termsOf(d, id)).toContain(homonym.email)

  await confirmed(d, id, camilles.user)

  expect(await termsOf(d, id)).not.toContain(homonym.email)
  const { tickets } = await tracesFound(id, d.hands)
  const hers = tickets.filter(({ requesterId }) => requesterId === homonym.id)
  expect(new Set(hers.map(({ relation }) => relation))).toEqual(new Set(['other']))
})

test('a term that would be found everywhere, or is none, is not accepted', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  const accepting = async (value: string): Promise<void> =>
    await decideNow(
      { id, by: lead, choices: { acceptTerms: [{ kind: 'other', value, strength: 'strong' }] } },
      d.hands,
    )

  await refuses(accepting(''), 'subject-unclear')
  await refuses(accepting('  '), 'subject-unclear')
  await refuses(accepting('e'), 'subject-unclear')
  await refuses(accepting('«»'), 'subject-unclear')

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
})

test('a person confirmed twice over is one person in the plan', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  await confirmNow({ id, by: lead, users: [nadias.user, nadias.user] }, d.hands)
  await d.go(id)
  await decided(d, id)

  expect((await d.request(id)).plan?.counts['users']).toBe(1)
  expect(await told(d, id)).not.toContain('turned-away')
})
