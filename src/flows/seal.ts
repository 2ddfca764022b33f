import { BrokenCommitment } from '../records/commitment.ts'
import type { Draft } from '../records/entry.ts'
import { Sealed } from '../records/errors.ts'
import { PeopleDecision } from '../records/finds.ts'
import type { Request } from '../records/request.ts'
import { policyInForce } from './authority.ts'
import { forgetBundle } from './export/links.ts'
import { mergedTerms, termsOf } from './find/terms.ts'
import { type Hands, later } from './hands.ts'
import { noteFact } from './journal.ts'
import { lookupOf, Stub } from './stub.ts'
import { recall } from './vault.ts'

const day = 86_400_000

/** Forgets the person: the vault and its key go, the stub stays until its date, the log stays. */
export async function seal(request: Request, hands: Hands): Promise<undefined> {
  const { stubDays, country } = await policyInForce(hands)
  const stub = stubDays > 0 ? await stubOf(request, country, hands) : undefined
  await forgetBundle(request, 'sealed', hands)
  await hands.store.seal(request.id, 'all', stub)
  const sealed: Draft = {
    by: 'bot',
    kind: 'sealed',
    ...(stub ? { stub: later(hands.now(), stubDays * day) } : {}),
  }
  await noteFact(request.id, [sealed], hands)
}

async function stubOf(request: Request, country: string, hands: Hands): Promise<Stub | undefined> {
  const on = request.looks.people?.decided?.on
  if (!on) return undefined
  try {
    const { users, terms } = await recall(request.id, on, PeopleDecision, hands)
    const salt = hands.salt()
    const all = mergedTerms([...termsOf(users, country), ...terms])
    const strong = all.filter(({ strength }) => strength === 'strong')
    return {
      users: users.map(({ id }) => id),
      salt,
      lookups: strong.map(({ value }) => lookupOf(salt, value)),
    }
  } catch (error) {
    // Killed between forgetting and writing it down: the stub was written before.
    // A damaged vault is forgotten all the same: it leaves nothing to recognise him by.
    if (error instanceof BrokenCommitment) return undefined
    if (error instanceof Sealed) return Stub.optional().parse(await hands.store.stub(request.id))
    throw error
  }
}
