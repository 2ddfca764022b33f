import { expect, test } from 'vitest'
import { notePosted, tracesFound, turnAway } from '../../src/flows/index.ts'
import { lead, stranger } from './support/cast.ts'
import { desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { camilles, confirmed, opened } from './support/way.ts'
import { wrapped } from './support/wrapped.ts'

test('a look tells how many places it has looked in, and how many conversations it has read', async () => {
  const d = await desk()
  const heard: string[] = []
  const progress = (id: string, step: string, done: number, of: number): void => {
    heard.push(`${step} ${done}/${of}`)
    if (done > of) throw new Error(`${id}: more than there is`)
  }
  Object.assign(d.hands, { progress })
  const id = await opened(d, camilles.subject)
  const people = ['find-people 1/2', 'find-people 2/2']
  expect(heard).toEqual(people)

  await confirmed(d, id, camilles.user)

  const places = heard.filter((line) => line.startsWith('find-traces '))
  expect(places).toEqual(places.map((_, i) => `find-traces ${i + 1}/${places.length}`))
  expect(places.length).toBeGreaterThan(8)
  const read = heard.filter((line) => line.startsWith('read-conversations '))
  expect(read).toEqual(read.map((_, i) => `read-conversations ${i + 1}/${read.length}`))
  expect(read.length).toBeGreaterThanOrEqual((await tracesFound(id, d.hands)).tickets.length)
  expect(heard).toEqual([...people, ...places, ...read])
})

test('a look is not made again because a stranger clicks or the card is posted meanwhile', async () => {
  const d = await desk()
  const id = await opened(d, camilles.subject)
  const looks = new Set<string>()
  d.wrap = (store) =>
    wrapped(store, async (_owner, _version, entries) => {
      const found = entries.find((entry) => entry.kind === 'found')
      if (!found) return
      looks.add(found.id)
      if ((await d.request(id)).card) return
      const hands = { ...d.hands, store }
      await turnAway({ owner: id, by: stranger, deed: 'approve', code: 'role-missing' }, hands)
      await notePosted(id, { channel: 'C0REQUESTS', ts: '1763888400.000100' }, hands)
    })

  await confirmed(d, id, camilles.user)

  expect(looks.size).toBe(1)
  expect((await told(d, id)).slice(-3)).toEqual(['turned-away role-missing', 'posted', 'found'])
  expect(await d.request(id)).toMatchObject({
    card: { channel: 'C0REQUESTS', ts: '1763888400.000100' },
    opener: lead,
  })
  expect(await faultsOf(d)).toEqual([])
})
