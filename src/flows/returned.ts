import type { Draft } from '../records/entry.ts'
import { fold } from '../records/fold.ts'
import type { Id, Instant } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import type { User } from '../zendesk/index.ts'
import { policyInForce } from './authority.ts'
import { type Hands, later, msOf } from './hands.ts'
import { noteFact } from './journal.ts'
import { seedTerms } from './matching/index.ts'
import { lookupOf, Stub } from './stub.ts'

const day = 86_400_000

/**
 * Looks, so many days after the end as the policy says, whether somebody whom a request has erased is
 * there again: written by an integration, or come back by himself. The person is known by the keyed
 * look-ups of the stub alone. One that cannot be looked for keeps no other from it; it is thrown in
 * the end. Resolves to how many requests were looked at.
 */
export async function lookForReturned(hands: Hands): Promise<number> {
  const due = await requestsDue(hands)
  if (due.length === 0) return 0
  const since = due.map(({ closed }) => closed).toSorted()[0] ?? hands.now()
  const users = await usersSince(since, hands)
  const failures: unknown[] = []
  for (const one of due) {
    try {
      await lookFor(one, users, hands)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some could not be looked for')
  return due.length
}

/**
 * The users with an address of the erased person that were there when it was looked again: Zendesk
 * ids, for a window, never for a message. Empty once the stub is gone.
 */
export async function returnedUsers(id: Id, { store }: Pick<Hands, 'store'>): Promise<number[]> {
  return Stub.optional().parse(await store.stub(id))?.returned ?? []
}

/** A request that is to be looked at again: so many days after its end. */
type Due = { readonly id: Id; readonly days: number; readonly closed: Instant }

async function requestsDue(hands: Hands): Promise<Due[]> {
  const { lookAgainDays } = await policyInForce(hands)
  const due: Due[] = []
  for await (const { id, sealed } of hands.store.list()) {
    if (!sealed || (await hands.store.stub(id)) === undefined) continue
    const { entries } = await hands.store.load(id)
    const request = fold(id, entries)
    const days = request && daysDue(request, lookAgainDays, hands.now())
    if (days && request.closed) due.push({ id, days, closed: request.closed.at })
  }
  return due
}

const erased: ReadonlySet<string> = new Set(['done', 'partly-done'])

/** The latest of the days that have passed and were not looked at: a desk that was off looks once. */
function daysDue(
  { closed, rehearsal, lookedAgain = [] }: Request,
  days: readonly number[],
  now: Instant,
): number | undefined {
  if (!closed || rehearsal || !erased.has(closed.code)) return undefined
  const last = Math.max(0, ...lookedAgain.map((look) => look.days))
  return days
    .filter((one) => one > last && msOf(later(closed.at, one * day)) <= msOf(now))
    .toSorted((a, b) => b - a)[0]
}

/** Every user made since then: a search by date, which has no end at 1,000 results. */
async function usersSince(since: Instant, { zendesk }: Hands): Promise<User[]> {
  const users: User[] = []
  const before = later(since, -day).slice(0, 10)
  for await (const user of zendesk.search.export('user', `created>${before}`)) {
    if (user.active) users.push(user)
  }
  return users
}

async function lookFor(
  { id, days, closed }: Due,
  users: readonly User[],
  hands: Hands,
): Promise<void> {
  const stub = Stub.optional().parse(await hands.store.stub(id))
  if (!stub) return
  const { country } = await policyInForce(hands)
  const known = new Set(stub.lookups)
  const back = users
    // Zendesk's times are whole seconds.
    .filter(({ created_at: at }) => msOf(at) + 1000 > msOf(closed))
    .filter((user) => lookupsOf(user, stub.salt, country).some((lookup) => known.has(lookup)))
  const returned = [...new Set([...(stub.returned ?? []), ...back.map((user) => user.id)])]
  if (returned.length > 0) await hands.store.seal(id, 'all', { ...stub, returned })
  const looked: Draft = {
    by: 'bot',
    kind: 'looked-again',
    code: back.length > 0 ? 'returned' : 'gone',
    days,
    counts: { users: back.length, looked: users.length },
  }
  await noteFact(id, [looked], hands)
}

function lookupsOf(user: User, salt: string, country: string): string[] {
  const profile = { ...user, externalId: user.external_id, identities: [] }
  return seedTerms(profile, { country })
    .filter(({ strength }) => strength === 'strong')
    .map(({ value }) => lookupOf(salt, value))
}
