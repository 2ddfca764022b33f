import { expect, test } from 'vitest'
import { openWorkplace } from '../support/workplace.ts'
import { Hand, other, saying, twoLeads } from './hand.ts'

test('a whole group is decided by one button, and taken back by one', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.reviews('48213', 'Is this the person?')
  await jonas.presses('see-group', 0)
  await jonas.presses('set-class:keep')
  await jonas.fills('reason', 'legal-claims')
  await jonas.submits()
  expect(saying(await jonas.top())).toContain('Decided: 10.')
  await jonas.closes()
  const kept = saying(await jonas.top())
  expect(kept).toContain('*What stays*\n10 kept')
  expect(kept).toContain('2 tickets of the person’s stay and are not closed')
  expect(saying(await jonas.presses('set-class'))).toContain('The request waits until')

  await jonas.presses('see-group', 4)
  expect(saying(await jonas.presses('set-class:propose'))).toContain('Decided: 10.')
  await jonas.closes()
  expect(saying(await jonas.top())).toContain('10 deleted for good')
})

test('a whole group is blacked out, and its files are asked about then', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.reviews('48213', 'Is this the person?')
  await jonas.presses('see-group', 0)
  // Of a ticket of messages Zendesk redacts no comment: it stays as it was proposed.
  expect(saying(await jonas.presses('set-class:redact'))).toContain(
    'Decided: 9. 1 left as they were',
  )
  await jonas.closes()
  const redacted = saying(await jonas.top())
  expect(redacted).toContain('1 deleted for good · 9 redacted (in 37 passages)')
  expect(redacted).toContain('6 that nobody has opened')
})
