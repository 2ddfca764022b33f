import { z } from 'zod'
import { eachItem } from './pages.ts'
import type { Http } from './send.ts'

const Condition = z.object({
  field: z.string(),
  operator: z.string().nullish(),
  value: z.unknown().optional(),
})
const Conditions = z
  .object({
    all: z
      .array(Condition)
      .nullish()
      .transform((each) => each ?? []),
    any: z
      .array(Condition)
      .nullish()
      .transform((each) => each ?? []),
  })
  .default({ all: [], any: [] })
const Action = z.object({ field: z.string(), value: z.unknown().optional() })

/**
 * A business rule: what the account does by itself when a ticket changes (trigger) or when time has
 * passed (automation). Actions like `notification_user` mail, `notification_webhook` pushes.
 *
 * https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference
 */
const Rule = z.object({
  id: z.int(),
  title: z.string(),
  active: z.boolean().default(true),
  conditions: Conditions,
  actions: z.array(Action).default([]),
})
export type Rule = z.infer<typeof Rule>

/**
 * A webhook in the form of a rule. It has no conditions of its own: it fires for the events of
 * `subscriptions`, or when a rule's action names its id. Its address may hold a secret: left out.
 */
export type Webhook = Omit<Rule, 'id'> & { id: string; subscriptions: readonly string[] }

const Webhooks = z.object({
  webhooks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      subscriptions: z.array(z.string()).default([]),
    }),
  ),
})
type FoundWebhook = z.infer<typeof Webhooks>['webhooks'][number]

/** Every list: @throws ZendeskRefused 403 when our role may not see it. */
export const rules = (http: Http) => ({
  /** https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */
  triggers: (): AsyncIterable<Rule> =>
    eachItem(http, {
      path: '/api/v2/triggers',
      shape: z.object({ triggers: z.array(Rule) }),
      items: (page) => page.triggers,
      by: 'cursor',
    }),

  /** https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/ */
  automations: (): AsyncIterable<Rule> =>
    eachItem(http, {
      path: '/api/v2/automations',
      shape: z.object({ automations: z.array(Rule) }),
      items: (page) => page.automations,
      by: 'cursor',
    }),

  /** Admins only. https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/ */
  webhooks: (): AsyncIterable<Webhook> =>
    eachItem(http, {
      path: '/api/v2/webhooks',
      shape: Webhooks,
      items: (page) => page.webhooks.map(asRule),
      by: 'cursor',
    }),
})

function asRule({ id, name, status, subscriptions }: FoundWebhook): Webhook {
  const conditions = { all: [], any: [] }
  return { id, title: name, active: status === 'active', conditions, actions: [], subscriptions }
}
