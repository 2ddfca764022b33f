import type { Draft } from '../records/entry.ts'
import type { Id, Member } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import { ZendeskRefused } from '../zendesk/index.ts'
import { deed, mayDo } from './authority.ts'
import type { Hands } from './hands.ts'
import { load, note, noteFact } from './journal.ts'
import { endedBefore, isOver } from './plan/ended.ts'
import { Refusal } from './refusal.ts'

/**
 * What became of the tickets that lay deleted and not yet for good: so many are back; `left` are not,
 * because they were archived, or are gone for good by now.
 */
type Restored = { readonly restored: number; readonly left: number }

/**
 * Takes back the soft deletions of a request that stands still, for who may stop one: only what lies
 * between the first and the second deletion, and never a ticket that was archived
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#restore-a-previously-deleted-ticket).
 * It adds nothing to what was approved, so it needs no plan; a purge that was still to come drifts by
 * it and goes back to the lead. Throws `Refusal` with `not-halted`, `closed`, `call-under-way`, `paused`,
 * and `nothing-to-restore` where nothing lies there.
 */
export async function restoreTickets(
  asked: { readonly id: Id; readonly by: Member },
  hands: Hands,
): Promise<Restored> {
  return await deed({ ...asked, name: 'restore' }, hands, async () => {
    const role = await mayDo(asked.by, 'stop', hands)
    const request = await load(asked.id, hands)
    refuseMoving(request)
    const tickets = await lyingDeleted(request, hands)
    if (tickets.length === 0) throw new Refusal('nothing-to-restore')
    if (hands.paused() || hands.rehearsal) throw new Refusal('paused')
    const said = (code: 'asked' | 'done', counts: Record<string, number>): Draft => ({
      by: asked.by,
      role,
      kind: 'restored',
      code,
      counts,
    })
    await note(request, [said('asked', { tickets: tickets.length })], hands)
    const restored = await broughtBack(tickets, hands)
    const left = tickets.length - restored
    await noteFact(request.id, [said('done', { restored, left })], hands, { urgent: true })
    return { restored, left }
  })
}

/**
 * How many tickets could be taken back now; none while the request moves. Archived ones are among
 * them: whether a ticket was archived only Zendesk knows.
 */
export async function restorable(request: Request, hands: Hands): Promise<number> {
  const { closed, halted, open } = request
  if (closed || !halted || open) return 0
  return (await lyingDeleted(request, hands)).length
}

function refuseMoving({ closed, halted, open }: Request): void {
  if (closed) throw new Refusal('closed')
  if (!halted) throw new Refusal('not-halted')
  if (open) throw new Refusal('call-under-way')
}

/** What this request has deleted, and not for good. */
async function lyingDeleted(request: Request, hands: Hands): Promise<number[]> {
  const over = (await endedBefore(await sinceRestored(request, hands), hands)).filter(isOver)
  const of = (kind: 'ticket.delete' | 'ticket.purge'): Set<number> =>
    new Set(
      over.flatMap(({ item: { operation, address }, outcome }) =>
        operation.kind === kind && (kind === 'ticket.purge' || outcome === 'done')
          ? (address.ticket ?? [])
          : [],
      ),
    )
  const purged = of('ticket.purge')
  return [...of('ticket.delete')].filter((ticket) => !purged.has(ticket))
}

/**
 * The request with only what has ended since tickets were last taken back: all that lay deleted then
 * is there again, or cannot come back.
 */
async function sinceRestored(request: Request, { store }: Hands): Promise<Request> {
  const { entries } = await store.load(request.id)
  const last = entries.findLastIndex((one) => one.kind === 'restored' && one.code === 'done')
  if (last < 0) return request
  const ended = new Set(
    entries
      .slice(last)
      .flatMap((one) =>
        one.kind === 'settled' ? one.outcomes.map(([n]) => `${one.digest} ${n}`) : [],
      ),
  )
  return {
    ...request,
    plans: request.plans.map((plan) => ({
      ...plan,
      outcomes: new Map([...plan.outcomes].filter(([n]) => ended.has(`${plan.digest} ${n}`))),
    })),
  }
}

const together = 100

/** How many are there again: Zendesk's answer says nothing of each, so they are looked at. */
async function broughtBack(tickets: readonly number[], { zendesk }: Hands): Promise<number> {
  for (let at = 0; at < tickets.length; at += together) {
    const some = tickets.slice(at, at + together)
    const gone = await unlessRefused(async () => await zendesk.tickets.restoreMany(some))
    if (!gone) continue
    // One that cannot be restored may stand in the way of the others.
    for (const id of some) await unlessRefused(async () => await zendesk.tickets.restore(id))
  }
  const there = await zendesk.tickets.showMany(tickets)
  return there.filter(({ status }) => status !== 'deleted').length
}

/** Whether Zendesk has refused it. */
async function unlessRefused(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return false
  } catch (error) {
    if (error instanceof ZendeskRefused) return true
    throw error
  }
}
