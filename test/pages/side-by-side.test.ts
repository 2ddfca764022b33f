import { expect, test } from 'vitest'
import { draftOf } from '../../src/flows/index.ts'
import { openWorkplace } from '../support/workplace.ts'
import { Hand, lead, requestIn } from '../window/hand.ts'
import { Tab } from './tab.ts'

const member = { user: lead, team: 'T0NORDLYS' }

test('what the window and the page keep at the same moment is all kept', async () => {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.reviews()
  const { id: request } = await requestIn(place)
  const { desk, pages } = place.service()
  const tab = new Tab(`http://localhost:${place.service().port}`)
  await tab.enters(pages.linkFor({ member, purpose: 'review', request }) ?? '')
  await tab.follows('group=own')
  const ids = [...tab.html.matchAll(/name="t" value="(\d+)"/g)].map(([, id]) => id ?? '')
  const fields = ids.flatMap((id) => [
    [`a.${id}`, 'keep'],
    [`r.${id}`, 'archive'],
  ])
  await ines.presses('change-answer')
  await ines.fills('text', 'Tout a été traité à la main.')

  await Promise.all([ines.submits(), tab.sends('finds', Object.fromEntries(fields))])

  const draft = await draftOf(request, desk.hands)
  expect(ids.length).toBeGreaterThan(3)
  expect(Object.keys(draft?.tickets ?? {}).toSorted()).toEqual(ids.toSorted())
  expect(draft?.answer?.text).toBe('Tout a été traité à la main.')
})

test('a list with lines that name nobody opens nothing, and each of them is shown by its number', async () => {
  const place = await openWorkplace()
  const tab = new Tab(`http://localhost:${place.service().port}`)
  const link = place.service().pages.linkFor({ member, purpose: 'upload' }) ?? ''
  await tab.enters(link)

  const list = 'camille.lefevre@example.com\nticket:none\n\nticket:42766\nuser:?\n'
  const { status, text, html } = await tab.sends('', { list })

  expect(status).toBe(422)
  expect(
    [...html.matchAll(/<td class="n">(\d+)<\/td><td><mark>([^<]*)/g)].map(([, n, of]) => [n, of]),
  ).toEqual([
    ['2', 'ticket:none'],
    ['5', 'user:?'],
  ])
  // What was pasted is not lost.
  expect(text).toContain('camille.lefevre@example.com')
  await expect(requestIn(place)).rejects.toThrow('there is no request')
})
