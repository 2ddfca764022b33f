import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import type { Hands } from '../../src/flows/index.ts'
import { shelf, whole } from '../../src/flows/vault.ts'
import { createPages, type Pages } from '../../src/pages/index.ts'
import { openFileStore } from '../../src/records/file-store.ts'
import { PeopleFinds, TicketFind, TraceIndex } from '../../src/records/finds.ts'
import { readPolicy } from '../../src/records/policy-file.ts'
import { goodPolicy, lead } from '../support/office.ts'

const now = '2026-11-23T09:00:00.000Z'

const address = 'camille.lefevre@example.com'
const certain = { kind: 'email', strength: 'strong' } as const
const proposals = {
  asked: { action: 'ask', code: 'weak-passages' },
  other: { action: 'redact', code: 'others-ticket' },
  own: { action: 'delete', code: 'own-ticket' },
} as const

/** A ticket of a person who wrote very many; every tenth is somebody else's, every hundredth in doubt. */
function findNo(n: number): TicketFind {
  const isOther = n % 10 === 9
  const isAsked = n % 100 === 99
  const kind = isAsked ? 'asked' : isOther ? 'other' : 'own'
  const body = `Bonjour, je suis Camille Lefèvre et j’attends toujours ma commande ${n}. `.repeat(4)
  const passage = {
    key: `c${n}-0`,
    where: 'comment' as const,
    comment: n,
    ...(isAsked ? ({ kind: 'name', strength: 'weak' } as const) : certain),
    doubtful: false,
    before: '…merci de répondre à ',
    hit: isAsked ? 'Lefèvre' : address,
    after: ' avant vendredi, cordialement…',
    spans: [{ start: 20, end: 47 }],
  }
  return TicketFind.parse({
    id: 100_000 + n,
    subject: `Commande ${n} toujours en attente`,
    status: ['closed', 'solved', 'solved'][n % 3],
    ...(isOther
      ? { requesterId: 2000 + n, requesterName: `Noor Haddad ${n % 7}`, relation: 'other' }
      : { requesterId: 1, requesterName: 'Camille Lefèvre', relation: 'own' }),
    namesake: false,
    channel: 'email',
    via: ['requested', 'search-email'],
    held: false,
    unread: false,
    comments: 3,
    files: 0,
    recordings: 0,
    passages: [passage],
    fields: {},
    bodies: { [n]: body },
    proposal: proposals[kind],
  })
}

/** The pages over a vault into which so many finds were written as if they had been found. */
export async function openHuge(count: number): Promise<{
  readonly pages: Pages
  readonly origin: string
  readonly link: string
  readonly close: () => Promise<void>
}> {
  const dir = await mkdtemp(join(tmpdir(), 'huge-'))
  await writeFile(join(dir, 'policy.json'), JSON.stringify(goodPolicy))
  const store = await openFileStore({
    dir: join(dir, 'data'),
    vaultKey: '5a'.repeat(32),
    desk: { workspace: lead.team, account: 'example.zendesk.com' },
    now: () => now,
    newId: ulid,
  })
  const hands = {
    store,
    host: 'example.zendesk.com',
    now: () => now,
    newId: ulid,
    salt: () => randomBytes(32).toString('hex'),
    policy: async () => await readPolicy(join(dir, 'policy.json'), Date.now),
    people: { standing: async () => ({ active: true, guest: false, bot: false, groups: [] }) },
  } as unknown as Hands
  const request = await write(hands, count)
  const pages = createPages({
    hands,
    keeper: { poke: () => {} },
    accountUrl: 'https://example.zendesk.com',
    profileOf: async () => ({ locale: 'en', tz: 'UTC' }),
    now: Date.now,
    trouble: (_, error) => {
      throw error
    },
  })
  const server: Server = createServer(pages.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  pages.openAt(origin)
  return {
    pages,
    origin,
    link: pages.linkFor({ member: lead, purpose: 'review', request }) ?? '',
    close: async () => {
      pages.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
    },
  }
}

/** A request whose person is confirmed and whose traces are found. */
async function write(hands: Hands, count: number): Promise<string> {
  const id = ulid()
  const parts = shelf(hands)
  const finds = Array.from({ length: count }, (_, n) => findNo(n + 1))
  const pages = await parts.keepEach('traces-1', inHundreds(finds))
  const index = TraceIndex.parse({
    users: [1],
    terms: [{ kind: 'email', value: 'camille.lefevre@example.com', strength: 'strong' }],
    accepted: [],
    proposedTerms: [],
    pages,
    suspended: [],
    held: false,
    inBin: [],
    agentWorkspace: true,
    answer: { how: 'by-hand', language: 'fr', code: 'no-own-ticket' },
  })
  const traces = await parts.keep('traces-1', index)
  const subject = await whole('subject', { by: 'user', id: 1 }, hands)
  const people = await parts.keep(
    'people-1',
    PeopleFinds.parse({ subject: { by: 'user', id: 1 }, candidates: [], gone: [] }),
  )
  const entry = (more: object) => ({ id: ulid(), at: now, ...more })
  const counts = {}
  const entries = [
    {
      by: lead,
      role: 'lead',
      kind: 'opened',
      right: 'erasure',
      number: 'R-2026-0001',
      name: 'amber heron',
      subject: subject.commit,
      received: now,
      rehearsal: false,
    },
    { by: 'bot', kind: 'found', look: 'people', round: 1, counts, finds: people },
    {
      by: lead,
      role: 'lead',
      kind: 'decided',
      look: 'people',
      round: 1,
      counts,
      on: people,
      again: false,
    },
    { by: 'bot', kind: 'found', look: 'traces', round: 1, counts, finds: traces },
  ].map(entry)
  await hands.store.append(id, 0, entries as never, {
    vault: new Map<string, unknown>([subject.part, ...parts.parts]),
  })
  return id
}

/** As many as a vault page holds at most. */
const inHundreds = (finds: readonly TicketFind[]): TicketFind[][] =>
  Array.from({ length: Math.ceil(finds.length / 100) }, (_, i) =>
    finds.slice(i * 100, (i + 1) * 100),
  )
