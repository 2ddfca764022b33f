import type { DeletionStatus } from '../../zendesk/index.ts'
import { type Hands, msOf } from '../hands.ts'

/** The time of the look, and how long the statuses must have been quiet. */
type Quiet = { readonly now: string; readonly statusPoll: number }

/** The product whose own deletion all others follow. */
const first = 'support'

/**
 * The products that have begun to delete a user and have not reported it complete. `undefined` while
 * it cannot be told: the products begin one after another, so as long as Support is not through, or
 * all that began are through but one of them only just now, others may still begin. A request for
 * deletion proves nothing
 * (https://developer.zendesk.com/api-reference/ticketing/users/users/#show-compliance-deletion-statuses).
 */
export function openProducts(
  statuses: readonly DeletionStatus[] | undefined,
  { now, statusPoll }: Quiet,
): string[] | undefined {
  const told = (statuses ?? []).filter(({ application }) => application !== 'all')
  const complete = new Set(
    told.filter(({ action }) => action === 'complete').map(({ application }) => application),
  )
  if (!complete.has(first)) return undefined
  const begun = new Set(told.map(({ application }) => application))
  const open = [...begun].filter((application) => !complete.has(application))
  const newest = Math.max(...told.map(({ created_at: at }) => msOf(at)))
  return open.length === 0 && msOf(now) - newest < statusPoll ? undefined : open
}

/** How many products have not finished, over all users; `undefined` when that cannot be told. */
export async function productsOpen(
  users: readonly number[],
  { zendesk, now, timing: { statusPoll } }: Hands,
): Promise<number | undefined> {
  let open = 0
  for (const user of users) {
    const statuses = await zendesk.users.deletionStatuses(user)
    const products = openProducts(statuses, { now: now(), statusPoll })
    if (!products) return undefined
    open += products.length
  }
  return open
}
