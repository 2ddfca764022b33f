import type { Draft } from '../../records/entry.ts'
import type { Instant } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import { type Hands, later } from '../hands.ts'
import { note } from '../journal.ts'
import { idOf } from '../operations/kind.ts'
import { itemOf, storedPlan } from '../plan/stored.ts'

/** The step that waits, and what its sleep is journalled as. */
export const TICKETS_CLOSE = 'tickets-close'

/**
 * Sleeps until every ticket of the users who go is closed, and looks again from time to time: Zendesk
 * refuses to delete the requester of a ticket that isn't
 * (https://support.zendesk.com/hc/en-us/articles/4408821737498). People who work on them close them.
 */
export async function waitForClosing(
  request: Request,
  hands: Hands,
): Promise<{ again: Instant } | undefined> {
  const nap = request.naps.get(TICKETS_CLOSE)
  const now = hands.now()
  const again = later(now, hands.timing.statusPoll)
  const slept = (until: Instant): Draft[] =>
    nap ? [] : [{ by: 'bot', kind: 'slept', code: TICKETS_CLOSE, until }]
  if (await hasOpenTicket(request, hands)) {
    // Journalled once: how long it takes is part of the record, each look is not.
    if (!nap) await note(request, slept(again), hands)
    return { again }
  }
  const { digest } = await policyInForce(hands)
  const woke: Draft = { by: 'bot', kind: 'woke', code: TICKETS_CLOSE, policy: digest }
  await note(request, [...slept(now), woke], hands)
  return undefined
}

async function hasOpenTicket(request: Request, hands: Hands): Promise<boolean> {
  if (!request.plan) return false
  const { plan, openings } = await storedPlan(request, request.plan.digest, hands)
  for (const operation of plan.operations) {
    if (operation.kind !== 'user.delete') continue
    const user = idOf(itemOf(operation, openings), 'user')
    for await (const { id, status } of hands.zendesk.tickets.ofUser(user, 'requested')) {
      if (status === 'closed') continue
      // What was deleted a moment ago may still be listed.
      const ticket = await hands.zendesk.tickets.show(id)
      if (ticket && ticket.status !== 'closed') return true
    }
  }
  return false
}
