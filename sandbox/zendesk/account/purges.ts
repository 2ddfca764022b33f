import { type Account, stamp } from './account.ts'
import type { Purge } from './records.ts'
import { forget } from './remove-user.ts'

/** One line of the compliance record. */
export type Status = {
  readonly action: string
  readonly application: string
  readonly account_subdomain: string
  readonly executer_id: number | null
  readonly user_id: number
  readonly created_at: string
}

/** `request_deletion` for all, then `started` and `complete` for each product as time passes (facts 3). */
export function statusesOf({ setup, delays, now }: Account, purge: Purge): Status[] {
  const line = (
    action: string,
    application: string,
    at: number,
    by: number | null,
  ): Status & { at: number } => ({
    action,
    application,
    account_subdomain: setup.subdomain,
    executer_id: by,
    user_id: purge.id,
    created_at: stamp(at),
    at,
  })
  const byProduct = setup.products.flatMap((name, i) => [
    line('started', name, purge.askedAt + delays.deletion * i, null),
    ...(purge.stuck.includes(name)
      ? []
      : [line('complete', name, purge.askedAt + delays.deletion * (i + 1), null)]),
  ])
  return [line('request_deletion', 'all', purge.askedAt, purge.by), ...byProduct]
    .filter(({ at }) => at <= now())
    .map(({ at: _, ...status }) => status)
}

/** Lets Support forget those whose time has come. */
export function advancePurges(account: Account): void {
  for (const purge of account.store.all('purges')) {
    const user = account.store.get('users', purge.id)
    const done = statusesOf(account, purge).some(
      ({ action, application }) =>
        action === 'complete' && application === account.setup.products[0],
    )
    if (user && !user.hidden.purged && done) forget(account, user)
  }
}
