import { flows, restorable, turnOf } from '../../flows/index.ts'
import type { Entry } from '../../records/entry.ts'
import { fold } from '../../records/fold.ts'
import type { Policy } from '../../records/policy.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { headwayOf } from '../../views/desk/headway.ts'
import type { Standing } from '../../views/desk/standing.ts'
import { askedIn, membersOf, needsOf } from './asked.ts'
import type { BoardHands, Snapshot } from './board-hands.ts'
import { isFinished } from './cards.ts'
import type { Looks } from './looks.ts'

type SnapshotHands = Pick<BoardHands, 'hands' | 'groupMembers' | 'trouble'>

/**
 * A request with everything that is drawn of it, as it stands now. `undefined` where nothing is to be
 * drawn (any more), or the policy names no channels.
 */
export async function snapshotOf(
  id: Id,
  looks: Looks,
  around: SnapshotHands,
): Promise<Snapshot | undefined> {
  const { hands } = around
  const policy = await hands.policy()
  const { entries } = await hands.store.load(id)
  const { channels } = policy
  if (!channels || isFinished({ entries })) return undefined
  const standing = await standingOf(id, { entries, policy, looks }, around)
  return standing && { entries, standing, policy, channels }
}

async function standingOf(
  id: Id,
  of: { entries: readonly Entry[]; policy: Policy; looks: Looks },
  around: SnapshotHands,
): Promise<Standing | undefined> {
  const { entries, policy, looks } = of
  const request = fold(id, entries)
  if (!request) return undefined
  const { hands } = around
  const turn = turnOf(request, flows)
  const asked = askedIn(request, turn, policy)
  const members = await inRoles(asked.roles, policy, around)
  const headway = headwayOf(request, entries) ?? looks.headway(id, turn)
  return {
    request,
    turn,
    asked: [...new Set([...asked.users, ...(members ?? [])])].filter(
      (user) => asked.users.includes(user) || !asked.except.includes(user),
    ),
    ...(members ? {} : { askedRoles: asked.roles }),
    needs: needsOf(request, policy),
    now: hands.now(),
    paused: hands.paused(),
    ...(headway && !request.closed ? { headway } : {}),
    ...optional('waits', looks.waits(id)),
    ...optional('restorable', await restorableNow(request, entries, around)),
  }
}

/** What Zendesk would not give back when it was asked is not asked for again. */
async function restorableNow(
  request: Request,
  entries: readonly Entry[],
  { hands, trouble }: SnapshotHands,
): Promise<number | undefined> {
  const last = entries.findLast(({ kind }) => kind === 'restored' || kind === 'settled')
  if (last?.kind !== 'settled' && !(last?.kind === 'restored' && last.code === 'asked'))
    return undefined
  try {
    return await restorable(request, hands)
  } catch (error) {
    trouble('restorable', error)
    return undefined
  }
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })

/** The members of roles; `undefined` while Slack does not tell: then the roles are named. */
async function inRoles(
  roles: readonly string[],
  policy: Policy,
  { groupMembers, trouble }: SnapshotHands,
): Promise<readonly string[] | undefined> {
  try {
    const all = await Promise.all(
      roles.map(async (role) => await membersOf(role, policy, groupMembers)),
    )
    return all.flat()
  } catch (error) {
    trouble('members', error)
    return undefined
  }
}
