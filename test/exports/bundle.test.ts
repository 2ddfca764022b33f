import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conversation, Manifest, makeBundle } from '../../src/exports/bundle/index.ts'
import { DiskShelf } from '../../src/exports/disk-shelf.ts'
import { readZip } from '../../src/exports/zip-reader.ts'
import { sha256 } from '../../src/records/canonical.ts'
import type {
  BundleOrder,
  CollectedIndex,
  CollectedTicket,
  CollectedUser,
} from '../../src/records/collected.ts'
import { wordsFor } from '../../src/words/index.ts'

const owner = '01JZ0000000000000000000001'
const order: BundleOrder = {
  owner,
  number: 'R-2026-0001',
  made: '2026-11-24T09:00:00.000Z',
  account: 'acme.zendesk.com',
  organisation: 'Acme',
  country: 'FR',
  profile: 'copy',
  language: 'en',
  regime: 'gdpr',
  lifted: [],
  answer: false,
}

const user: CollectedUser = {
  kind: 'user',
  user: {
    id: 7,
    name: 'Camille Martin',
    email: 'camille@example.com',
    phone: '+33639988777',
    notes: 'speaks to Paul Durand often',
    user_fields: { tier: 'gold' },
    url: 'https://acme.zendesk.com/api/v2/users/7.json',
  },
  identities: [{ id: 70, type: 'email', value: 'camille@example.com' }],
  organizations: [{ id: 5, name: 'Les Amis', notes: 'pays late' }],
}

const own: CollectedTicket = {
  kind: 'ticket',
  gives: 'whole',
  id: 101,
  as: ['requester'],
  ticket: {
    id: 101,
    subject: '=HYPERLINK("http://example.org","Paul Durand")',
    created_at: '2026-01-02T10:00:00Z',
    requester_id: 7,
    assignee_id: 8,
    tags: ['vip'],
  },
  comments: [
    {
      id: 1,
      created_at: '2026-01-02T10:00:00Z',
      author_id: 7,
      public: true,
      body: 'Hello Inès, my neighbour paul DURAND (paul.d@example.org, 06 39 98 11 22) took it. My number is 06 39 98 87 77. <script>alert(1)</script>',
      html_body: '<p>secret twin</p>',
      metadata: { system: { ip_address: '192.0.2.7' } },
    },
    {
      id: 2,
      created_at: '2026-01-02T11:00:00Z',
      author_id: 8,
      public: false,
      body: 'Aubry: she sounds annoyed. Card 4111 1111 1111 1111.',
    },
  ],
  audits: [],
  sideConversations: [],
  ratings: [],
  parties: [
    { id: 7, name: 'Camille Martin', identifiers: ['camille@example.com'], is: 'person' },
    { id: 8, name: 'Inès Aubry', identifiers: ['ines@example.com'], is: 'staff' },
    { id: 9, name: 'Paul Durand', identifiers: ['paul.d@example.org'], is: 'other' },
  ],
  files: [
    {
      id: '900',
      ticket: 101,
      comment: 1,
      name: 'CON.png',
      type: 'image/png',
      inline: false,
      recording: false,
      size: 4,
    },
    {
      id: '901',
      ticket: 101,
      comment: 1,
      name: 'virus.exe',
      type: 'application/octet-stream',
      inline: false,
      recording: false,
      heldBack: 'malware',
    },
  ],
}

const other: CollectedTicket = {
  kind: 'ticket',
  gives: 'passages',
  id: 202,
  as: ['mentioned'],
  createdAt: '2026-02-01T08:00:00Z',
  passages: [
    {
      where: 'comment',
      comment: 3,
      before: 'I gave it to ',
      hit: 'Camille Martin',
      after: ', says Paul Durand',
    },
  ],
  written: [],
  parties: [{ id: 9, name: 'Paul Durand', identifiers: [], is: 'other' }],
  files: [],
}

const index: CollectedIndex = {
  collected: '2026-11-24T08:00:00.000Z',
  users: [7],
  tickets: [101, 202],
  suspended: [],
  fields: { 'user:tier': 'Customer tier' },
  unread: {},
  before: [],
}

let dir: string
let shelf: DiskShelf
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rightsdesk-bundle-'))
  shelf = new DiskShelf({ dir, keyOf: async () => Buffer.alloc(32, 1) })
  const put = async (name: string, value: unknown): Promise<void> => {
    await shelf.write(owner, `pieces/${name}`, one(JSON.stringify(value)))
  }
  await put('user-7.json', user)
  await put('ticket-101.json', own)
  await put('ticket-202.json', other)
  await put('index.json', index)
  await shelf.write(owner, 'pieces/file-900', one('%PNG'))
})
afterAll(async () => await rm(dir, { recursive: true, force: true }))

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

async function made(more: Partial<BundleOrder> = {}) {
  const full = { ...order, ...more }
  const bundle = await makeBundle(full, { shelf, words: wordsFor(full.language).bundle })
  const zip = await readZip(bundle.size, (range) => shelf.read(owner, 'bundle.zip', range))
  const text = async (name: string): Promise<string> => {
    const all = []
    for await (const piece of zip.read(name)) all.push(piece)
    return Buffer.concat(all).toString()
  }
  const names = zip.entries.map(({ name }) => name)
  const texts = async (): Promise<string> => (await Promise.all(names.map(text))).join('\n')
  return { bundle, names, text, texts }
}

describe('a copy of what is held about a person', () => {
  test('holds every file that its manifest names, with its sum, and no other', async () => {
    const { bundle, names, text } = await made()
    const written = await text('manifest.json')
    expect(sha256(written)).toBe(bundle.digest)
    const manifest = Manifest.parse(JSON.parse(written))
    expect(manifest.files.map(({ path }) => path)).toEqual(
      names.filter((n) => n !== 'manifest.json'),
    )
    expect(names).toEqual([
      'data/profile.json',
      'data/conversations/101.json',
      'conversations/101.html',
      'files/101/900-_CON.png',
      'data/conversations/202.json',
      'conversations/202.html',
      'tables/messages.csv',
      'tables/files.csv',
      'search.js',
      'schema.json',
      'index.html',
      'manifest.json',
    ])
    for (const { path, sha256: sum } of manifest.files.filter(
      ({ path: p }) => !p.startsWith('files/'),
    )) {
      expect(sha256(await text(path))).toBe(sum)
    }
  })

  test('names nobody else: neither by name in any writing, nor by address or number', async () => {
    const { texts, bundle } = await made()
    expect(await texts()).not.toMatch(/Durand|Inès|Aubry|paul\.d|ines@|39 98 11 22/i)
    expect(bundle.counts).toMatchObject({
      tickets: 1,
      excerpts: 1,
      passages: 1,
      messages: 2,
      files: 1,
      'held-back': 1,
    })
    expect(bundle.counts['masked']).toBeGreaterThan(5)
  })

  test('lets stand what is the person’s own, and what he wrote', async () => {
    const { text } = await made()
    const { messages, record } = Conversation.parse(
      JSON.parse(await text('data/conversations/101.json')),
    )
    expect(messages[0]).toMatchObject({
      from: 'You',
      text: 'Hello Our staff, my neighbour Somebody else (1) (Somebody else (1), [somebody’s phone number]) took it. My number is 06 39 98 87 77. <script>alert(1)</script>',
      record: { metadata: { system: { ip_address: '192.0.2.7' } } },
    })
    expect(messages[1]).toMatchObject({ from: 'Our staff', note: true })
    expect(record).toMatchObject({ tags: ['vip'], requester_id: 'You', assignee_id: 'Our staff' })
    expect(await text('data/profile.json')).toContain('camille@example.com')
    expect(await text('data/profile.json')).not.toContain('pays late')
  })

  test('names those whom a human lets be named', async () => {
    const { text } = await made({ lifted: [9] })
    expect(await text('conversations/101.html')).toContain('paul DURAND')
  })

  test('runs nothing that a ticket says, in a browser or a spreadsheet', async () => {
    const { text } = await made()
    expect(await text('conversations/101.html')).not.toContain('<script>alert')
    expect(await text('search.js')).not.toContain('<')
    const lines = (await text('tables/messages.csv')).split('\r\n')
    expect(lines[1]).toMatch(/^101,"'=HYPERLINK/)
  })

  test('says of what is left out why', async () => {
    const { text } = await made()
    expect(await text('index.html')).toContain('virus.exe — harmful software was found in it')
  })

  test('is the same to the byte when it is made again', async () => {
    expect((await made()).bundle).toEqual((await made()).bundle)
  })

  test('speaks the person’s language', async () => {
    const { text } = await made({ language: 'fr' })
    expect(await text('index.html')).toContain('<html lang="fr">')
    expect(await text('conversations/101.html')).toContain('note interne')
  })
})

test('what a person takes elsewhere leaves out what others concluded of him', async () => {
  const { texts, text } = await made({ profile: 'portable' })
  expect(await texts()).not.toMatch(/sounds annoyed|vip|speaks to/)
  expect(await text('conversations/101.html')).toContain('my neighbour')
})

test('under California’s regime a card’s number is not disclosed', async () => {
  expect(await (await made()).texts()).toContain('4111')
  expect(await (await made({ regime: 'ccpa' })).texts()).not.toContain('4111')
})
