import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBundle } from '../../src/exports/bundle/index.ts'
import { DiskShelf } from '../../src/exports/disk-shelf.ts'
import type { CollectedTicket } from '../../src/records/collected.ts'
import { wordsFor } from '../../src/words/index.ts'

/** Makes one bundle of so many megabytes of attachments, and prints the most memory that it took, in MB. */
const owner = '01JZ0000000000000000000001'
const conversations = 100
const filesEach = Math.ceil(Number(process.argv[2]) / conversations)
const megabyte = Buffer.alloc(2 ** 20, 'an attachment ')

const dir = await mkdtemp(join(tmpdir(), 'rightsdesk-bench-'))
const shelf = new DiskShelf({ dir, keyOf: async () => Buffer.alloc(32, 1) })
const put = async (name: string, value: unknown): Promise<void> => {
  await shelf.write(owner, `pieces/${name}.json`, only(Buffer.from(JSON.stringify(value))))
}

const ids = Array.from({ length: conversations }, (_, n) => n + 1)
for (const id of ids) {
  await put(`ticket-${id}`, ticketOf(id))
  for (const file of ticketOf(id).files) {
    await shelf.write(owner, `pieces/file-${file.id}`, only(megabyte))
  }
}
await put('user-7', {
  kind: 'user',
  user: { id: 7, name: 'Camille Martin' },
  identities: [],
  organizations: [],
})
await put('index', {
  collected: '2026-11-24T08:00:00.000Z',
  users: [7],
  tickets: ids,
  suspended: [],
  fields: {},
})
await makeBundle(
  {
    owner,
    number: 'R-2026-0001',
    made: '2026-11-24T09:00:00.000Z',
    account: 'acme.example.com',
    organisation: 'Acme',
    country: 'FR',
    profile: 'copy',
    language: 'en',
    regime: 'gdpr',
    lifted: [],
    answer: false,
  },
  { shelf, words: wordsFor('en').bundle },
)
await rm(dir, { recursive: true, force: true })
process.stdout.write(String(process.resourceUsage().maxRSS / 1024))

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function ticketOf(id: number): CollectedTicket {
  const files = Array.from({ length: filesEach }, (_, n) => ({
    id: `${id}-${n}`,
    ticket: id,
    comment: 1,
    name: `scan ${n}.png`,
    type: 'image/png',
    inline: false,
    recording: false,
    size: megabyte.length,
  }))
  const comment = {
    id: 1,
    created_at: '2026-01-02T10:00:00Z',
    author_id: 7,
    body: 'See the scans.',
  }
  return {
    kind: 'ticket',
    gives: 'whole',
    id,
    as: ['requester'],
    ticket: { id, subject: `Scans ${id}`, created_at: '2026-01-02T10:00:00Z', requester_id: 7 },
    comments: [comment],
    audits: [],
    sideConversations: [],
    ratings: [],
    parties: [],
    files,
  }
}
