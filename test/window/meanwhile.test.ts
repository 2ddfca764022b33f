import { expect, test } from 'vitest'
import { turnBack } from '../../src/flows/index.ts'
import { openWorkplace, type Workplace } from '../support/workplace.ts'
import { Hand, lead, officer, other, requestIn, saying, twoLeads } from './hand.ts'

const decisions = async (place: Workplace): Promise<string[]> =>
  (await requestIn(place)).told.filter((line) => line.endsWith(' decided'))

test('finished later: the window closed, the bot restarted, the choices are still there', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.reviews()
  await ines.presses('see-group', 3)
  await ines.submits()
  await ines.presses('change-answer')
  await ines.fills('text', 'Chère Madame, c’est fait.')
  await ines.submits()
  await ines.closes()
  expect(await ines.stack()).toEqual([])

  await place.restart()
  await ines.opensFromCard()
  const review = saying(await ines.sees('Le plan sera'))
  expect(review).toContain('*10 attendent encore votre décision.*')
  expect(review).toContain('4 conservés')
  expect(review).toContain('avec vos propres mots')
  const { told } = await requestIn(place)
  expect(told.filter((line) => line === `${lead} viewed`)).toHaveLength(3)
})

test('a second click on the same button decides nothing a second time', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.types('/rights-erase 48213')
  await ines.sees('Est-ce bien la personne')
  await Promise.all([ines.submits(), ines.submits()])
  await ines.sees('Le plan sera')
  await ines.decidesDoubts()
  await Promise.all([ines.submits(), ines.submits()])
  await ines.sees('Le plan est écrit')

  expect(await decisions(place)).toHaveLength(2)
})

test('what was found has changed meanwhile: the lead is told, and sees what stands now', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const ines = new Hand(place)
  await ines.reviews()
  const jonas = new Hand(place, other)
  await jonas.opensFromCard()
  await jonas.sees('The plan will be')
  await ines.presses('change-terms')
  await ines.fills('more', 'Moulin à poivre')
  await ines.submits()
  expect(saying(await ines.top())).toContain('*1 nouvel identifiant à chercher*')
  expect(saying(await ines.top())).toContain('Chercher encore')
  await ines.submits()
  await ines.sees('Moulin à poivre')
  await jonas.sees('Moulin à poivre')
  await ines.sees('*14 attendent encore votre décision.*')
  await jonas.presses('see-group', 3)
  await jonas.submits()

  expect(saying(await jonas.top())).toContain('*10 still need your decision.*')
})

test('a plan that was sent back comes with the reason, and with everything as it was decided', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.reviews()
  await ines.decidesDoubts()
  await ines.presses('change-answer')
  await ines.fills('text', 'Chère Madame, c’est fait.')
  await ines.submits()
  await ines.submits()
  await ines.sees('Le plan est écrit')
  const { id, plan } = await requestIn(place)
  const by = { user: officer, team: 'T0NORDLYS' }
  const no = {
    id,
    by,
    digest: plan?.digest ?? '',
    how: 'sent-back',
    code: 'identity-unproven',
  } as const
  await turnBack(no, place.service().desk.hands)

  const review = saying(await ines.sees('a renvoyé le plan'))
  expect(review).toContain('l’identité n’est pas prouvée')
  expect(review).toContain('15 tickets caviardés')
  expect(review).toContain('Tout est décidé.')
  expect(review).toContain('avec vos propres mots')
  await ines.submits()
  await ines.sees('Le plan est écrit')
  expect(await decisions(place)).toHaveLength(3)
})
