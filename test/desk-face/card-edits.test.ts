import { expect, test } from 'vitest'
import { Cards } from '../../src/commands/desk/cards.ts'
import type { Hands } from '../../src/flows/index.ts'
import type { Entry } from '../../src/records/entry.ts'
import { found, posted } from '../records/support/journal.ts'
import { policy, sights, standingAfter } from './support.ts'

const channels = { requests: 'C0REQUESTS', audit: 'C0AUDIT' }
const snapshotOf = (...entries: readonly Entry[]) => ({
  entries,
  standing: standingAfter(entries),
  policy,
  channels,
})

test('what a card says next is handed over before what it said last is up', async () => {
  const handed: string[] = []
  const cards = new Cards({
    hands: {} as Hands,
    channelSight: async () => sights.en,
    outbox: {
      post: async () => ({ channel: channels.requests, ts: '1.000100' }),
      edit: async ({ text }) => {
        handed.push(text)
        await new Promise(() => {})
      },
    },
  })

  await cards.draw(snapshotOf(posted('1.000100')))
  await cards.draw(snapshotOf(posted('1.000100'), found('people')))

  expect(handed.map((text) => text.split(': ')[1])).toEqual([
    'Looking for the person',
    'Who is the person?',
  ])
})
