import { expect, test } from 'vitest'
import { openWorkplace } from '../support/workplace.ts'
import { Hand, other, requestIn, saying, twoLeads } from './hand.ts'

test('a list is refused line by line, and nothing of it is opened', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.types('/rights-erase')
  await jonas.sees('Whom is it about?')
  await jonas.fills('subject', '42766\ncamille@\n48213\nhttps://elsewhere.example.com/tickets/7')
  const errors = Object.values((await jonas.submits()).errors ?? {}).join('\n')
  expect(errors).toContain('Line 2: This is not an e-mail address.')
  expect(errors).toContain('Line 4: This address is of another account.')
  await expect(requestIn(place)).rejects.toThrow('no request')
})

test('several people are confirmed by one tick, those in doubt one by one, and go on', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.types('/rights-erase')
  await jonas.sees('Whom is it about?')
  await jonas.fills('subject', '42766\n48213\nnobody-at-all@example.com\n42766')
  await jonas.submits()
  const people = saying(await jonas.sees('in doubt: say for each'))
  expect(people).toContain('2 people were found exactly, with one confirmed address each')
  expect(people).toContain('*3. nobody-at-all@example.com*\nNobody was found: left out')
  await jonas.submits()
  const review = saying(await jonas.sees('The plan will be'))
  expect(review).toContain('Hanna Lindqvist, hanna.lindqvist@example.net\nCamille Lefèvre')
  expect(review).toContain('2 users deleted for good')
})

test('somebody without a user is looked for by words alone', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.types('/rights-erase nobody-at-all@example.com')
  await jonas.sees('Nobody was found.')
  await jonas.fills('terms', 'x')
  expect(Object.values((await jonas.submits()).errors ?? {}).join()).toContain('too short')
  await jonas.fills('terms', 'nobody-at-all@example.com\nMoulin à poivre')
  await jonas.submits()
  const review = saying(await jonas.sees('The plan will be'))
  expect(review).toContain('Has no user in Zendesk: looked for by words alone.')
  expect(review).not.toContain('deleted for good')
})
