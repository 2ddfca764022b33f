import type { DeletionStatus } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'

/**
 * The products that have begun to delete a user and have not reported it complete. `undefined` while
 * no product has reported anything: a request for deletion proves nothing
 * (https://developer.zendesk.com/api-reference/ticketing/users/users/#show-compliance-deletion-statuses).
 */
export function openProducts(
  statuses: readonly DeletionStatus[] | undefined,
): string[] | undefined {
  const told = (statuses ?? []).filter(({ application }) => application !== 'all')
  const complete = new Set(
    told.filter(({ action }) => action === 'complete').map(({ application }) => application),
  )
  if (complete.size === 0) return undefined
  return [...new Set(told.map(({ application }) => application))].filter(
    (app) => !complete.has(app),
  )
}

/** How many products have not finished, over all users; `undefined` when one has not begun. */
export async function productsOpen(
  users: readonly number[],
  zendesk: Account,
): Promise<number | undefined> {
  let open = 0
  for (const user of users) {
    const products = openProducts(await zendesk.users.deletionStatuses(user))
    if (!products) return undefined
    open += products.length
  }
  return open
}
