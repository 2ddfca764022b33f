import { expect, test } from 'vitest'
import { openWorkplace } from '../support/workplace.ts'
import { Hand, lead, officer, other, requestIn, saying, tickedIn, twoLeads } from './hand.ts'

test('a lead goes from one command to the plan, fourteen doubts decided in five clicks', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.types('/rights-erase 48213')
  const people = await ines.sees('Est-ce bien la personne')
  expect(saying(people)).toContain('Camille Lefèvre\n')
  expect(saying(people)).toContain('camille.lefevre@example.com')
  expect(saying(people)).toContain('a écrit le ticket que vous avez donné')
  expect(tickedIn(people)).toEqual(['360001204457'])
  await ines.submits()

  const review = saying(await ines.sees('Le plan sera'))
  expect(review).toContain('10 supprimés définitivement')
  expect(review).toContain('4 fichiers, 1 enregistrement')
  expect(review).toContain('5 caviardés')
  expect(review).toContain('*14 attendent encore votre décision.*')

  ines.clicks = 0
  const namesakes = await ines.presses('see-group', 3)
  expect(saying(namesakes)).toContain('écrit par un homonyme')
  expect(tickedIn(namesakes)).toEqual([])
  await ines.submits()
  expect(saying(await ines.top())).toContain('*10 attendent encore votre décision.*')
  const passages = await ines.presses('see-group', 4)
  expect(tickedIn(passages)).toEqual([])
  expect(saying(passages)).toContain('…merci d’ajouter à la commande groupée')
  const all = await ines.presses('set-doubtful:all')
  expect(tickedIn(all).length).toBeGreaterThan(10)
  await ines.submits()
  expect(ines.clicks).toBe(5)

  expect(saying(await ines.top())).toContain('Tout est décidé.')
  expect(await ines.stack()).toHaveLength(1)
  await ines.submits()
  const plan = saying(await ines.sees('Le plan est écrit'))
  expect(plan).toContain('10 tickets supprimés définitivement')
  expect(plan).toContain('1 du rôle délégué à la protection des données')
  const { told, plan: made } = await requestIn(place)
  expect(made?.counts['tickets-go']).toBe(10)
  expect(told.filter((line) => line !== 'bot posted')).toEqual([
    `${lead} opened`,
    'bot found',
    `${lead} viewed`,
    `${lead} decided`,
    'bot found',
    `${lead} viewed`,
    `${lead} decided`,
    'bot planned',
  ])
})

test('with nothing in doubt, who it is and what happens are two clicks in one window', async () => {
  const place = await openWorkplace()
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.types('/rights-erase 42766')
  const people = saying(await jonas.sees('Is this the person?'))
  expect(people).toContain('Hanna Lindqvist')
  await jonas.submits()
  const review = await jonas.sees('The plan will be')
  expect(saying(review)).toContain('Nothing is open.')
  const due = new Date((await requestIn(place)).due)
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  expect(saying(review)).toContain(`Due ${day.format(due)}`)
  await jonas.submits()
  await jonas.sees('The plan is written. Nothing happens before it is approved.')

  expect(jonas.clicks).toBe(2)
  expect(await jonas.stack()).toHaveLength(1)

  const maya = new Hand(place, officer)
  await maya.opensFromCard()
  const standing = saying(await maya.sees('The plan is written.'))
  expect(standing).toContain('1 with the role privacy officer')
  expect(standing).not.toContain('Lindqvist')
  expect(standing).not.toContain('Look at my decisions again')
})
