import type { Entry } from '../../../src/records/entry.ts'
import type { Write } from '../world/calls.ts'
import { ids, type World } from '../world/world.ts'
import { heldIn, isAnswered } from './at-append.ts'
import type { Case } from './judge.ts'
import { ofKind, openCalls, outcomesOf } from './plans.ts'
import { isAgreed, stoodBehind } from './quorum.ts'

/** What must hold of a write the moment it is sent. */
export function checkWrite(of: Case, entries: readonly Entry[], write: Write): void {
  checkPause(of, entries, write)
  const digest = checkIntent(of, entries, write)
  if (digest) checkQuorum(of, entries, digest)
  for (const object of write.objects) {
    if (!isConfirmed(of, object, write.what)) of.blame('confirmed', `${write.what} of ${object}`)
    checkDrift(of, object, write.what)
    const held = of.page.held.has(object) && heldIn(of.world).has(object)
    if (held && !tagless.has(write.what)) of.blame('hold', `${write.what} of ${object}`)
  }
  if (write.what.startsWith('user.')) checkOrder(of, entries, digest)
}

/** It was asked whether the desk is paused once the intent was on disk, and it was not. */
function checkPause({ authority, blame }: Case, entries: readonly Entry[], write: Write): void {
  const intent = entries.findLastIndex(({ kind }) => kind === 'intended')
  const { asked } = authority
  if (!asked || asked.after <= intent) blame('paused', `${write.what}, and nobody asked`)
  else if (asked.paused) blame('paused', `${write.what} in a pause`)
}

/** To answer harms nothing; and what is softly deleted shows its tags no more. */
const tagless: ReadonlySet<string> = new Set(['answer.send', 'ticket.purge', 'user.purge'])

/** The write is exactly what one open intent on the plan in force says. Answers its digest. */
function checkIntent(of: Case, entries: readonly Entry[], write: Write): string | undefined {
  const open = openCalls(entries)
  const intent = open.at(-1)
  if (!intent) {
    of.blame('approved', `${write.what} without an intent on disk`)
    return undefined
  }
  if (open.length > 1) of.blame('settled-first', `${write.what} while another call is unsettled`)
  if (ofKind(entries, 'planned').at(-1)?.digest !== intent.digest) {
    of.blame('approved', `${write.what} of a plan that was replaced`)
  }
  const planned = (of.plans.get(intent.digest) ?? [])
    .filter(({ n }) => intent.operations.includes(n))
    .map(({ kind, object }) => `${kind} ${object}`)
  const sent = write.objects.map((object) => `${write.what} ${object}`)
  if (!isIntended(write.what, sent, planned)) {
    of.blame('approved', `${sent.join()} where ${planned.join()} was intended`)
  }
  return intent.digest
}

/** Redactions of one ticket are sent one by one under one intent; of all else it is the very call. */
function isIntended(what: string, sent: readonly string[], planned: readonly string[]): boolean {
  if (what.startsWith('comment.')) return sent.every((one) => planned.includes(one))
  return planned.toSorted().join() === sent.toSorted().join()
}

function checkQuorum(of: Case, entries: readonly Entry[], digest: string): void {
  const earlier = entries.slice(
    0,
    entries.findLastIndex(({ kind }) => kind === 'intended'),
  )
  if (!isAgreed(earlier, digest)) of.blame('approved', 'no agreement on this plan in the journal')
  const { moments } = of.authority
  const held = moments.some((moment) => stoodBehind(earlier, digest, { moment, at: of.page.at }))
  if (!held) of.blame('approved', 'no quorum that is valid now')
}

/** Hers, or somebody else's conversation that names her. */
function isConfirmed({ before, world }: Case, object: string, what: string): boolean {
  const [kind, number] = object.split(' ')
  const id = Number(number)
  if (kind === 'user') return id === ids.ana
  if (kind === 'mail') return id === ids.mail
  const ticket = kind === 'comment' ? ticketWith(world, id) || ticketWith(before, id) : id
  if (ticket === ids.namesakes) return false
  const whole = ['ticket.delete', 'ticket.purge', 'ticket.close', 'answer.send'].includes(what)
  const requester = world.requesters.get(ticket)
  return whole ? requester === ids.ana : requester === ids.ana || isAboutHer(ticket)
}

const isAboutHer = (ticket: number): boolean => ticket === ids.other || ticket === ids.otherClosed

const ticketWith = (world: World, comment: number): number =>
  [...world.comments].find(([, all]) => all.some(({ id }) => id === comment))?.[0] ?? 0

/** By whose change, and since which look, a decision about this object no longer holds. */
function checkDrift(of: Case, object: string, what: string): void {
  const basis = { 'ticket.edit': 'texts', 'answer.send': 'obstacle' }[what]
  const key = basis ? `${basis} ${object.split(' ')[1]}` : object
  const look = what.startsWith('user.') ? of.decidedOn.people : of.decidedOn.traces
  const drifted = (of.page.seen.get(key) ?? 0) > (look.get(key) ?? 0)
  const looksAt = !['ticket.purge', 'ticket.close', 'user.purge', 'comment.redact-text'].includes(
    what,
  )
  if (drifted && looksAt) of.blame('drift', `${what} of ${object}, which was changed`)
}

/** The user comes last: after every ticket operation, and after the answer. */
function checkOrder(of: Case, entries: readonly Entry[], digest: string | undefined): void {
  const outcomes = outcomesOf(entries)
  const left = (of.plans.get(digest ?? '') ?? []).filter(
    ({ phase, n }) => phase !== 'user' && !outcomes.has(`${digest}#${n}`),
  )
  if (left.length > 0) of.blame('order', `a user before ${left.length} other operations`)
  if (!isAnswered(of, entries)) of.blame('order', 'a user before the answer')
}
