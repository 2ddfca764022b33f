import { stamp } from '../account/account.ts'
import type { Condition, Rule } from '../account/rule-records.ts'
import type { Seeding } from '../account/store.ts'
import { lyonView, quietTag, ruleIds, webhookIds } from './case-people.ts'
import { staff } from './people.ts'

const day = 86_400_000
const never = { field: 'current_tags', operator: 'not_includes', value: quietTag }
const changed = { field: 'update_type', operator: 'is', value: 'Change' }

type Sketch = Pick<Rule, 'id' | 'title' | 'actions'> & Partial<Rule> & { readonly all: Condition[] }

const mail = (subject: string): Rule['actions'][number] => ({
  field: 'notification_user',
  value: ['requester_id', subject, 'Bonjour {{ticket.requester.name}},\n{{ticket.latest_comment}}'],
})
const push = (webhook: string): Rule['actions'][number] => ({
  field: 'notification_webhook',
  value: [webhook, '{"ticket":"{{ticket.id}}","status":"{{ticket.status}}"}'],
})

const sketches: readonly Sketch[] = [
  {
    id: ruleIds.answer,
    title: 'Notify requester of a public comment',
    default: true,
    all: [changed, { field: 'comment_is_public', operator: 'is', value: 'true' }],
    actions: [mail('[Nordlys] Re: {{ticket.title}}')],
  },
  {
    id: ruleIds.mailing,
    title: 'Tell the customer that the ticket has moved on',
    all: [changed, { field: 'status', operator: 'less_than', value: 'closed' }, never],
    actions: [mail('[Nordlys] Your request has been updated')],
  },
  {
    id: ruleIds.pushing,
    title: 'Keep the warehouse up to date',
    all: [changed, never],
    actions: [push(webhookIds.warehouse)],
  },
  {
    id: ruleIds.asleep,
    title: 'Old spring campaign',
    active: false,
    all: [changed],
    actions: [mail('Spring at Nordlys')],
  },
  {
    id: ruleIds.survey,
    kind: 'automation',
    title: 'Ask for a rating a day after solving',
    all: [
      { field: 'status', operator: 'is', value: 'solved' },
      { field: 'SOLVED', operator: 'is', value: '24' },
      never,
    ],
    actions: [mail('How did we do?')],
  },
  {
    id: ruleIds.closing,
    kind: 'automation',
    title: 'Close what has been solved for four weeks',
    default: true,
    all: [
      { field: 'status', operator: 'is', value: 'solved' },
      { field: 'SOLVED', operator: 'greater_than', value: '672' },
    ],
    actions: [{ field: 'status', value: 'closed' }],
  },
]

/** Looks at no tag, so it speaks of every update: for an account that is not ready yet. */
const loud: Sketch = {
  id: ruleIds.loud,
  title: 'Mail and push on every update',
  all: [changed],
  actions: [mail('[Nordlys] News of your request'), push(webhookIds.warehouse)],
}

/** The shop's rules, its webhook and its one saved list. */
export function putRules(store: Seeding, now: number, isLoud: boolean): void {
  const at = stamp(now - 700 * day)
  const dates = { created_at: at, updated_at: at }
  for (const [position, { all, ...sketch }] of [...sketches, ...(isLoud ? [loud] : [])].entries())
    store.put('rules', {
      kind: 'trigger',
      description: sketch.title,
      active: true,
      default: false,
      position,
      conditions: { all, any: [] },
      ...dates,
      ...sketch,
    })
  putWebhook(store, dates)
  putView(store, dates)
}

type Dates = { readonly created_at: string; readonly updated_at: string }

function putWebhook(store: Seeding, dates: Dates): void {
  store.put('webhooks', {
    id: webhookIds.warehouse,
    name: 'Warehouse',
    status: 'active',
    endpoint: 'https://warehouse.nordlys.example.com/tickets',
    http_method: 'POST',
    request_format: 'json',
    subscriptions: ['conditional_ticket_events'],
    created_by: String(staff.admin.id),
    updated_by: String(staff.admin.id),
    ...dates,
  })
}

function putView(store: Seeding, dates: Dates): void {
  store.put('views', {
    id: lyonView.id,
    title: lyonView.title,
    description: 'Customers of the shop in Lyon, which has closed',
    active: true,
    position: 1,
    conditions: {
      all: [
        { field: 'status', operator: 'less_than', value: 'closed' },
        { field: 'current_tags', operator: 'includes', value: lyonView.tag },
      ],
      any: [],
    },
    ...dates,
  })
}
