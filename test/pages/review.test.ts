import { expect, test } from 'vitest'
import { openWorkplace, type Workplace } from '../support/workplace.ts'
import { Hand, lead, officer, requestIn } from '../window/hand.ts'
import { formsIn, Tab } from './tab.ts'

const team = 'T0NORDLYS'

/** A link to the review of the one request, as the deed in Slack makes it. */
async function linkIn(place: Workplace, user = lead): Promise<string> {
  const { id: request } = await requestIn(place)
  const member = { user, team }
  const link = place.service().pages.linkFor({ member, purpose: 'review', request })
  if (!link) throw new Error('no link')
  return link
}

const tabOf = (place: Workplace): Tab => new Tab(`http://localhost:${place.service().port}`)

/** Camille Lefèvre's request, found and confirmed by Inès Aubry. */
async function reviewed(): Promise<{ place: Workplace; ines: Hand }> {
  const place = await openWorkplace()
  const ines = new Hand(place)
  await ines.types('/rights-erase 48213')
  await ines.sees('Est-ce bien la personne')
  await ines.submits()
  await ines.sees('Le plan sera')
  return { place, ines }
}

test('the page shows what the window shows, in the member’s language, and says who has looked', async () => {
  const { place } = await reviewed()
  const tab = tabOf(place)
  const before = (await requestIn(place)).told.length
  const { text, html } = await tab.enters(await linkIn(place))
  expect(html).toContain('<html lang="fr">')
  for (const said of [
    'Camille Lefèvre',
    '10 supprimés définitivement',
    '5 caviardés',
    'Douteux\u00a0: écrit par un homonyme',
    '14 attendent encore votre décision.',
    'Le plan sera',
  ]) {
    expect(text).toContain(said)
  }
  const { told } = await requestIn(place)
  expect(told.slice(before)).toEqual([`${lead} viewed`])
  await tab.gets(tab.shown?.path ?? '')
  expect((await requestIn(place)).told.length).toBe(before + 1)
})

test('all that is in doubt is decided on the page, and sent off there, for the same plan', async () => {
  const { place, ines } = await reviewed()
  const tab = tabOf(place)
  const { path } = await tab.enters(await linkIn(place))
  await tab.follows('open=1')
  const ids = [...tab.html.matchAll(/name="t" value="(\d+)"/g)].map(([, id]) => id ?? '')
  expect(ids).toHaveLength(14)
  const kept = Object.fromEntries(
    ids.flatMap((id) => [
      [`a.${id}`, 'keep'],
      [`r.${id}`, 'somebody-else'],
    ]),
  )
  const saved = await tab.sends('finds', kept)
  expect(saved.text).toContain('14 décisions sont conservées.')
  expect(saved.text).toContain('Rien ne correspond.')
  // The window has the same draft.
  await ines.opensFromCard()
  await ines.sees('Tout est décidé.')

  await tab.gets(path)
  expect(tab.shown?.text).toContain('Tout est décidé.')
  const sent = await tab.sends('decide')
  expect(sent.text).toContain('J’écris le plan')
  await ines.sees('Le plan est écrit')
  const { plan } = await requestIn(place)
  expect(plan?.counts['tickets-go']).toBe(10)
})

test('what cannot be kept is told of beside it, as it was sent, and keeps nothing else back', async () => {
  const { place } = await reviewed()
  const tab = tabOf(place)
  await tab.enters(await linkIn(place))
  await tab.follows('group=own')
  const [one = '', other = ''] = [...tab.html.matchAll(/name="t" value="(\d+)"/g)].map(
    ([, id]) => id,
  )
  const shown = await tab.sends('finds', {
    [`a.${one}`]: 'keep',
    [`a.${other}`]: 'keep',
    [`r.${other}`]: 'legal-claims',
  })
  expect(shown.text).toContain('1 décision est conservée.')
  expect(shown.text).toContain('1 décision n’a pas pu être conservée')
  expect(shown.html).toMatch(new RegExp(`class="find wrong" id="t${one}"`))
  expect(shown.html).toMatch(new RegExp(`name="a\\.${one}" value="keep" checked`))
  await tab.gets((tab.shown?.path ?? '').replace('finds?group=own', 'finds?group=stay'))
  expect(tab.html).toContain(`name="t" value="${other}"`)
  expect(tab.html).not.toContain(`name="t" value="${one}"`)
})

test('two faces of one draft lose nothing of each other', async () => {
  const { place } = await reviewed()
  const [left, right] = [tabOf(place), tabOf(place)]
  await left.enters(await linkIn(place))
  await right.enters(await linkIn(place))
  await left.follows('group=own')
  await right.follows('group=own')
  const [one = '', other = ''] = [...left.html.matchAll(/name="t" value="(\d+)"/g)].map(
    ([, id]) => id,
  )
  await left.sends('finds', { [`a.${one}`]: 'keep', [`r.${one}`]: 'archive' })
  // This page still shows that the other one goes; nobody touched it here.
  await right.sends('finds', { [`a.${other}`]: 'keep', [`r.${other}`]: 'archive' })
  await right.gets((right.shown?.path ?? '').replace(/finds.*/, 'finds?group=stay'))
  expect(right.html).toContain(`name="t" value="${one}"`)
  expect(right.html).toContain(`name="t" value="${other}"`)
})

test('one word decides for many, can be taken back, and never deletes what is somebody else’s', async () => {
  const { place } = await reviewed()
  const tab = tabOf(place)
  const { path } = await tab.enters(await linkIn(place))
  await tab.follows('finds?group=own')
  expect(tab.shown?.text).toContain('Les 10')
  await tab.sends('class', { action: 'keep', reason: 'legal-obligation' })
  await tab.gets(path)
  expect(tab.shown?.text).not.toContain('10 supprimés définitivement')
  expect(tab.shown?.text).toContain('Ce que vous avez décidé pour plusieurs')
  await tab.sends('class', { undo: '0', of: '1' })
  expect(tab.shown?.text).toContain('10 supprimés définitivement')

  const others = { relation: 'other' }
  const forged = { class: JSON.stringify(others), action: 'delete', reason: '' }
  await tab.follows('group=others')
  await tab.sends('class', forged)
  await tab.gets(path)
  expect(tab.shown?.text).toContain('10 supprimés définitivement')
  expect(tab.shown?.text).toContain('5 caviardés')
})

test('one ticket is found by its number, and stands on a page of its own to the last passage', async () => {
  const { place } = await reviewed()
  const tab = tabOf(place)
  const { path } = await tab.enters(await linkIn(place))
  await tab.follows('finds')
  const [id = ''] = [...tab.html.matchAll(/name="t" value="(\d+)"/g)].map(([, one]) => one)
  const found = await tab.gets(`${path}finds?text=${id}&sort=newest`)
  expect([...found.html.matchAll(/name="t" value="(\d+)"/g)].map(([, one]) => one)).toEqual([id])
  expect(found.text).toContain('Sans texte dans le filtre')
  const alone = await tab.gets(`${path}find/${id}`)
  expect(alone.text).toContain(`Ticket n°\u00a0${id}`)
  expect(alone.html).toContain(`${place.account.url}/agent/tickets/${id}`)
  expect((await tab.gets(`${path}find/1`)).status).toBe(403)
})

/** A page of tickets that was left open, sent as it stands. */
function sentLate(html: string): [string, URLSearchParams] {
  const form = formsIn(html).find(({ fields }) => fields.some(([name]) => name === 'seen'))
  return [form?.action ?? '', new URLSearchParams(form?.fields)]
}

test('an officer without the role gets no page, nor anybody whose finds have changed meanwhile', async () => {
  const { place, ines } = await reviewed()
  const stranger = tabOf(place)
  const no = await stranger.enters(await linkIn(place, officer))
  expect(no.status).toBe(403)
  expect(no.text).toContain('This needs one of these roles')

  const tab = tabOf(place)
  await tab.enters(await linkIn(place))
  await tab.follows('group=own')
  const form = tab.html
  await tab.follows(tab.home)
  await tab.sends('terms', { more: 'camille.autre@example.org' })
  await tab.sends('decide')
  expect(tab.shown?.text).toContain('Je cherche encore une fois')
  await ines.sees('Le plan sera')
  const late = await tab.posts(...sentLate(form))
  expect(late.status).toBe(403)
  expect(late.text).toContain('a changé')
})

test('nothing that is found reaches the log, and nothing of a secret does', async () => {
  const { place } = await reviewed()
  const tab = tabOf(place)
  const link = await linkIn(place)
  await tab.enters(link)
  await tab.gets(`${tab.shown?.path}finds?text=Lef%C3%A8vre`)
  await tab.gets('/p/o/canary-guess')
  await tab.gets('/p/s/canary-place/%E0%A4%A')
  const [cookie = ''] = tab.cookies.values()
  const lines = place.lines.join('\n')
  for (const secret of ['Lefèvre', 'lefevre', 'canary', link.split('/').at(-1), cookie.slice(5)]) {
    expect(lines).not.toContain(secret)
  }
})

test('a list of people opens one request for all of them', async () => {
  const place = await openWorkplace()
  const tab = tabOf(place)
  const member = { user: lead, team }
  const link = place.service().pages.linkFor({ member, purpose: 'upload' }) ?? ''
  await tab.enters(link)
  const list = 'camille.lefevre@example.com\nticket:42766\nCamille.Lefevre@example.com\n'
  const opened = await tab.sends('', { list })
  expect(opened.text).toMatch(/R-\d{4}-0001 est ouverte, pour 2 personnes\./)
  expect(opened.text).toContain('1 ligne figurait deux fois')
  const { told } = await requestIn(place)
  expect(told[0]).toBe(`${lead} opened`)
})
