import { type Account, nextId } from '../account/account.ts'
import type { Ticket } from '../account/records.ts'
import type { Rule, Sent } from '../account/rule-records.ts'
import { iso } from '../account/show.ts'
import { meets } from './conditions.ts'

/**
 * Lets every active trigger look at an update and send what it sends. Nothing leaves the account:
 * mails and pushes are kept. A closed ticket fires no trigger.
 */
export function fireTriggers(
  account: Account,
  ticket: Ticket,
  { publicComment = false }: { readonly publicComment?: boolean } = {},
): void {
  if (ticket.status === 'closed') return
  const seen = { ticket, publicComment, update: 'Change' } as const
  const rules = account.store
    .all('rules')
    .filter(
      ({ kind, active, conditions }) => active && kind === 'trigger' && meets(seen, conditions),
    )
  for (const rule of rules.toSorted((a, b) => a.position - b.position)) run(account, rule, ticket)
}

function run(account: Account, rule: Rule, ticket: Ticket): void {
  for (const { field, value } of rule.actions) {
    const [to = ''] = typeof value === 'string' ? [value] : value
    if (field === 'notification_user')
      send(account, rule, { kind: 'mail', ticket, to: mailed(account, ticket, to) })
    if (field === 'notification_webhook')
      send(account, rule, { kind: 'push', ticket, to: pushed(account, to) })
  }
}

function mailed({ store }: Account, ticket: Ticket, to: string): string {
  const id = to === 'requester_id' ? ticket.requester_id : ticket.assignee_id
  return (id !== null && store.get('users', id)?.email) || ''
}

const pushed = ({ store }: Account, webhook: string): string =>
  store.get('webhooks', webhook)?.endpoint ?? ''

type Sending = Pick<Sent, 'kind' | 'to'> & { readonly ticket: Ticket }

function send(account: Account, rule: Rule, { kind, ticket, to }: Sending): void {
  if (to === '') return
  const id = nextId(account)
  account.store.put('sent', {
    id,
    kind,
    rule: rule.id,
    title: rule.title,
    ticket_id: ticket.id,
    to,
    at: iso(account),
  })
}
