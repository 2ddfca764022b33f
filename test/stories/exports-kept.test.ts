import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readZip } from '../../src/exports/zip-reader.ts'
import { linkToHandOver, revokeLink, tracesFound } from '../../src/flows/index.ts'
import type { TicketFind } from '../../src/records/finds.ts'
import type { Store } from '../../src/records/store.ts'
import { lead, officer } from './support/cast.ts'
import { exportApproved, exportDecided, exportDesk, exportPlanned } from './support/exports.ts'
import { camilles, nadias } from './support/way.ts'

/** A store whose plug is pulled just before, or just after, the first entry of a kind is written. */
function pulledAt(kind: string, when: 'before' | 'after') {
  let pulled = false
  return (store: Store): Store =>
    new Proxy(store, {
      get: (of, key) => {
        if (key !== 'append') {
          const value: unknown = Reflect.get(of, key)
          return typeof value === 'function' ? value.bind(of) : value
        }
        return async (...asked: Parameters<Store['append']>) => {
          const isIt = !pulled && asked[2].some((entry) => entry.kind === kind)
          if (!isIt) return await of.append(...asked)
          pulled = true
          if (when === 'after') await of.append(...asked)
          throw new Error('the plug was pulled')
        }
      },
    })
}

test.each([
  ['intended', 'after'],
  ['linked', 'before'],
  ['linked', 'after'],
] as const)(
  'killed with a link’s entry %s, %s it was written: one link, and it opens',
  async (kind, when) => {
    const d = await exportDesk()
    const id = await exportPlanned(d, nadias, { answer: { how: 'by-hand' } })
    d.wrap = pulledAt(kind, when)
    await expect(exportApproved(d, id)).rejects.toThrow('plug')
    await d.restart()
    await d.go(id, 'hand-over')
    const { links } = await d.request(id)
    expect(links).toHaveLength(1)
    const entries = (await d.journal(id)).filter((entry) => entry.kind === 'linked')
    expect(entries).toHaveLength(1)
    const [link] = links
    if (!link) throw new Error('no link')
    const { address } = await linkToHandOver({ id, link: link.link, by: lead }, d.hands)
    const secret = address.split('/').at(-1) ?? ''
    expect(createHash('sha256').update(secret).digest('hex')).toBe(link.hash)
  },
)

test('the reply carries the address and never its mark, and the journal never the address', async () => {
  const d = await exportDesk()
  const sent: string[] = []
  d.onWrite = ({ body }) => void sent.push(JSON.stringify(body))
  const id = await exportPlanned(d, nadias)
  await exportApproved(d, id)
  const [link] = (await d.request(id)).links
  if (!link) throw new Error('no link')
  const { address, passphrase } = await linkToHandOver({ id, link: link.link, by: lead }, d.hands)
  expect(sent.join('')).toContain(address)
  expect(sent.join('')).not.toContain('{link}')
  expect(sent.join('')).not.toContain(passphrase)
  const journal = JSON.stringify(await d.journal(id))
  expect(journal).not.toContain(address.split('/').at(-1))
  expect(journal).not.toContain(passphrase)
})

test('an organisation gets a link of its own; revoking it leaves the person’s alone', async () => {
  const d = await exportDesk()
  const organisation = { name: 'Les Amis', wish: 'letter of 3 May' }
  const id = await exportPlanned(d, nadias, {
    right: 'portability',
    organisation,
    answer: { how: 'by-hand' },
  })
  await exportApproved(d, id)
  const { links } = await d.request(id)
  expect(links.map(({ purpose }) => purpose).toSorted()).toEqual(['organisation', 'person'])
  const [theirs, own] = ['organisation', 'person'].map((one) =>
    links.find(({ purpose }) => purpose === one),
  )
  if (!theirs || !own) throw new Error('no links')
  expect(theirs.hash).not.toBe(own.hash)
  const given = await linkToHandOver({ id, link: theirs.link, by: lead }, d.hands)
  expect(given.recipient).toBe('Les Amis')
  await revokeLink({ id, link: theirs.link, by: officer }, d.hands)
  const after = (await d.request(id)).links
  expect(after.find(({ link }) => link === own.link)?.ended).toBeUndefined()
  const { address } = await linkToHandOver({ id, link: own.link, by: lead }, d.hands)
  expect(address).not.toBe(given.address)
  expect(JSON.stringify(await d.journal(id))).not.toContain('Les Amis')
})

test('a file that was given is in the bundle byte for byte; one that nobody opened is named as held back', async () => {
  const d = await exportDesk()
  const first = await exportDecided(d, camilles)
  const { tickets } = await tracesFound(first, d.hands)
  const { find, file } = oneWithFile(tickets)
  const files = { [String(file.id)]: { verdict: 'give', by: lead.user } } as const
  const id = await exportPlanned(d, camilles, { tickets: { [find.id]: { action: 'give', files } } })
  const lies = await d.shelf.look(id, 'bundle.zip')
  const zip = await readZip(Number(lies?.size), (range) => d.shelf.read(id, 'bundle.zip', range))
  const given = zip.entries.filter(({ name }) => name.startsWith('files/'))
  expect(given.map(({ name }) => name.split('/').at(-1)?.split('-')[0])).toEqual([String(file.id)])
  const { content } = await d.hands.zendesk.files.stream(file.url)
  expect(await sumOf(zip.read(String(given[0]?.name)))).toBe(await sumOf(content))
  zip.close()
  expect((await d.request(id)).built?.counts['held-back']).toBeGreaterThan(0)
})

function oneWithFile(tickets: readonly TicketFind[]) {
  for (const find of tickets.filter(({ relation }) => relation === 'own')) {
    const file = find.attachments.find(({ malware }) => !malware)
    if (file) return { find, file }
  }
  throw new Error('the sample has no file')
}

async function sumOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of content) hash.update(piece)
  return hash.digest('hex')
}

test('killed in the midst of the seal, the desk forgets the bundle all the same', async () => {
  const d = await exportDesk()
  const id = await exportPlanned(d, nadias)
  await exportApproved(d, id)
  const remove = d.shelf.remove.bind(d.shelf)
  d.shelf.remove = async () => {
    throw new Error('the plug was pulled')
  }
  for (const { link } of (await d.request(id)).links) {
    await revokeLink({ id, link, by: officer }, d.hands)
  }
  await expect(d.go(id)).rejects.toThrow('plug')
  d.shelf.remove = remove
  await d.restart()
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await d.shelf.names(id)).toEqual([])
  expect((await d.request(id)).sealed).toBeDefined()
})
