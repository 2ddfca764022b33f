import { expect, test } from 'vitest'
import { cases } from '../../sandbox/zendesk/sample/case-people.ts'
import { draftOf } from '../../src/flows/index.ts'
import { openWorkplace } from '../support/workplace.ts'
import { controls, Hand, other, requestIn, saying, tickedIn, twoLeads } from './hand.ts'

test('a number goes alone and its user stays, if the lead says so beside who the person is', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  const { name, email } = cases.phoned
  const review = await jonas.reviews(email, 'Is this the person?')
  expect(saying(review)).toContain('1 user deleted for good')
  expect(controls(review).map(({ control }) => control.action_id)).not.toContain(
    'change-identities',
  )

  await jonas.presses('open-window')
  const form = await jonas.presses('change-identities')
  expect(saying(form)).toContain(`What goes of ${name}`)
  const boxes = controls(form).flatMap(
    ({ control }) => (control['options'] ?? []) as { value: string }[],
  )
  expect(boxes).toHaveLength(1)
  const [box] = boxes
  await jonas.fills(`identities-${cases.phoned.id}`, [box?.value])
  await jonas.submits()

  const after = await jonas.sees('The plan will be')
  expect(saying(after)).toContain('1 address or number goes alone, the user stays')
  expect(saying(after)).toContain('1 address or number deleted, and its user stays')
  expect(saying(after)).not.toContain('1 user deleted for good')
  const { id } = await requestIn(place)
  const draft = await draftOf(id, place.service().desk.hands)
  expect(draft?.identities).toEqual([
    { user: cases.phoned.id, identity: Number(box?.value), code: 'only-this-address' },
  ])

  await jonas.presses('open-window')
  expect(tickedIn(await jonas.presses('change-identities'))).toEqual([box?.value])
  await jonas.fills(`identities-${cases.phoned.id}`, [])
  await jonas.submits()
  expect(saying(await jonas.sees('The plan will be'))).toContain('1 user deleted for good')
})
