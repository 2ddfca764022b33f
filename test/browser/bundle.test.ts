import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeBundle } from '../../src/exports/bundle/index.ts'
import { DiskShelf } from '../../src/exports/disk-shelf.ts'
import { readZip } from '../../src/exports/zip-reader.ts'
import { wordsFor } from '../../src/words/index.ts'
import { launch } from './support/launch.ts'

const owner = '01JZ0000000000000000000001'
let [dir, browser] = ['', undefined as Browser | undefined]

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const comment = (id: number, author: number, body: string, more: object = {}) => ({
  id,
  created_at: `2026-01-0${id}T10:00:00Z`,
  author_id: author,
  public: true,
  body,
  ...more,
})

const ticket = (
  id: number,
  subject: string,
  comments: readonly object[],
  files: object[] = [],
) => ({
  kind: 'ticket',
  gives: 'whole',
  id,
  as: ['requester'],
  ticket: { id, subject, created_at: '2026-01-02T10:00:00Z', requester_id: 7 },
  comments,
  parties: [
    { id: 7, name: 'Camille Martin', identifiers: [], is: 'person' },
    { id: 8, name: 'Inès Aubry', identifiers: [], is: 'staff' },
  ],
  files,
})

/** Unpacks a bundle as a person would, into a folder of its own. */
async function unpacked(language: 'en' | 'fr'): Promise<string> {
  const shelf = new DiskShelf({ dir: join(dir, 'shelf'), keyOf: async () => Buffer.alloc(32, 1) })
  const put = async (name: string, value: unknown): Promise<void> => {
    await shelf.write(owner, `pieces/${name}.json`, one(JSON.stringify(value)))
  }
  await put('user-7', {
    kind: 'user',
    user: { id: 7, name: 'Camille Martin', email: 'camille@example.com', time_zone: 'Paris' },
    identities: [{ id: 70, type: 'email', value: 'camille@example.com' }],
    organizations: [],
  })
  const file = {
    id: '9',
    ticket: 1,
    comment: 1,
    name: 'receipt.txt',
    type: 'text/plain',
    inline: false,
    size: 5,
  }
  await put(
    'ticket-1',
    ticket(
      1,
      'Where is my parcel?',
      [
        comment(1, 7, 'Hello, my parcel was to come to Besançon. <img src=x onerror=alert(1)>'),
        comment(2, 8, 'We look for it, regards, Inès Aubry'),
        comment(3, 8, 'She called twice', { public: false }),
      ],
      [file],
    ),
  )
  await put('ticket-2', ticket(2, 'A broken lamp', [comment(1, 7, 'The lamp is broken')]))
  await put('index', {
    collected: '2026-11-24T08:00:00.000Z',
    users: [7],
    tickets: [1, 2],
    suspended: [],
    fields: {},
  })
  await shelf.write(owner, 'pieces/file-9', one('12 €\n'))
  const { size } = await makeBundle(
    {
      owner,
      number: 'R-2026-0001',
      made: '2026-11-24T09:00:00.000Z',
      account: 'acme.example.com',
      organisation: 'Acme',
      country: 'FR',
      profile: 'copy',
      language,
      regime: 'gdpr',
      lifted: [],
      answer: false,
    },
    { shelf, words: wordsFor(language).bundle },
  )
  const zip = await readZip(size, (range) => shelf.read(owner, 'bundle.zip', range))
  for (const { name } of zip.entries) {
    const path = join(dir, language, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, zip.read(name))
  }
  return join(dir, language)
}

async function opened(language: 'en' | 'fr', width = 1200): Promise<{ tab: Page; said: string[] }> {
  if (!browser) throw new Error('no browser')
  const tab = await browser.newPage({ viewport: { width, height: 844 }, offline: true })
  const said: string[] = []
  tab.on('console', (message) => said.push(message.text()))
  tab.on('dialog', (dialog) => {
    said.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await tab.goto(pathToFileURL(join(await unpacked(language), 'index.html')).href)
  return { tab, said }
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rightsdesk-bundle-'))
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await rm(dir, { recursive: true, force: true })
})

describe('the copy that a person has unpacked, without any network', () => {
  test('is searched in, accents or not, also in what the conversations say', async () => {
    const { tab } = await opened('en')
    const listed = tab
      .getByRole('listitem')
      .filter({ has: tab.locator('a[href^="conversations/"]') })
    await expect.poll(async () => await listed.count()).toBe(2)
    const search = tab.getByRole('searchbox', { name: 'Search in the conversations' })
    await search.fill('besancon parcel')
    await expect
      .poll(async () => await listed.filter({ visible: true }).allTextContents())
      .toEqual([expect.stringContaining('Where is my parcel?')])
    await search.fill('nothing of the kind')
    await tab.getByRole('status').filter({ hasText: 'No conversation' }).waitFor()
    await tab.close()
  })

  test('is read as conversations, and nothing in them runs', async () => {
    const { tab, said } = await opened('en')
    await tab.getByRole('link', { name: 'Where is my parcel?' }).click()
    await tab.getByRole('heading', { name: 'Where is my parcel?' }).waitFor()
    expect(await tab.getByRole('article').allTextContents()).toEqual([
      expect.stringContaining('You · January 1, 2026'),
      expect.stringContaining('regards, Our staff'),
      expect.stringContaining('note among our staff'),
    ])
    await tab.getByRole('link', { name: '9-receipt.txt' }).click()
    await tab.getByText('12 €').waitFor()
    expect(said).toEqual([])
    await tab.close()
  })

  test.each([
    ['en', 1200],
    ['fr', 390],
  ] as const)('is accessible, and fits its screen: %s, %i wide', async (language, width) => {
    const { tab } = await opened(language, width)
    for (const link of ['index', 'conversation'] as const) {
      if (link === 'conversation') await tab.locator('a[href^="conversations/"]').first().click()
      await tab.evaluate(axe.source)
      const faults = await tab.evaluate(
        'axe.run().then((ran) => ran.violations.map(({ id }) => id))',
      )
      expect(faults).toEqual([])
      const fits = await tab.evaluate('document.documentElement.scrollWidth <= innerWidth')
      expect(fits).toBe(true)
    }
    await tab.close()
  })
})
