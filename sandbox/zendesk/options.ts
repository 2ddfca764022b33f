import type { LogEntry } from './account/log.ts'

/** How long the account takes for what Zendesk does behind the scenes, in ms. */
export type Delays = {
  /** Until search sees a change (facts 5: minutes). */
  readonly index: number
  /** From asking for a job to its completion. */
  readonly job: number
  /** Until a deleted ticket appears in `/deleted_tickets` (facts 8). */
  readonly listing: number
  /** Per product, from the request of a permanent user deletion. */
  readonly deletion: number
  /** Before every answer. */
  readonly latency: number
}

/** An OAuth client and the user it acts as, or an API token of the old kind. */
export type Credentials = {
  readonly clients: readonly {
    readonly id: string
    readonly secret: string
    readonly user: number
  }[]
  readonly tokens: readonly { readonly email: string; readonly token: string }[]
}

/** How the account is set up. */
export type Setup = {
  readonly agentWorkspace: boolean
  /** Whether agents without a custom role may delete and redact (facts 2.2). */
  readonly agentTicketDeletion: boolean
  /** Requests per minute for the whole account (facts 2.3). */
  readonly perMinute: number
  /** Updates of tickets per minute, redactions included: 100, 20 on trial, 300 with the add-on. */
  readonly ticketUpdatesPerMinute: number
  /** Whether the plan has side conversations, and how the account says so if not (facts 2.5). */
  readonly sideConversations: 'on' | 'forbidden' | 'absent'
  /** Adds an active trigger that mails and a webhook on every update, whatever the tags. */
  readonly loudRules: boolean
  readonly subdomain: string
  /** Products a permanent deletion goes through (facts 3). */
  readonly products: readonly string[]
  /** The sample account, a larger one, or nobody but staff. */
  readonly size: 'sample' | 'large' | 'staff'
}

/** What `startZendesk` takes. */
export type Options = {
  readonly dir: string
  readonly port?: number
  readonly delays?: Partial<Delays>
  readonly now?: () => number
  readonly account?: Partial<Setup>
  readonly credentials?: Partial<Credentials>
  /** Awaited after a write took effect and before it is answered. */
  readonly onWrite?: (entry: LogEntry) => Promise<void> | void
}

/** Short enough for a demo of twenty seconds. */
export const defaultDelays: Delays = {
  index: 600,
  job: 250,
  listing: 300,
  deletion: 800,
  latency: 0,
}

/** An Enterprise account with Agent Workspace: 700 requests a minute (facts 2.3). */
export const defaultSetup: Setup = {
  agentWorkspace: true,
  agentTicketDeletion: true,
  perMinute: 700,
  ticketUpdatesPerMinute: 300,
  sideConversations: 'on',
  loudRules: false,
  subdomain: 'nordlys',
  products: ['support', 'chat', 'support/explore'],
  size: 'sample',
}
