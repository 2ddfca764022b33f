import type { Account } from '../account/account.ts'
import type { Rule } from '../account/rule-records.ts'
import { adminOnly } from '../transport/allow.ts'
import { type Handler, idOf, ok, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'
import { cursorPage, pageOf } from '../transport/paging.ts'

type Kind = Rule['kind']
const scopes = { trigger: 'triggers', automation: 'automations' } as const

const rulesOf = ({ store }: Account, kind: Kind, active?: string | null): Rule[] =>
  store
    .all('rules')
    .filter((rule) => rule.kind === kind && (!active || String(rule.active) === active))

const show = (
  { base }: Account,
  { kind, description, ...rule }: Rule,
): Record<string, unknown> => ({
  url: `${base()}/api/v2/${scopes[kind]}/${rule.id}.json`,
  ...rule,
  raw_title: rule.title,
  ...(kind === 'trigger' ? { description, category_id: '10026' } : {}),
})

const list =
  (kind: Kind, onlyActive: boolean): Handler =>
  (call, account) => {
    const page = pageOf(call, account, {
      rows: rulesOf(account, kind, onlyActive ? 'true' : call.query.get('active')),
      place: ({ position, id }) => [position, id],
    })
    return ok({ [scopes[kind]]: page.rows.map((rule) => show(account, rule)), ...page.rest })
  }

const one =
  (kind: Kind): Handler =>
  (call, account) => {
    const rule = account.store.get('rules', idOf(call))
    if (rule?.kind !== kind) throw notFound()
    return ok({ [kind]: show(account, rule) })
  }

// Of the newer interfaces: by cursor only, and for admins.
const webhooks: Handler = (call, account) => {
  adminOnly(call.actor)
  const page = cursorPage(call, account, {
    rows: account.store.all('webhooks'),
    place: ({ created_at, id }) => [created_at, id],
  })
  return ok({ webhooks: page.rows, ...page.rest })
}

const webhook: Handler = (call, account) => {
  adminOnly(call.actor)
  const found = account.store.get('webhooks', call.params['id'] ?? '')
  if (!found) throw notFound()
  return ok({ webhook: found })
}

/** Business rules and webhooks, to read: who would be mailed or called by a change of a ticket. */
export const ruleRoutes: Route[] = [
  ...(['trigger', 'automation'] as const).flatMap((kind): Route[] => {
    const [scope, path] = [scopes[kind], `/${scopes[kind]}`]
    return [
      { method: 'GET', path, scope, run: list(kind, false) },
      { method: 'GET', path: `${path}/active`, scope, run: list(kind, true) },
      { method: 'GET', path: `${path}/:id`, scope, run: one(kind) },
    ]
  }),
  { method: 'GET', path: '/webhooks', scope: 'webhooks', run: webhooks },
  { method: 'GET', path: '/webhooks/:id', scope: 'webhooks', run: webhook },
]
