import { expect, test } from 'vitest'
import { planShown, tracesFound } from '../../src/flows/index.ts'
import { ZendeskRefused } from '../../src/zendesk/index.ts'
import { decideNow } from '../support/deeds.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { refuses, told } from './support/journal.ts'
import { through } from './support/through.ts'
import {
  approved,
  camilles,
  carefully,
  confirmed,
  decided,
  finished,
  opened,
} from './support/way.ts'

const hidden = 47771
const where = { method: 'GET', path: '/api/v2/tickets/{ticket_id}', ids: [], status: 403 }

/** A ticket that the searches name, and that our credentials may not see. */
function hides(d: Desk, ticket: number): void {
  const { tickets } = d.hands.zendesk
  through(d, () => ({
    tickets: {
      showMany: async (ids, counted) =>
        (await tickets.showMany(ids, counted)).filter(({ id }) => id !== ticket),
      show: async (id, counted) => {
        if (id === ticket) throw new ZendeskRefused(where, {})
        return await tickets.show(id, counted)
      },
    },
  }))
}

/** A ticket whose comments are refused. */
const mutes = (d: Desk, ticket: number): void =>
  d.account.fault({
    kind: 'error-before',
    status: 403,
    method: 'GET',
    path: `/tickets/${ticket}/comments$`,
    times: 0,
  })

test.each([
  ['is shown to nobody of ours', hides],
  ['may not be read', mutes],
])('a ticket that %s is asked about, kept by name, and explained by that', async (_, happens) => {
  const d = await desk()
  happens(d, hidden)
  const id = await opened(d, camilles.subject)
  await confirmed(d, id, camilles.user)
  const { tickets } = await tracesFound(id, d.hands)
  expect(tickets.find((find) => find.id === hidden)?.proposal).toEqual({
    action: 'ask',
    code: 'unreadable',
  })
  const choices = await carefully(d, id)
  const choosing = async (action: 'delete' | 'redact'): Promise<void> => {
    const choice = { action, code: 'other', passages: [] }
    const mine = { ...choices, tickets: { ...choices.tickets, [hidden]: choice } }
    await decideNow({ id, by: lead, choices: mine }, d.hands)
  }
  await refuses(choosing('delete'), 'action-impossible')
  await refuses(choosing('redact'), 'action-impossible')
  await decided(d, id, { tickets: { [hidden]: { action: 'keep', code: 'not-readable' } } })
  const { plan } = await planShown(id, d.hands)
  expect(plan.kept.map(({ code }) => code)).toContain('not-readable')

  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect((await told(d, id)).slice(-3)).toEqual(['proved proved', 'closed done', 'sealed'])
})

test('a ticket that can no longer be read at the proof stands against it', async () => {
  const d = await desk()
  const id = await opened(d, camilles.subject)
  await confirmed(d, id, camilles.user)
  await decided(d, id)
  await approved(d, id)
  await d.go(id, 'answer-leaves')
  mutes(d, 47120)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await told(d, id)).toContain('proved unexplained')
  const { tickets } = await tracesFound(id, d.hands)
  expect(tickets.find((find) => find.id === 47120)?.proposal.code).toBe('unreadable')
})
