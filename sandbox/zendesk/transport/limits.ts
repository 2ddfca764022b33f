import type { Setup } from '../options.ts'
import type { Call } from './call.ts'
import { slowDown } from './errors.ts'

/** An endpoint's own limit: facts 2.3, https://developer.zendesk.com/api-reference/introduction/rate-limits/ */
export type Limit = {
  readonly name: string
  /** How often; `setup` where it depends on what the account has bought. */
  readonly total: number | 'setup'
  readonly window: number
  readonly key?: (call: Call) => string
  readonly says?: string
  readonly header?: false
}

const minute = 60_000
const updating =
  'Rate limit for ticket updates exceeded, please wait before updating this ticket again'
const perUser =
  'You have exceeded the rate limit for updating a single unique user. user email:  id:  external_id: '

/** Every PUT that changes a ticket counts here, redactions too. */
export const perTicket = (ticket: (call: Call) => string): Limit => ({
  name: 'per-ticket-updates',
  total: 30,
  window: 10 * minute,
  key: (call) => `${call.actor.id}/${ticket(call)}`,
  says: updating,
})

/** The limits by endpoint. */
export const limits = {
  userUpdate: {
    name: 'user-update',
    total: 5,
    window: minute,
    key: (call) => call.params['id'] ?? '',
    says: perUser,
    header: false,
  },
  usersUpdate: { name: 'users-update', total: 1, window: 1000, header: false },
  deletedUsers: { name: 'deleted-users-destroy', total: 700, window: 10 * minute },
  ticketsUpdate: { name: 'tickets-update', total: 'setup', window: minute, says: updating },
  ticketsDelete: { name: 'tickets-destroy', total: 400, window: minute },
  ticketsIndex: { name: 'tickets-index', total: 100, window: minute },
  deletedTicketsIndex: { name: 'deleted-tickets-index', total: 10, window: minute },
  deletedTickets: { name: 'deleted-tickets-destroy', total: 1000, window: minute },
  deletedTicketsMany: { name: 'deleted-tickets-destroy-many', total: 300, window: minute },
  search: { name: 'search-index', total: 2500, window: minute },
  searchExport: { name: 'search-export', total: 100, window: minute },
  audits: { name: 'ticket-audits-index', total: 500, window: minute },
  incremental: { name: 'incremental-exports', total: 10, window: minute },
} satisfies Record<string, Limit>

type Window = { start: number; used: number }

/** Counts requests in windows that start with their first request. */
export class Meter {
  readonly #windows = new Map<string, Window>()
  readonly #now: () => number
  readonly #perMinute: number
  readonly #updates: number
  constructor(now: () => number, setup: Pick<Setup, 'perMinute' | 'ticketUpdatesPerMinute'>) {
    this.#now = now
    this.#perMinute = setup.perMinute
    this.#updates = setup.ticketUpdatesPerMinute
  }

  /** The account's allowance; both header families are on every answer. */
  account(): Record<string, string> {
    const { left, reset } = this.#use('account', this.#perMinute, minute)
    if (left < 0) throw slowDown('Number of allowed API requests per minute exceeded', reset)
    return headersFor(this.#perMinute, left, reset)
  }

  /** The account's headers without counting. */
  peek(): Record<string, string> {
    const used = this.#windows.get('account')
    const reset = used ? Math.ceil((used.start + minute - this.#now()) / 1000) : 60
    return headersFor(this.#perMinute, Math.max(0, this.#perMinute - (used?.used ?? 0)), reset)
  }

  /** The endpoint's limits. A refused request does not use them up. */
  endpoint(call: Call, rules: readonly Limit[]): Record<string, string> {
    const headers: Record<string, string> = {}
    for (const rule of rules) {
      const total = rule.total === 'setup' ? this.#updates : rule.total
      const key = `${rule.name}/${rule.key?.(call) ?? ''}`
      const { left, reset } = this.#use(key, total, rule.window)
      if (left < 0) throw slowDown(rule.says ?? `Rate limit for ${rule.name} exceeded`, reset)
      if (rule.header === false) continue
      headers[`zendesk-ratelimit-${rule.name}`] =
        `total=${total}; remaining=${left}; resets=${reset}`
    }
    return headers
  }

  #use(key: string, total: number, length: number): { left: number; reset: number } {
    const now = this.#now()
    const known = this.#windows.get(key)
    const window = known && now - known.start < length ? known : { start: now, used: 0 }
    const reset = Math.ceil((window.start + length - now) / 1000)
    if (window.used >= total) return { left: -1, reset }
    window.used += 1
    this.#windows.set(key, window)
    return { left: total - window.used, reset }
  }
}

function headersFor(total: number, left: number, reset: number): Record<string, string> {
  return {
    'x-rate-limit': String(total),
    'x-rate-limit-remaining': String(left),
    'ratelimit-limit': String(total),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(reset),
  }
}
