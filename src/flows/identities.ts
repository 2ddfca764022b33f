import { type Choices, PeopleDecision, TraceDecision, type TraceIndex } from '../records/finds.ts'
import { Code, type Id } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import type { Identity } from '../zendesk/index.ts'
import { latestDecision } from './find/earlier.ts'
import { gather } from './gather.ts'
import type { Hands } from './hands.ts'
import { load } from './journal.ts'
import { Refusal } from './refusal.ts'
import { recall } from './vault.ts'

type Single = NonNullable<TraceDecision['identities']>[number]

/** A confirmed user with what Zendesk knows him by. `fixed`: it goes with the user alone. */
type UserIdentities = {
  readonly user: number
  readonly name: string
  readonly identities: readonly (Pick<Identity, 'id' | 'type' | 'value'> & {
    readonly fixed: boolean
  })[]
}

/** More users than these are not offered to be kept one by one. */
const mostStaying = 10

/**
 * The confirmed users who are there, with what can be taken from them while they stay; none where
 * there are more than `mostStaying`. Personal data: never for a message.
 */
export async function identitiesToChoose(id: Id, hands: Hands): Promise<UserIdentities[]> {
  const { people } = (await load(id, hands)).looks
  if (!people?.decided) throw new Refusal('not-waiting')
  const { users } = await recall(id, people.decided.on, PeopleDecision, hands)
  const there = users.filter(({ active }) => active)
  if (there.length > mostStaying) return []
  const all: UserIdentities[] = []
  for (const { id: user, name } of there) {
    const identities = (await gather(hands.zendesk.identities.list(user))).map((one) => ({
      id: one.id,
      type: one.type,
      value: one.value,
      fixed: isFixed(one),
    }))
    all.push({ user, name, identities })
  }
  return all
}

/** Zendesk refuses to take a user's primary e-mail from him. */
const isFixed = ({ type, primary }: Pick<Identity, 'type' | 'primary'>): boolean =>
  type === 'email' && primary

/**
 * The single addresses and numbers that go while their user stays: as chosen now, or else as they were
 * chosen before, so that nobody is deleted for his staying not being repeated. Throws `Refusal` for
 * what is none of the confirmed users', for a primary e-mail, and under a legal hold.
 */
export async function singleIdentities(
  request: Request,
  { index, choices }: { readonly index: TraceIndex; readonly choices: Choices },
  hands: Hands,
): Promise<Single[]> {
  const before = await identitiesBefore(request, index, hands)
  if (!choices.identities) return before
  const chosen = new Map(choices.identities.map((one) => [one.identity, one]))
  if (chosen.size > 0 && index.held) throw new Refusal('action-impossible', 'legal-hold')
  const said = new Set(before.map(keyOf))
  const more = [...chosen.values()].filter((one) => !said.has(keyOf(one)))
  await refuseStrange(more, index, hands)
  return [...chosen.values()]
}

/** What was chosen by the latest decision, of those who are still the person. */
export async function identitiesBefore(
  request: Request,
  { users }: Pick<TraceIndex, 'users'>,
  hands: Hands,
): Promise<Single[]> {
  const on = await latestDecision(request, 'traces', hands)
  if (!on) return []
  const { identities = [] } = await recall(request.id, on, TraceDecision, hands)
  return identities.filter(({ user }) => users.includes(user))
}

const keyOf = ({ user, identity }: Single): string => `${user} ${identity}`

async function refuseStrange(
  chosen: readonly Single[],
  { users }: TraceIndex,
  { zendesk }: Hands,
): Promise<void> {
  const strangers = chosen.filter(({ user }) => !users.includes(user))
  if (strangers.length > 0) throw new Refusal('unknown-item', String(strangers.length))
  if (!chosen.every(({ code }) => Code.safeParse(code).success)) throw new Refusal('reason-missing')
  for (const user of new Set(chosen.map((one) => one.user))) {
    const his = new Map((await gather(zendesk.identities.list(user))).map((one) => [one.id, one]))
    for (const { identity } of chosen.filter((one) => one.user === user)) {
      const found = his.get(identity)
      if (!found) throw new Refusal('unknown-item', '1')
      if (isFixed(found)) throw new Refusal('action-impossible', 'primary-address')
    }
  }
}
