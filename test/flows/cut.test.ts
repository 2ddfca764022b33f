import { expect, test } from 'vitest'
import { Cutter } from '../../src/flows/find/cut.ts'
import type { TicketFind } from '../../src/records/finds.ts'

const find = (id: number, text = ''): TicketFind => ({
  id,
  subject: 'Ma commande',
  status: 'solved',
  requesterId: 1,
  requesterName: 'Camille Roux',
  namesake: false,
  channel: 'email',
  relation: 'own',
  via: ['requested'],
  round: 1,
  people: [],
  evidence: [],
  attachments: [],
  calls: [],
  held: false,
  unread: false,
  comments: 1,
  files: 0,
  recordings: 0,
  passages: [],
  fields: {},
  bodies: { 7: text },
  proposal: { action: 'delete', code: 'own' },
})

function cutIntoPages(finds: readonly TicketFind[]): TicketFind[][] {
  const cutter = new Cutter()
  const full = finds.flatMap((one) => [cutter.add(one) ?? []])
  return [...full, cutter.rest()].filter(({ length }) => length > 0)
}

const idsOf = (pages: readonly (readonly TicketFind[])[]): number[][] =>
  pages.map((page) => page.map(({ id }) => id))

test('a hundred short finds lie on one page, and the next one begins another', () => {
  const finds = Array.from({ length: 101 }, (_, i) => find(i + 1))

  expect(cutIntoPages(finds).map(({ length }) => length)).toEqual([100, 1])
})

test('a long conversation has a page for itself, and no find is lost or moved', () => {
  const long = 'x'.repeat(300_000)
  const pages = cutIntoPages([find(1), find(2, long), find(3, long), find(4), find(5)])

  expect(idsOf(pages)).toEqual([[1], [2], [3], [4, 5]])
})

test('a page is full of text before it is full of tickets', () => {
  const finds = Array.from({ length: 30 }, (_, i) => find(i + 1, 'x'.repeat(50_000)))

  expect(cutIntoPages(finds).map(({ length }) => length)).toEqual([4, 4, 4, 4, 4, 4, 4, 2])
})

test('nothing found is no page', () => {
  expect(cutIntoPages([])).toEqual([])
})
