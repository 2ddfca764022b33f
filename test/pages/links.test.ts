import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Hands, Standing } from '../../src/flows/index.ts'
import { createPages, type Pages } from '../../src/pages/index.ts'
import { readPolicy } from '../../src/records/policy-file.ts'
import { goodPolicy, lead } from '../support/office.ts'
import { Tab } from './tab.ts'

const minute = 60_000
const known: Standing = { active: true, guest: false, bot: false, groups: [] }

type House = {
  readonly pages: Pages
  readonly origin: string
  readonly link: () => string
  readonly wait: (ms: number) => void
  readonly people: { standing: (member: { user: string }) => Promise<Standing> }
  readonly troubles: unknown[]
}

/** The pages alone on a port of their own, with a clock that passes only when somebody waits. */
async function openHouse(locale = 'en', as?: string): Promise<House> {
  const dir = await mkdtemp(join(tmpdir(), 'pages-'))
  onTestFinished(async () => await rm(dir, { recursive: true }))
  await writeFile(join(dir, 'policy.json'), JSON.stringify(goodPolicy))
  let now = Date.parse('2026-11-23T09:00:00Z')
  const people = { standing: async (): Promise<Standing> => known }
  const troubles: unknown[] = []
  const hands = {
    host: 'example.zendesk.com',
    policy: async () => await readPolicy(join(dir, 'policy.json'), () => now),
    people: { standing: async (member: { user: string }) => await house.people.standing(member) },
  } as unknown as Hands
  const pages = createPages({
    hands,
    keeper: { poke: () => {} },
    accountUrl: 'https://example.zendesk.com',
    profileOf: async () => ({ locale, tz: 'UTC' }),
    now: () => now,
    trouble: (_, error) => void troubles.push(error),
  })
  const server = createServer(pages.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    pages.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  pages.openAt(as ?? origin)
  const house: House = {
    pages,
    origin,
    people,
    troubles,
    wait: (ms) => {
      now += ms
    },
    link: () => pages.linkFor({ member: lead, purpose: 'upload' }) ?? '',
  }
  return house
}

test('looking at a link uses nothing up, however often; opening it does, once', async () => {
  const { origin, link } = await openHouse()
  const url = link()
  const path = new URL(url).pathname
  const preview = new Tab(origin, { 'user-agent': 'Slackbot-LinkExpanding 1.0' })
  for (const _ of [1, 2, 3]) {
    const seen = await preview.gets(path)
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('It opens once')
    expect(seen.headers.get('set-cookie')).toBeNull()
  }
  expect((await fetch(url.replace(/^http:..[^/]+/, origin), { method: 'HEAD' })).status).toBe(200)

  const tab = new Tab(origin)
  expect((await tab.enters(url)).text).toContain('One person on each line')
  expect((await tab.gets(path)).status).toBe(404)
  const late = await new Tab(origin).posts(path)
  expect(late.status).toBe(404)
  expect(late.text).toContain('press the button again')
})

test('a link that nobody opens within a quarter of an hour opens nothing', async () => {
  const { origin, link, wait } = await openHouse()
  const [one, other] = [link(), link()]
  wait(15 * minute - 1)
  expect((await new Tab(origin).enters(one)).status).toBe(200)
  wait(1)
  expect((await new Tab(origin).enters(other)).status).toBe(404)
})

test('the cookie is for this one place, out of reach of scripts and of other sites', async () => {
  const { origin, link } = await openHouse()
  const path = new URL(link()).pathname
  const opened = await fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
  })
  const cookie = opened.headers.get('set-cookie') ?? ''
  const place = opened.headers.get('location') ?? ''
  expect(opened.status).toBe(303)
  expect(cookie).toContain(`; Path=${place}; HttpOnly; SameSite=Strict`)
  expect(cookie).not.toContain('Secure')
  expect(/^desk=([\w-]+);/.exec(cookie)?.[1]?.length).toBeGreaterThanOrEqual(43)

  const far = await openHouse('en', 'https://desk.example.com')
  const secure = await fetch(far.origin + new URL(far.link()).pathname, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(secure.headers.get('set-cookie')).toContain('; Secure')
})

test('whoever has no cookie, or that of somebody else, finds nothing there', async () => {
  const { origin, link } = await openHouse()
  const [mine, yours] = [new Tab(origin), new Tab(origin)]
  const { path } = await mine.enters(link())
  const { path: other } = await yours.enters(link())
  expect((await new Tab(origin).gets(path)).status).toBe(404)
  const [cookie = ''] = yours.cookies.values()
  expect((await new Tab(origin, { cookie }).gets(path)).status).toBe(404)
  expect((await new Tab(origin, { cookie }).gets(other)).status).toBe(200)
})

test('somebody is signed out after half an hour without a click, after eight hours, or by himself', async () => {
  const { origin, link, wait } = await openHouse()
  const idle = new Tab(origin)
  const { path } = await idle.enters(link())
  wait(29 * minute)
  expect((await idle.gets(path)).status).toBe(200)
  wait(30 * minute)
  expect((await idle.gets(path)).status).toBe(404)

  const busy = new Tab(origin)
  const { path: there } = await busy.enters(link())
  for (let i = 0; i < 23; i += 1) {
    wait(20 * minute)
    expect((await busy.gets(there)).status).toBe(200)
  }
  wait(20 * minute)
  expect((await busy.gets(there)).status).toBe(404)

  const gone = new Tab(origin)
  const { path: here } = await gone.enters(link())
  expect((await gone.sends('leave')).text).toContain('You are signed out')
  expect((await gone.gets(here)).status).toBe(404)
})

test('who has lost the role sees why, and is signed out even if he gets it back', async () => {
  const house = await openHouse()
  const tab = new Tab(house.origin)
  const { path } = await tab.enters(house.link())
  const unopened = house.link()
  house.people.standing = async () => ({ ...known, active: false })
  const refused = await tab.gets(path)
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('Only active full members')
  expect((await new Tab(house.origin).enters(unopened)).status).toBe(403)
  house.people.standing = async () => known
  expect((await tab.gets(path)).status).toBe(404)
})

test('while nobody can say who has which role nothing is shown, and nobody is signed out', async () => {
  const house = await openHouse()
  const tab = new Tab(house.origin)
  const { path } = await tab.enters(house.link())
  house.people.standing = async () => await Promise.reject(new Error('silent'))
  expect((await tab.gets(path)).status).toBe(503)
  house.people.standing = async () => known
  expect((await tab.gets(path)).status).toBe(200)
})

test('whoever guesses links is sent away, and others are let in meanwhile', async () => {
  const { origin, link, wait } = await openHouse('en', 'https://desk.example.com')
  const same = { 'sec-fetch-site': 'same-origin' }
  const guesser = new Tab(origin, { ...same, 'x-forwarded-for': '10.0.0.1, 203.0.113.9' })
  for (let i = 0; i < 20; i += 1) expect((await guesser.gets(`/p/o/guess-${i}`)).status).toBe(404)
  const busy = await guesser.gets('/p/o/guess')
  expect(busy.status).toBe(429)
  expect(busy.text).toContain('Wait ten minutes')
  expect((await guesser.gets(new URL(link()).pathname)).status).toBe(429)
  // The first hop is what the guesser says of himself.
  const liar = new Tab(origin, { ...same, 'x-forwarded-for': '192.0.2.1, 203.0.113.9' })
  expect((await liar.gets('/p/o/guess')).status).toBe(429)
  const honest = new Tab(origin, { ...same, 'x-forwarded-for': '198.51.100.4' })
  expect((await honest.gets(new URL(link()).pathname)).status).toBe(200)
  wait(10 * minute)
  expect((await guesser.gets(new URL(link()).pathname)).status).toBe(200)
})

test('a form of another site, or without this session’s own mark, does nothing', async () => {
  const { origin, link } = await openHouse()
  const url = link()
  const path = new URL(url).pathname
  const other = { origin: 'https://evil.example.com' }
  expect((await new Tab(origin).posts(path, undefined, other)).status).toBe(403)
  const hidden = { origin: 'null', 'sec-fetch-site': 'cross-site' }
  expect((await new Tab(origin).posts(path, undefined, hidden)).status).toBe(403)
  expect((await fetch(origin + path, { method: 'POST' })).status).toBe(403)

  const tab = new Tab(origin)
  const { path: place } = await tab.enters(url)
  const forged = await tab.posts(place, new URLSearchParams({ list: 'x', token: 'y' }))
  expect(forged.status).toBe(403)
  expect(forged.text).toContain('did not come from this page')
  // What a browser sends that tells nobody where it comes from.
  const quiet = { origin: 'null', 'sec-fetch-site': 'same-origin' }
  await tab.gets(place)
  const token = /name="token" value="([^"]+)"/.exec(tab.html)?.[1] ?? ''
  const sent = new URLSearchParams({ list: '', token })
  expect((await tab.posts(place, sent, quiet)).text).toContain('Paste a list')
})

test('no page is kept, framed, sniffed or told of, and none runs a script but ours', async () => {
  const { origin, link } = await openHouse()
  const tab = new Tab(origin)
  const pages = [await tab.gets(new URL(link()).pathname), await tab.enters(link())]
  pages.push(await tab.gets('/p/o/none'), await tab.gets('/p/nothing'))
  for (const { headers, html } of pages) {
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    const csp = headers.get('content-security-policy') ?? ''
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("script-src 'self'")
    expect(csp).not.toContain('unsafe')
    expect(html).not.toMatch(/<script>|<style|\sstyle=|\son[a-z]+=/)
  }
  for (const [, path = ''] of tab.html.matchAll(/(?:href|src)="(\/p\/a\/[^"]+)"/g)) {
    const file = await fetch(origin + path)
    expect(file.status).toBe(200)
    expect(file.headers.get('cache-control')).toContain('immutable')
  }
})

test('a member reads his own language, and a stranger that of his browser', async () => {
  const { origin, link } = await openHouse('fr-FR')
  const tab = new Tab(origin)
  const french = await tab.gets(new URL(link()).pathname)
  expect(french.html).toContain('<html lang="fr">')
  expect(french.text).toContain('Il s’ouvre une seule fois')
  const stranger = new Tab(origin, { 'accept-language': 'fr-CA,fr;q=0.9' })
  expect((await stranger.gets('/p/o/none')).text).toContain('Il n’y a rien ici')
  const other = new Tab(origin, { 'accept-language': 'de' })
  expect((await other.gets('/p/o/none')).text).toContain('There is nothing here')
})

test('a desk that nobody can reach has no pages, and says so by giving no link', async () => {
  const { origin, pages } = await openHouse()
  pages.openAt(undefined)
  expect(pages.linkFor({ member: lead, purpose: 'upload' })).toBeUndefined()
  expect((await new Tab(origin).gets('/p/o/x')).status).toBe(404)
})

test('a list that cannot be read is told of line by line, and opens nothing', async () => {
  const { origin, link, troubles } = await openHouse()
  const tab = new Tab(origin)
  await tab.enters(link())
  const list = 'camille.lefevre@example.com\n\nnot an address @\n<script>alert(1)</script>/x'
  const faulty = await tab.sends('', { list })
  expect(faulty.status).toBe(422)
  expect(faulty.text).toContain('2 lines cannot be read. Nothing was opened')
  expect(faulty.text).toMatch(/\n3\n.*not an address @\n.*not an e-mail address/s)
  expect(faulty.text).toMatch(/\n4\n/)
  expect(faulty.html).not.toContain('<script>alert')
  expect(tab.html).toContain('camille.lefevre@example.com')
  expect((await tab.sends('', { list: ' ' })).text).toContain('Paste a list')
  expect((await tab.sends('', { list: 'x'.repeat(1_000_001) })).text).toContain('longer than 1 MB')
  expect(troubles).toEqual([])
})

test('of a table the column of addresses is read, and faults keep its line numbers', async () => {
  const { origin, link } = await openHouse()
  const tab = new Tab(origin)
  await tab.enters(link())
  const token = /name="token" value="([^"]+)"/.exec(tab.html)?.[1] ?? ''
  const sent = new FormData()
  sent.set('token', token)
  sent.set('list', '')
  const csv = 'Name;E-mail\r\n"Lefèvre; Camille";"camille.lefevre@example.com"\r\nx;broken@\r\n'
  sent.set('file', new File([csv], 'people.csv', { type: 'text/csv' }))
  const faulty = await tab.posts(tab.shown?.path ?? '', sent)
  expect(faulty.text).toContain('1 line cannot be read')
  expect(faulty.text).toMatch(/\n3\n.*broken@/s)
})
