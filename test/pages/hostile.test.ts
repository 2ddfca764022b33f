import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openHuge } from './huge.ts'
import { Tab } from './tab.ts'

/** A review of so many tickets, read to the end. */
async function reviewOf(count: number): Promise<{ tab: Tab; path: string; origin: string }> {
  const { origin, link, close } = await openHuge(count)
  onTestFinished(close)
  const tab = new Tab(origin)
  const { path } = await tab.enters(link)
  return { tab, path, origin }
}

const countOf = (html: string, word: string): number =>
  Number(new RegExp(`([\\d,]+) ${word}`).exec(html)?.[1]?.replace(',', '') ?? 0)

/** The review's first page, after the closed ones of her own were kept by one word. */
async function closedKept(): Promise<{ tab: Tab; path: string; kept: number }> {
  const { tab, path } = await reviewOf(200)
  await tab.gets(`${path}finds?group=own&status=closed`)
  await tab.sends('class', { action: 'keep', reason: 'legal-claims' })
  const kept = countOf((await tab.gets(path)).text, 'kept')
  expect(kept).toBeGreaterThan(10)
  return { tab, path, kept }
}

test('a word on what is on the screen takes nothing back of what was said of tickets that are not', async () => {
  const { tab, path, kept } = await closedKept()
  const { text } = await tab.gets(`${path}finds?group=own`)
  expect(text).toContain(`50 of ${180 - kept}`)
  expect(text).toContain(`(All ${180 - kept})`)
  await tab.sends('class', { action: 'redact' })
  const after = (await tab.gets(path)).text
  expect(countOf(after, 'kept')).toBe(kept)
  expect(countOf(after, 'deleted for good')).toBe(0)
})

test('a word on all own tickets from the first page leaves what somebody kept by another word', async () => {
  const { tab, path, kept } = await closedKept()
  await tab.posts(`${path}class`, forged(tab, { relation: 'own' }, 'delete'))
  expect(countOf((await tab.gets(path)).text, 'kept')).toBe(kept)
})

function forged(tab: Tab, about: object, action: string): URLSearchParams {
  const value = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(tab.html)?.[1] ?? ''
  return new URLSearchParams({
    token: value('token'),
    seen: value('seen'),
    class: JSON.stringify(about),
    action,
    from: 'overview',
  })
}

/** Sends bytes as no browser would, and resolves to what comes back. */
async function raw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return await new Promise((resolve) => {
    let got = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      got += piece
    })
    socket.on('close', () => resolve(got))
    socket.on('error', () => resolve(got))
  })
}

test('addresses that no browser sends open nothing, and are quoted nowhere', async () => {
  const { tab, path, origin } = await reviewOf(20)
  const [cookie = ''] = tab.cookies.values()
  const ways = [
    '/p/..%2f..%2fetc%2fpasswd',
    '/p/%2e%2e/%2e%2e/etc/passwd',
    '/p/a/..%2f..%2fpackage.json',
    '/p/s/__proto__/',
    '/p/o/constructor',
    '/p//evil.example/x',
    `${path}find/1e3`,
    `${path}find/-1`,
    `${path}finds?group=__proto__&status=<script>canary</script>&text=<script>canary</script>`,
    `${path}<script>canary</script>`,
  ]
  for (const way of ways) {
    const got = await raw(
      origin,
      `GET ${way} HTTP/1.1\r\nHost: evil.example\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    )
    expect(got).toMatch(/^HTTP\/1\.1 (?:200|303|400|403|404) /)
    expect(got).not.toContain('<script>canary')
    expect(got).not.toContain('evil.example')
    expect(got).not.toContain('root:')
  }
})

test('a form that is too long or of no shape is refused without a word of it', async () => {
  const { tab, path } = await reviewOf(20)
  const long = new URLSearchParams({ token: 'x', list: 'canary'.repeat(800_000) })
  const no = await tab.posts(`${path}class`, long)
  expect(no.status).toBe(400)
  expect(no.html).not.toContain('canary')
  const broken = await tab.posts(`${path}class`, new URLSearchParams({ token: 'canary' }))
  expect(broken.status).toBe(403)
  expect(broken.html).not.toContain('canary')
})

test('a form from elsewhere, or of another session, does nothing', async () => {
  const { tab, path } = await reviewOf(20)
  await tab.gets(path)
  const form = forged(tab, { relation: 'own' }, 'keep')
  for (const more of [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'null' },
  ]) {
    expect((await tab.posts(`${path}class`, form, more)).status).toBe(403)
  }
  form.set('token', 'A'.repeat(43))
  expect((await tab.posts(`${path}class`, form)).status).toBe(403)
})
