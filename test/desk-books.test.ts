import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { journalled, openBooks } from '../src/desk-books.ts'
import { pause } from '../src/flows/index.ts'
import { entry, halted, now, opener } from './records/support/entries.ts'
import { folder, openStore } from './records/support/folder.ts'
import { wrapped } from './stories/support/wrapped.ts'
import { goodPolicy, lead, office } from './support/office.ts'

const kindsIn = async (store: {
  load: (owner: string) => Promise<{ entries: readonly { kind: string }[] }>
}) => (await store.load('desk')).entries.map(({ kind }) => kind)

const turned = (kind: 'paused' | 'resumed') => entry({ kind, by: opener, role: 'lead' })

test('a change of the policy is written down once, also when somebody is turned away at that moment', async () => {
  const dir = await folder()
  const store = await openStore(dir, { sync: async () => {} })
  const file = join(dir, 'policy.json')
  await writeFile(file, JSON.stringify(goodPolicy))
  const away = entry({ kind: 'turned-away', by: opener, deed: 'approve', code: 'guest' })
  let times = 0
  const disturbed = wrapped(store, async (owner, version) => {
    times += 1
    if (times === 1) await store.append(owner, version, [away])
  })
  const policy = journalled(file, disturbed, now)

  await Promise.all([policy(), policy()])
  await policy()

  expect(await kindsIn(store)).toEqual(['started', 'turned-away', 'ruled'])
})

test('a pause holds from the moment it is written, and is known again after a restart', async () => {
  const dir = await folder()
  const store = await openStore(dir)
  const heard: string[] = []
  const books = await openBooks(store, (_, entries) => {
    heard.push(`${books.paused()} ${entries.map(({ kind }) => kind).join()}`)
  })

  await books.store.append('desk', 1, [turned('paused')])
  await books.store.append('desk', 2, [halted()])
  expect(books.paused()).toBe(true)
  await store.close()
  const again = await openBooks(await openStore(dir), () => {})
  expect(again.paused()).toBe(true)
  await again.store.append('desk', 4, [turned('resumed')])

  expect(again.paused()).toBe(false)
  expect(heard).toEqual(['true paused', 'true halted'])
})

test('a desk tells of every entry and keeps its pause, and is none the worse for a listener that fails', async () => {
  const here = await office()
  const heard: string[] = []
  const troubles: unknown[] = []
  const desk = await here.open(
    {},
    {
      appended: (owner, entries) => {
        heard.push(...entries.map(({ kind }) => `${owner === 'desk' ? 'desk' : 'request'} ${kind}`))
        throw new Error('our fault')
      },
      trouble: (_, error) => troubles.push(error),
    },
  )

  await pause({ by: lead, on: true }, desk.hands)

  expect(desk.hands.paused()).toBe(true)
  await expect(desk.hands.zendesk.tickets.remove(48_090)).rejects.toMatchObject({ code: 'NotNow' })
  expect(heard).toEqual(['desk ruled', 'desk paused'])
  expect(troubles).toHaveLength(2)
})
