import type { EventName } from '../schedule.ts'
import { meddled } from '../world/effects.ts'
import { commentOf, makeWorld, ticketOf } from '../world/make-world.ts'
import { ids, person, type World } from '../world/world.ts'

/** What customers and agents do to the account while the erasure runs. */
export const outsiders: Partial<Record<EventName, (world: World) => void>> = {
  'customer-writes-on-own-ticket': (world) => writes(world, ids.solved, `Or ${person.second}`),
  'customer-writes-on-request': (world) => writes(world, ids.request, 'Is it done?'),
  'agent-edits-comment': (world) => {
    const comment = world.comments.get(ids.other)?.[1]
    if (!comment) return
    world.nextId += 1
    const words = `Sorry, ask ${person.email} (${world.nextId})`
    Object.assign(comment, commentOf(comment.id, ids.agent, words))
    meddled(world, 'edited', `comment ${comment.id}`)
  },
  'agent-puts-text-back': (world) => {
    const comment = world.comments.get(ids.other)?.[1]
    const before = makeWorld('by-ticket').comments.get(ids.other)?.[1]
    if (!comment || !before || comment.html_body === before.html_body) return
    Object.assign(comment, before)
    meddled(world, 'edited', `comment ${comment.id}`)
  },
  'agent-edits-subject': (world) => {
    const ticket = world.tickets.get(ids.other)
    if (!ticket) return
    world.nextId += 1
    ticket.subject = `Lost parcel of ${person.email} (${world.nextId})`
    meddled(world, 'edited', `ticket ${ids.other}`, `texts ${ids.other}`)
  },
  'identity-added': (world) => {
    const user = world.users.get(ids.ana)
    if (!user?.active) return
    user.identities.push({ type: 'email', value: person.third })
    meddled(world, 'identity-added', `user ${ids.ana}`)
  },
  'hold-on-own-ticket': (world) => holds(world, ids.solved),
  'hold-on-other-ticket': (world) => holds(world, ids.other),
  'hold-on-user': (world) => {
    held(world.users.get(ids.ana))
    world.everHeld.add(ids.ana)
  },
  'agent-restores-tickets': (world) => {
    for (const ticket of world.tickets.values()) {
      if (ticket.status !== 'deleted') continue
      ticket.status = 'open'
      meddled(world, 'restored', `ticket ${ticket.id}`)
    }
  },
  'customer-opens-ticket': (world) => {
    if (!world.users.get(ids.ana)?.active) return
    world.nextId += 100
    const id = world.nextId
    world.tickets.set(id, ticketOf(id, ids.ana, { status: 'new', subject: 'Another thing' }))
    world.requesters.set(id, ids.ana)
    world.comments.set(id, [commentOf(id * 10 + 1, ids.ana, 'Hello?')])
  },
  'agent-deletes-own-ticket': (world) => purges(world, ids.solved),
  'agent-deletes-other-ticket': (world) => purges(world, ids.other),
  'agent-deletes-mail': (world) => {
    if (world.suspended.delete(ids.mail)) meddled(world, 'removed', `mail ${ids.mail}`)
  },
  'agent-closes-request': (world) => {
    const ticket = world.tickets.get(ids.request)
    if (!ticket || ticket.status === 'deleted') return
    ticket.status = 'closed'
    meddled(world, 'closed', `ticket ${ids.request}`, `obstacle ${ids.request}`)
  },
  'colleague-copied-in': (world) => {
    const ticket = world.tickets.get(ids.request)
    if (!ticket || ticket.status === 'deleted') return
    ticket.email_cc_ids.push(ids.bob)
    meddled(world, 'copied', `ticket ${ids.request}`, `obstacle ${ids.request}`)
  },
}

/** She adds a comment, where that is still possible. */
function writes(world: World, id: number, words: string): void {
  const ticket = world.tickets.get(id)
  if (!ticket || ['deleted', 'closed'].includes(ticket.status)) return
  world.nextId += 1
  world.comments.get(id)?.push(commentOf(world.nextId, ids.ana, words))
  meddled(world, 'commented', `ticket ${id}`)
}

/** An agent deletes a ticket for good. */
function purges(world: World, id: number): void {
  if (!world.tickets.has(id)) return
  for (const { id: comment } of world.comments.get(id) ?? []) {
    meddled(world, 'removed', `comment ${comment}`, `gone ${comment}`)
  }
  world.tickets.delete(id)
  world.comments.delete(id)
  meddled(world, 'removed', `ticket ${id}`, `gone ${id}`)
}

/** What is deleted already takes no tag. */
function held(thing: { tags: string[]; status?: string; active?: boolean } | undefined): void {
  if (!thing || thing.status === 'deleted' || thing.active === false) return
  if (!thing.tags.includes('legal_hold')) thing.tags.push('legal_hold')
}

function holds(world: World, id: number): void {
  held(world.tickets.get(id))
  world.everHeld.add(id)
}

/** The hold is lifted: the tag is gone again. */
export function liftHolds(world: World): void {
  for (const { tags } of [...world.tickets.values(), ...world.users.values()]) {
    const at = tags.indexOf('legal_hold')
    if (at !== -1) tags.splice(at, 1)
  }
}
