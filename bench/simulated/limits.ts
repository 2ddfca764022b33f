/** One published limit: so many calls in each window. */
type Limit = { readonly name: string; readonly total: number; readonly windowMs: number }

type Window = { opened: number; used: number }

const MINUTE = 60_000

/** https://developer.zendesk.com/api-reference/introduction/rate-limits/, plan Enterprise. */
const ACCOUNT: Limit = { name: 'account', total: 700, windowMs: MINUTE }

const ENDPOINTS: readonly (readonly [RegExp, Limit])[] = [
  [
    /^DELETE \/deleted_users\/\d+$/,
    { name: 'deleted-users-destroy', total: 700, windowMs: 10 * MINUTE },
  ],
  [/^DELETE \/tickets\/\d+$/, { name: 'tickets-destroy', total: 400, windowMs: MINUTE }],
  [
    /^DELETE \/deleted_tickets\/\d+$/,
    { name: 'deleted-tickets-destroy', total: 1_000, windowMs: MINUTE },
  ],
  [
    /^DELETE \/deleted_tickets\/destroy_many$/,
    { name: 'deleted-tickets-destroy-many', total: 300, windowMs: MINUTE },
  ],
]

/** How an account counts a call: what its headers say, and whether it takes it. */
export type Counted = { readonly headers: Map<string, string>; readonly refused: boolean }

/** Counts calls in fixed windows, which open with the first call in them. */
export function createLimits(now: () => number): (call: string) => Counted {
  const windows = new Map<string, Window>()

  const spend = ({ name, total, windowMs }: Limit) => {
    const known = windows.get(name)
    const open = known && now() < known.opened + windowMs ? known : { opened: now(), used: 0 }
    windows.set(name, open)
    const refused = open.used >= total
    if (!refused) open.used += 1
    const resets = Math.ceil((open.opened + windowMs - now()) / 1000)
    return { name, total, left: total - open.used, resets, refused }
  }
  return (call) => {
    const limits = [ACCOUNT, ...ENDPOINTS.filter(([of]) => of.test(call)).map(([, limit]) => limit)]
    const spent = limits.map(spend)
    const full = spent.find(({ refused }) => refused)
    const headers = new Map(spent.flatMap((one) => stated(one)))
    if (full) headers.set('retry-after', String(full.resets))
    return { headers, refused: full !== undefined }
  }
}

type Spent = { name: string; total: number; left: number; resets: number }

function stated({ name, total, left, resets }: Spent): [string, string][] {
  if (name !== 'account') {
    return [[`zendesk-ratelimit-${name}`, `total=${total}; remaining=${left}; resets=${resets}`]]
  }
  return [
    ['ratelimit-limit', String(total)],
    ['ratelimit-remaining', String(left)],
    ['ratelimit-reset', String(resets)],
  ]
}
