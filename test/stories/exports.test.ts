import { expect, test } from 'vitest'
import {
  bundleOf,
  extendLink,
  goOn,
  handOver,
  linkBySecretHash,
  linkToHandOver,
  noteVisit,
  openRequest,
  planShown,
  revokeLink,
  secretHash,
  startDownload,
  sweepShelf,
} from '../../src/flows/index.ts'
import { lead, officer } from './support/cast.ts'
import { exportApproved, exportDecided, exportDesk, exportPlanned } from './support/exports.ts'
import { told } from './support/journal.ts'
import { approved, camilles, nadias, planned } from './support/way.ts'

const days = (n: number): number => n * 86_400_000

type Desk = Awaited<ReturnType<typeof exportDesk>>

/** Approved, and answered: by the lead's hand, where nothing else reaches the person. */
async function handedOut(d: Desk, id: string) {
  const resting = await exportApproved(d, id)
  if (resting.on !== 'human') return resting
  await handOver({ id, by: lead }, d.hands)
  return await d.go(id, 'links')
}

/** What the lead hands over. */
async function addressOf(d: Desk, id: string) {
  const [{ link } = { link: '' }] = (await d.request(id)).links
  const { address, passphrase = '' } = await linkToHandOver({ id, link, by: lead }, d.hands)
  return { address, passphrase, link }
}

test('an access goes from the command to the seal, and leaves nothing on the shelf', async () => {
  const d = await exportDesk()
  const id = await exportPlanned(d, nadias)
  const built = await bundleOf(id, d.hands)
  const { items, request } = await planShown(id, d.hands)
  expect(items.map(({ operation }) => operation.kind)).toContain('link.make')
  expect(JSON.stringify(items[0]?.change)).toContain(built?.built.digest)
  expect(request.plan?.severities).toEqual(['irreversible'])

  expect(await handedOut(d, id)).toMatchObject({ on: 'time', step: 'links' })
  const { address, passphrase, link } = await addressOf(d, id)
  const hash = secretHash(address.split('/').at(-1) ?? '')
  expect((await linkBySecretHash(hash, d.hands))?.link.link).toBe(link)
  expect(await startDownload({ hash, passphrase: 'wrong' }, d.hands)).toBe('wrong-passphrase')
  const given = await startDownload({ hash, passphrase: passphrase.toUpperCase() }, d.hands)
  expect(given).toMatchObject({ link: { left: 2 }, file: { size: built?.made.size } })

  d.clock.pass(days(8))
  expect(await startDownload({ hash, passphrase }, d.hands)).toBe('expired')
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await told(d, id)).toContain('unlinked expired')
  expect(await d.shelf.names(id)).toEqual([])
  expect((await d.request(id)).sealed).toBeDefined()
})

test('nothing is written to the account for an export but the answer', async () => {
  const d = await exportDesk()
  const writes: string[] = []
  d.onWrite = ({ method, path }) => void writes.push(`${method} ${path}`)
  const id = await exportPlanned(d, camilles, { right: 'portability' })
  expect(writes).toEqual([])
  await exportApproved(d, id)
  expect(writes.length).toBeLessThanOrEqual(1)
})

test('a bundle that is another than the one approved is handed to nobody', async () => {
  const d = await exportDesk()
  const id = await exportPlanned(d, nadias)
  await d.shelf.write(
    id,
    'bundle.zip',
    (async function* () {
      yield Buffer.from('something else')
    })(),
  )
  const resting = await exportApproved(d, id)
  expect(resting).toEqual({ on: 'human', step: 'decide-traces' })
  expect((await d.request(id)).links).toEqual([])
})

test('a link that was extended lives on, one that was revoked is over at once', async () => {
  const d = await exportDesk()
  const id = await exportPlanned(d, nadias)
  await exportApproved(d, id)
  if (!(await d.request(id)).plans.at(-1)?.outcomes.has(2))
    await handOver({ id, by: lead }, d.hands)
  const [link] = (await d.request(id)).links
  if (!link) throw new Error('no link')
  await d.go(id, 'links')
  await extendLink({ id, link: link.link, by: lead, days: 14 }, d.hands)
  d.clock.pass(days(8))
  expect(await d.step(id)).toMatchObject({ on: 'time', step: 'links' })
  await revokeLink({ id, link: link.link, by: officer }, d.hands)
  expect(await d.go(id)).toEqual({ on: 'nothing' })
  expect(await startDownload({ hash: link.hash, passphrase: '' }, d.hands)).toBe('ended')
})

test('the last download, once complete, uses the link up', async () => {
  const d = await exportDesk({ policy: { links: { downloads: 1, passphrase: false } } })
  const id = await exportPlanned(d, nadias)
  await exportApproved(d, id)
  const [link] = (await d.request(id)).links
  if (!link) throw new Error('no link')
  const { hash } = link
  expect(await startDownload({ hash }, d.hands)).toMatchObject({ link: { left: 0 } })
  expect(await startDownload({ hash }, d.hands)).toBe('exhausted')
  await noteVisit({ id, link: link.link, code: 'completed', bytes: 10 }, d.hands)
  expect(await told(d, id)).toContain('unlinked exhausted')
})

test('ten wrong passphrases close a link', async () => {
  const d = await exportDesk()
  const id = await exportPlanned(d, nadias)
  await exportApproved(d, id)
  const [link] = (await d.request(id)).links
  if (!link) throw new Error('no link')
  for (let i = 0; i < 10; i += 1)
    await startDownload({ hash: link.hash, passphrase: 'no' }, d.hands)
  expect((await d.request(id)).links[0]?.ended?.code).toBe('guessed')
})

test('what was read before a crash is not read again', async () => {
  const d = await exportDesk()
  const id = await exportDecided(d, camilles)
  const { holdings } = d.hands.zendesk
  const reads: number[] = []
  const read = holdings.ticket.bind(holdings)
  let left = 2
  Object.assign(holdings, {
    ticket: async (ticket: number) => {
      left -= 1
      if (left < 0) throw new Error('the plug was pulled')
      reads.push(ticket)
      return await read(ticket)
    },
  })
  await expect(d.step(id)).rejects.toThrow('plug')
  await d.restart()
  left = 1000
  await d.go(id)
  expect(new Set(reads).size).toBe(reads.length)
  expect((await d.request(id)).built).toBeDefined()
})

test('an erasure stops before it closes a link that the person has not used, and then closes it', async () => {
  const d = await exportDesk()
  const access = await exportPlanned(d, nadias)
  await exportApproved(d, access)
  const id = await planned(d)
  expect((await d.request(id)).halted?.code).toBe('unused-link')
  await goOn({ id, by: lead }, d.hands)
  await d.go(id)
  await approved(d, id)
  const resting = await d.go(id)
  if (resting.on === 'human') await handOver({ id, by: lead }, d.hands)
  await d.go(id)
  const request = await d.request(access)
  expect(request.links.map(({ ended }) => ended?.code)).toEqual(['erased'])
  expect(request.halted?.code).toBe('person-erased')
  expect(await d.shelf.names(access)).toEqual([])
})

test('an export is for one person: a list of several is refused, and nothing is opened', async () => {
  const d = await exportDesk()
  for (const right of ['access', 'portability'] as const) {
    const asked = { right, subject: 'a@example.com\nb@example.com', by: lead } as const
    await expect(openRequest(asked, d.hands)).rejects.toMatchObject({ code: 'one-person-only' })
  }
  const numbers = []
  for await (const { number } of d.hands.store.list()) numbers.push(number)
  expect(numbers).toEqual([])
})

async function* leftover(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a piece')
}

test('what a crash left on the shelf of somebody forgotten, or of nobody, goes at the next start', async () => {
  const d = await exportDesk()
  const open = await exportPlanned(d, nadias)
  const unknown = '01JZ0000000000000000000009'
  await d.shelf.write(unknown, 'pieces/user-1.json', leftover())
  const kept = await d.shelf.names(open)

  await sweepShelf(d.hands)
  expect(await d.shelf.owners()).toEqual([open])
  expect(await d.shelf.names(open)).toEqual(kept)

  expect(await handedOut(d, open)).toMatchObject({ step: 'links' })
  d.clock.pass(days(8))
  expect(await d.go(open)).toEqual({ on: 'nothing' })
  await d.shelf.write(open, 'pieces/user-1.json', leftover())
  await sweepShelf(d.hands)
  expect(await d.shelf.owners()).toEqual([])
})
