import { expect, test } from 'vitest'
import { openWorkplace, type Workplace } from '../support/workplace.ts'
import { Hand, lead, other, requestIn, saying, tickedIn, twoLeads } from './hand.ts'

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
    'Rights Desk\nThis needs one of these roles: support-lead.\n',
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
  const halted = saying(await jonas.sees('Zendesk refused a call'))

  expect(halted).toContain('It stands still until somebody lets it go on from the card.')
})
