import { breather } from '../../records/breather.ts'
import { BrokenCommitment } from '../../records/commitment.ts'
import { Sealed } from '../../records/errors.ts'
import { PeopleDecision, PeopleFinds } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { requestsNow } from '../requests-now.ts'
import { lookupOf, Stub } from '../stub.ts'
import { recall } from '../vault.ts'
import { termsOf } from './terms.ts'

type Before = NonNullable<PeopleFinds['before']>

/** By what a person is known again: Zendesk's ids, and what only one person has. */
type Sought = { readonly users: ReadonlySet<number>; readonly values: readonly string[] }

/**
 * Other requests about one of these people, the newest first: so that nobody is erased twice, nor
 * asked who he is twice. Of a sealed one there is its stub, until its date; a request whose vault
 * cannot be read says nothing.
 */
export async function requestsBefore(
  request: Request,
  { candidates, gone }: PeopleFinds,
  hands: Hands,
): Promise<Before> {
  const { country } = await policyInForce(hands)
  const sure = [...candidates.filter(({ exact }) => exact), ...gone]
  const strong = termsOf(sure, country).filter(({ strength }) => strength === 'strong')
  const sought = { users: new Set(sure.map(({ id }) => id)), values: strong.map((t) => t.value) }
  const found: Before = []
  const breathe = breather()
  if (sought.users.size === 0) return found
  for (const other of await requestsNow(hands)) {
    if (other.id === request.id || other.right !== request.right) continue
    await breathe()
    const is = other.sealed ? isInStub : isAbout
    if (await is(other, sought, hands)) found.push({ number: other.number, state: stateOf(other) })
  }
  return found
}

const stateOf = ({ sealed, closed }: Request): Before[number]['state'] =>
  sealed ? 'sealed' : closed ? 'closed' : 'open'

async function isInStub({ id }: Request, sought: Sought, { store }: Hands): Promise<boolean> {
  const stub = Stub.optional().parse(await store.stub(id))
  if (!stub) return false
  if (stub.users.some((user) => sought.users.has(user))) return true
  const lookups = new Set(stub.lookups)
  const breathe = breather()
  for (const value of sought.values) {
    if (lookups.has(lookupOf(stub.salt, value))) return true
    await breathe()
  }
  return false
}

/** Whom it was confirmed to be about, or else whom it names. */
async function isAbout({ id, looks }: Request, sought: Sought, hands: Hands): Promise<boolean> {
  const { people } = looks
  if (!people) return false
  try {
    const users = people.decided
      ? (await recall(id, people.decided.on, PeopleDecision, hands)).users
      : (await recall(id, people.finds, PeopleFinds, hands)).candidates.filter((one) => one.exact)
    return users.some((user) => sought.users.has(user.id))
  } catch (error) {
    if (error instanceof Sealed || error instanceof BrokenCommitment) return false
    throw error
  }
}
