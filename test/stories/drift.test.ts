import { expect, test } from 'vitest'
import { others } from '../../sandbox/zendesk/sample/people.ts'
import { planShown } from '../../src/flows/index.ts'
import { agentDoes, effectsOf, writes } from './support/account.ts'
import { desk } from './support/desk.ts'
import { faultsOf, outcomesOf, told } from './support/journal.ts'
import { approved, camilles, confirmed, decided, finished, planned } from './support/way.ts'

const once = (all: readonly string[]): void => expect(all).toEqual([...new Set(all)])

test('a ticket in which the customer writes after the approval stays out, the rest goes', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await writes(d, 47310, 'Une chose encore : merci.', others.nadia.id)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(effectsOf(d)).toContain('ticket.purged 26845')
  expect(effectsOf(d)).not.toContain('ticket.deleted 47310')
  expect(await outcomesOf(d, id)).toEqual({ done: 2, drifted: 2 })

  await decided(d, id)
  const { items } = await planShown(id, d.hands)
  expect(items.map(({ operation, address }) => [operation.kind, address.ticket])).toEqual([
    ['ticket.delete', 47310],
    ['ticket.purge', 47310],
    ['answer.send', 48090],
    ['ticket.delete', 48090],
    ['ticket.purge', 48090],
    ['user.delete', undefined],
    ['user.purge', undefined],
  ])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  once(effectsOf(d))
  expect(await told(d, id)).toContain('closed done')
  expect(await faultsOf(d)).toEqual([])
})

test('the answer tells of all that was deleted, also of what went under an earlier plan', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await writes(d, 47310, 'Une chose encore : merci.', others.nadia.id)
  await d.go(id)
  await decided(d, id)

  expect(await finished(d, id)).toEqual({ on: 'nothing' })

  expect(d.answered.at(-1)).toMatchObject({ deleted: 3, redacted: 0, kept: 0 })
})

test('a comment that somebody edits after the approval is not redacted from the old text', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  await approved(d, id)
  await agentDoes(d, 'PUT', '/comment_redactions/21004777100128', {
    ticket_id: 47771,
    html_body:
      '<div class="zd-comment" dir="auto"><p dir="auto">Bonjour, merci d’ajouter à la commande groupée : <redact>Hugo Perrin</redact>, Camille<br>Lefèvre et moi-même.</p></div>',
  })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(effectsOf(d)).not.toContain('comment.redacted 21004777100128')
  expect((await outcomesOf(d, id))['drifted']).toBe(1)

  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain('comment.redacted 21004777100128')
  once(effectsOf(d))
})

test('a ticket that an agent restores before the purge is deleted again once it is approved again', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.onWrite = async ({ method, path }) => {
    if (method !== 'DELETE' || !path.endsWith('/tickets/destroy_many')) return
    d.onWrite = () => {}
    d.clock.pass(5_000)
    d.account.log()
    await agentDoes(d, 'PUT', '/deleted_tickets/47310/restore', {})
  }

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(effectsOf(d)).not.toContain('ticket.purged 47310')

  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain('ticket.purged 47310')
  expect(await told(d, id)).toContain('closed done')
})

test('an identity that the person adds after the approval is searched for before the user goes', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await agentDoes(d, 'POST', `/users/${others.nadia.id}/identities`, {
    identity: { type: 'email', value: 'nadia.b@example.net', skip_verify_email: true },
  })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  expect(effectsOf(d)).not.toContain(`user.deleted ${others.nadia.id}`)

  await confirmed(d, id, others.nadia.id)
  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain(`user.purged ${others.nadia.id}`)
  once(effectsOf(d))
  expect(await told(d, id)).toContain('closed done')
})

test('a ticket that becomes hers before the user goes keeps the user until it is decided', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  d.onWrite = async ({ effect }) => {
    if (!effect.some(({ kind, id: ticket }) => kind === 'ticket.deleted' && ticket === 48090))
      return
    d.onWrite = () => {}
    await agentDoes(d, 'PUT', '/tickets/47771', { ticket: { requester_id: others.nadia.id } })
  }

  expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  expect(await outcomesOf(d, id)).toMatchObject({ drifted: 2 })

  await confirmed(d, id, others.nadia.id)
  await decided(d, id)
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toEqual(
    expect.arrayContaining(['ticket.purged 47771', `user.purged ${others.nadia.id}`]),
  )
  once(effectsOf(d))
  expect(await told(d, id)).toContain('closed done')
})
