import { type Account, stamp } from './account.ts'
import { forget } from './remove-user.ts'
import type { Purge } from './tables.ts'

/** One line of the compliance record. */
export type Status = {
  readonly action: string
  readonly application: string
  readonly account_subdomain: string
  readonly executer_id: number | null
  readonly user_id: number
  readonly created_at: string
}

type Event = readonly [action: string, application: string, at: number]

/** `request_deletion` for all, then `started` and `complete` for each product as time passes (facts 3). */
export function statusesOf({ setup, delays, now }: Account, purge: Purge): Status[] {
  const events: Event[] = setup.products.flatMap((name, i): Event[] => [
    ['started', name, purge.askedAt + delays.deletion * i],
    [
      'complete',
      name,
      purge.stuck.includes(name)
        ? Number.POSITIVE_INFINITY
        : purge.askedAt + delays.deletion * (i + 1),
    ],
  ])
  const asked: Event = ['request_deletion', 'all', purge.askedAt]
  return [asked, ...events]
    .filter(([, , at]) => at <= now())
    .map(([action, application, at]) => ({
      action,
      application,
      account_subdomain: setup.subdomain,
      executer_id: application === 'all' ? purge.by : null,
      user_id: purge.id,
      created_at: stamp(at),
    }))
}

/** Lets Support forget those whose time has come, one at a time so that each gets its log entry. */
export function* advancePurges(account: Account): Generator<number> {
  for (const purge of account.store.all('purges')) {
    const user = account.store.get('users', purge.id)
    if (!user || user.hidden.purged || !isDone(account, purge)) continue
    forget(account, user)
    yield user.id
  }
}

const isDone = (account: Account, purge: Purge): boolean =>
  statusesOf(account, purge).some(
    ({ action, application }) => action === 'complete' && application === account.setup.products[0],
  )
