import { expect, test } from 'vitest'
import { openWorkplace } from '../support/workplace.ts'
import { controls, Hand, lead, other, saying, twoLeads } from './hand.ts'

type Shown = Parameters<typeof controls>[0]

const verdictIn = (modal: Shown): { field: string; value: unknown } => {
  const radio = controls(modal).find(({ control }) => control.type === 'radio_buttons')?.control
  const { value } = (radio?.['initial_option'] ?? {}) as { value?: string }
  return { field: radio?.action_id ?? '', value }
}

test('a picture that nobody has opened keeps nobody from the plan, and is named', async () => {
  const ines = new Hand(await openWorkplace())
  const review = saying(await ines.reviews())
  expect(review).toContain('1 que personne n’a ouvert\u00a0: nommé dans le plan et le certificat')
  await ines.decidesDoubts()
  expect(saying(await ines.top())).toContain('Tout est décidé.')
})

test('a picture is blacked out by the word of who opened it, or of nobody, and stays so', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.reviews('48213', 'Is this the person?')
  const form = await jonas.presses('see-files')
  expect(saying(form)).toContain('*colis.jpg*\nimage/jpeg · 25 bytes · in ticket 48090')
  expect(saying(form)).toContain('/agent/tickets/48090|Open the ticket in Zendesk>')
  const { field, value } = verdictIn(form)
  expect(value).toBe('nobody-opened')

  await jonas.fills(field, 'nothing-there')
  await jonas.submits()
  expect(saying(await jonas.top())).toContain('1 without anything about the person')
  expect(verdictIn(await jonas.presses('see-files')).value).toBe('nothing-there')
  await jonas.presses('set-files:none')
  await jonas.closes()
  expect(saying(await jonas.top())).toContain('1 that nobody has opened')
  await jonas.presses('see-files')
  expect(saying(await jonas.presses('set-files:all'))).toContain('1 file is blacked out.')
  await jonas.closes()
  expect(saying(await jonas.top())).toContain('1 blacked out')

  await place.restart()
  const ines = new Hand(place, lead)
  await ines.opensFromCard()
  expect(saying(await ines.sees('Le plan sera'))).toContain('1 caviardé')
})
