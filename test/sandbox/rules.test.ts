import { expect, test } from 'vitest'
import {
  lyonPeople,
  lyonView,
  quietTag,
  ruleIds,
} from '../../sandbox/zendesk/sample/case-people.ts'
import { commentId } from '../../sandbox/zendesk/sample/people.ts'
import { account, type Rig } from './account.ts'

const tag = async ({ put }: Rig, ticket: number, name: string): Promise<unknown> =>
  await put(`/tickets/${ticket}`, { ticket: { additional_tags: [name] } })

test('rules and webhooks are listed with what they look at and what they do', async () => {
  const { get } = await account()

  const triggers = await get('/triggers?page[size]=100')
  const active = await get('/triggers/active')
  const automations = await get('/automations')
  const webhooks = await get('/webhooks')

  expect(triggers.all('triggers', 'id')).toEqual([
    ruleIds.answer,
    ruleIds.mailing,
    ruleIds.pushing,
    ruleIds.asleep,
  ])
  expect(active.all('triggers', 'id')).not.toContain(ruleIds.asleep)
  expect(triggers.at('triggers', 1, 'conditions', 'all', 2)).toEqual({
    field: 'current_tags',
    operator: 'not_includes',
    value: quietTag,
  })
  expect(automations.all('automations', 'id')).toEqual([ruleIds.survey, ruleIds.closing])
  expect(webhooks.all('webhooks', 'name')).toEqual(['Warehouse'])
})

test('an update mails the requester and calls the webhook, unless the tag was there first', async () => {
  const rig = await account()

  await tag(rig, 48090, 'x')
  const loud = rig.sent().map(({ kind, to }) => [kind, to])
  await tag(rig, 48151, quietTag)
  await rig.put('/tickets/48151', { ticket: { subject: 'Livraison' } })
  await rig.put(`/tickets/48151/comments/${commentId(48151)}/redact`, { text: 'Marchand' })

  expect(loud).toEqual([
    ['mail', 'nadia.benali@example.org'],
    ['push', 'https://warehouse.nordlys.example.com/tickets'],
  ])
  expect(rig.sent()).toHaveLength(2)
  expect(rig.state().mails).toMatchObject([{ rule: ruleIds.mailing, ticket_id: 48090 }])
})

test('a redaction fires triggers too, but not in a closed ticket', async () => {
  const rig = await account()

  await rig.put(`/tickets/48090/comments/${commentId(48090, 1)}/redact`, { text: '0639981234' })
  const open = rig.sent().length
  const comments = await rig.get('/tickets/45112/comments')
  await rig.put(`/comment_redactions/${commentId(45112)}`, {
    ticket_id: 45112,
    html_body: String(comments.at('comments', 0, 'html_body')).replace(
      'LEFEVRE',
      '<redact>LEFEVRE</redact>',
    ),
  })

  expect([open, rig.sent().length]).toEqual([2, 2])
})

test('a rule that looks at no tag speaks of every update', async () => {
  const rig = await account({ account: { loudRules: true } })

  await tag(rig, 48151, quietTag)

  expect(rig.sent().map(({ rule, kind }) => [rule, kind])).toEqual([
    [ruleIds.loud, 'mail'],
    [ruleIds.loud, 'push'],
  ])
})

test('a public answer reaches the requester whatever the tags, a note does not', async () => {
  const rig = await account()
  await tag(rig, 48213, quietTag)

  await rig.put('/tickets/48213', { ticket: { comment: { body: 'Note', public: false } } })
  const noted = rig.sent().length
  await rig.put('/tickets/48213', { ticket: { comment: { body: 'Bonjour' } } })

  expect(noted).toBe(0)
  expect(rig.sent()).toMatchObject([{ rule: ruleIds.answer, to: 'camille.lefevre@example.com' }])
})

test('a view shows its tickets, one of each of twelve people, and none that is gone', async () => {
  const rig = await account()
  const path = `/views/${lyonView.id}`

  const before = await rig.get(`${path}/tickets?page[size]=100`)
  await rig.del(`/tickets/${lyonView.tickets[0]}`)
  const after = await rig.get(`${path}/tickets?page[size]=100`)
  const unknown = await rig.get('/views/1/tickets')

  expect(before.all('tickets', 'id')).toEqual([...lyonView.tickets])
  expect(new Set(before.all('tickets', 'requester_id'))).toEqual(new Set(lyonPeople))
  expect([after.rows('tickets').length, unknown.status]).toEqual([11, 404])
})
