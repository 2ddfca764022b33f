import { expect, test } from 'vitest'
import { openPage } from '../../src/commands/window/page.ts'
import { openWorkplace } from '../support/workplace.ts'
import { controls, Hand, other, saying, twoLeads } from './hand.ts'
import { sights } from './model.ts'

test('a list that is too long for a window has a page, by a link for one member alone', async () => {
  const place = await openWorkplace({ config: { publicUrl: 'https://desk.example.com' } })
  await place.policy(twoLeads)
  const jonas = new Hand(place, other)
  await jonas.types('/rights-erase')
  await jonas.sees('Whom is it about?')
  const page = await jonas.presses('open-page')
  expect(saying(page)).toContain('The link is yours alone and opens once.')
  const [link] = controls(page).map(({ control }) => control['url'])
  expect(link).toMatch(/^https:\/\/desk\.example\.com\//)

  // Slack tells of a click on a link, too: nobody is told off for it, and the form is still there.
  await place.as(other, 'click', { view: page.id, action_id: 'close-window:link' })
  await jonas.closes()
  expect(saying(await jonas.top())).toContain('Whom is it about?')
})

test('a desk without pages of its own says so', async () => {
  const [sight] = sights
  const visited = { by: { user: other, team: 'T0NORDLYS' }, sight, values: {}, way: 'action' }
  const office = { pages: { linkFor: () => undefined } }
  const reply = await openPage.run(visited as never, office as never)
  expect(reply).toMatchObject({ kind: 'say' })
  expect(JSON.stringify(reply)).toContain('This desk has no pages of its own')
})
