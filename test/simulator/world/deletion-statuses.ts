import type { DeletionStatus } from '../../../src/zendesk/index.ts'
import type { Clock } from '../desk/clock.ts'
import type { World } from './world.ts'

const hour = 3_600_000
/** When each product begins and ends, after the deletion was asked for. */
const products = [
  { application: 'support', started: 0.1 * hour, complete: 2 * hour },
  { application: 'chat', started: 1 * hour, complete: 5 * hour },
] as const

/** How far each product is with a permanent deletion; `undefined` until somebody asked for it. */
export function deletionStatuses(
  world: World,
  id: number,
  clock: Clock,
): DeletionStatus[] | undefined {
  const asked = world.purgedUsers.get(id)
  if (asked === undefined) return undefined
  const status = (action: string, application: string, after = 0): DeletionStatus => ({
    action,
    application,
    account_subdomain: 'simulated',
    user_id: id,
    executer_id: null,
    created_at: new Date(asked + after).toISOString(),
  })
  const gone = clock.ms - asked
  return [
    status('request_deletion', 'all'),
    ...products.flatMap(({ application, started, complete }) => [
      ...(gone >= started ? [status('started', application, started)] : []),
      ...(gone >= complete ? [status('complete', application, complete)] : []),
    ]),
  ]
}
