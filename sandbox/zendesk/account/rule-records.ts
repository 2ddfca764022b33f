/** One test that a rule makes of a ticket. */
export type Condition = {
  readonly field: string
  readonly operator: string
  readonly value: string
}

/** All of these, and one of those if there are any. */
export type Conditions = { readonly all: readonly Condition[]; readonly any: readonly Condition[] }

/** A trigger, which looks at every update, or an automation, which looks once an hour. */
export type Rule = {
  readonly id: number
  readonly kind: 'trigger' | 'automation'
  readonly title: string
  readonly description: string | null
  readonly active: boolean
  readonly position: number
  readonly default: boolean
  readonly conditions: Conditions
  readonly actions: readonly {
    readonly field: string
    readonly value: string | readonly string[]
  }[]
  readonly created_at: string
  readonly updated_at: string
}

/** Where a rule's `notification_webhook` goes. */
export type Webhook = {
  readonly id: string
  readonly name: string
  readonly status: 'active' | 'inactive'
  readonly endpoint: string
  readonly http_method: string
  readonly request_format: string
  readonly subscriptions: readonly string[]
  readonly created_at: string
  readonly created_by: string
  readonly updated_at: string
  readonly updated_by: string
}

/** A saved list of tickets. */
export type View = {
  readonly id: number
  readonly title: string
  readonly description: string | null
  readonly active: boolean
  readonly position: number
  readonly conditions: Conditions
  readonly created_at: string
  readonly updated_at: string
}

/** What a rule sent out: a mail to a person, or a push to a webhook. Never leaves the account. */
export type Sent = {
  readonly id: number
  readonly kind: 'mail' | 'push'
  readonly rule: number
  readonly title: string
  readonly ticket_id: number
  readonly to: string
  readonly at: string
}
