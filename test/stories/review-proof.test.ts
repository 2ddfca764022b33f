import { expect, test } from 'vitest'
import { others } from '../../sandbox/zendesk/sample/people.ts'
import { tracesFound } from '../../src/flows/index.ts'
import { openProducts } from '../../src/flows/prove/statuses.ts'
import { ZendeskRefused } from '../../src/zendesk/index.ts'
import { agentDoes } from './support/account.ts'
import { type Desk, desk } from './support/desk.ts'
import { told } from './support/journal.ts'
import { through } from './support/through.ts'
import { approved, finished, planned } from './support/way.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString()
const row = (action: string, application: string, minute: number) => ({
  action,
  application,
  account_subdomain: 'nordlys',
  user_id: 1,
  executer_id: null,
  created_at: at(minute),
})
const requested = row('request_deletion', 'all', 0)
const support = [row('started', 'support', 1), row('complete', 'support', 2)]
const chat = [row('started', 'chat', 3), row('complete', 'chat', 4)]

const statuses: readonly (readonly [string, ReturnType<typeof row>[], string[] | undefined])[] = [
  ['nothing but the request', [requested], undefined],
  ['another product before Support', [requested, ...chat], undefined],
  ['Support a moment ago', [requested, row('complete', 'support', 29)], undefined],
  ['Support, and another one begun', [requested, ...support, row('started', 'chat', 29)], ['chat']],
  ['all that began, a while ago', [requested, ...support, ...chat], []],
]

test.each(statuses)('products that report %s', (_, rows, open) => {
  expect(openProducts(rows, { now: at(30), statusPoll: 600_000 })).toEqual(open)
})

test('a deletion is not taken for complete before it has been quiet for a while', async () => {
  const d = await desk({ account: { products: ['support'] } })
  const id = await planned(d)
  await finishedAt(d, id)
  const journal = await d.journal(id)
  const proved = journal.find(({ kind }) => kind === 'proved')
  const gone = d.account
    .log()
    .find(({ effect }) => effect.some(({ kind }) => kind === 'user.purged'))

  expect(Date.parse(proved?.at ?? '') - Date.parse(String(gone?.at))).toBeGreaterThan(
    60_000 - 1_000,
  )
  expect(await told(d, id)).toContain('closed done')
})

async function finishedAt(d: Awaited<ReturnType<typeof desk>>, id: string): Promise<void> {
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
}

const isActive = async (d: Desk, user: number): Promise<boolean> =>
  (await d.hands.zendesk.users.show(user))?.active ?? false

test('a ticket that becomes hers late, and that no search finds, stands against the proof', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  await agentDoes(d, 'PUT', '/tickets/47771', {
    ticket: { requester_id: others.nadia.id, status: 'closed' },
  })
  // The list is late too, and tells of it only when she is gone.
  const { ofUser } = d.hands.zendesk.tickets
  through(d, () => ({
    tickets: {
      async *ofUser(...asked: Parameters<typeof ofUser>) {
        if (!(await isActive(d, asked[0]))) yield* ofUser(...asked)
      },
    },
  }))

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await told(d, id)).toContain('proved unexplained')
  const { tickets } = await tracesFound(id, d.hands)
  expect(tickets.map((find) => [find.id, find.relation])).toContainEqual([47771, 'own'])
})

test('a deleted user whose lists Zendesk no longer shows is looked for all the same', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  const { ofUser } = d.hands.zendesk.tickets
  through(d, () => ({
    tickets: {
      async *ofUser(...asked: Parameters<typeof ofUser>) {
        if (await isActive(d, asked[0])) {
          yield* ofUser(...asked)
          return
        }
        throw new ZendeskRefused(
          { method: 'GET', path: '/', ids: [], status: 404, code: 'RecordNotFound' },
          {},
        )
      },
    },
  }))

  expect(await d.go(id)).toEqual({ on: 'nothing' })
})
