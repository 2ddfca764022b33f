import { expect, test } from 'vitest'
import { openWorkplace } from '../support/workplace.ts'
import { Hand, other, requestIn, saying, tickedIn, twoLeads } from './hand.ts'

test('who the person is can be said once more, and everything is looked for anew', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.reviews('42766', 'Is this the person?')
  await jonas.presses('open-window')
  await jonas.presses('look-again')
  expect(saying(await jonas.top())).toContain('The plan will be')
  const again = await jonas.presses('open-window')
  await jonas.fills('people', [])
  // Slack itself asks for a tick.
  expect(Object.values((await jonas.submits()).errors ?? {}).join()).toContain('required')
  await jonas.fills('people', tickedIn(again))
  await jonas.submits()
  await jonas.sees('The plan will be')
  expect((await requestIn(place)).looks.traces?.round).toBe(2)
})

test('a ticket is decided otherwise, with a reason that fits, and the list shows it', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.reviews('48213', 'Is this the person?')
  await jonas.presses('see-group', 0)
  const second = await jonas.presses('turn-page:on')
  expect(saying(second)).toContain('9 to 10 of 10')
  await jonas.presses('change-ticket')
  await jonas.fills('action', 'keep')
  expect(Object.values((await jonas.submits()).errors ?? {}).join()).toContain('Say why')
  await jonas.fills('reason', 'legal-claims')
  await jonas.submits()
  expect(saying(await jonas.top())).toContain('9 to 9 of 9')
  await jonas.closes()
  expect(saying(await jonas.top())).toContain('9 deleted for good')
  expect(saying(await jonas.top())).toContain('*What stays*\n1 kept')

  await jonas.presses('see-group', 1)
  await jonas.presses('change-ticket')
  await jonas.fills('passages-0', [])
  expect(Object.values((await jonas.submits()).errors ?? {})).toEqual([
    'Tick what goes, or keep it with a reason.',
  ])
  await jonas.fills('action', 'delete')
  await jonas.fills('reason', 'requester-asked')
  await jonas.submits()
  expect(saying(await jonas.top())).toContain('*Deleted for good* · its requester wants it gone')
})

test('passages are ticked one by one, and what is left unticked stays', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.reviews('48213', 'Is this the person?')
  await jonas.presses('see-group', 4)
  await jonas.fills('t45112-0', ['c21004511200128-0'])
  await jonas.submits()
  // Five of the ten hold a passage that certainly names her: it goes whatever is ticked.
  expect(saying(await jonas.top())).toContain('6 redacted')
  expect(saying(await jonas.top())).toContain('4 kept')
  const again = await jonas.presses('see-group', 4)
  expect(tickedIn(again)).toEqual(['c21004511200128-0'])
  await jonas.closes()

  await place.policy({})
  expect(saying(await jonas.presses('see-group', 0))).toBe(
    'Rights Desk\nThis needs one of these roles: support lead.\n',
  )
})

test('a halted request says why, and that somebody must let it go on', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  place.account.fault({
    kind: 'error-before',
    path: '^/api/v2/tickets/48213',
    status: 403,
    times: 0,
  })
  const jonas = new Hand(place, other)
  await jonas.types('/rights-erase 48213')
  const halted = saying(await jonas.sees('Zendesk does not let our credentials'))

  expect(halted).toContain('It stands still until somebody lets it go on from the card.')
})
