import type { Entry } from '../records/entry.ts'
import { StoreConflict } from '../records/errors.ts'
import { type Code, Id, type Member } from '../records/primitives.ts'
import type { Owner } from '../records/store.ts'
import { type Hands, later } from './hands.ts'

/** A click that was answered with a no: who tried what, and why it was not done. */
export type TurnedAway = {
  /** The request's id, or `desk` where it was about no request. */
  readonly owner: Owner
  readonly by: Member
  readonly deed: Code
  readonly code: Code
}

const hour = 3_600_000
const mostAnHour = 20

/**
 * Journals a click that the door refused: a stranger's, a guest's, a repeated one, one with a foreign
 * token. About a request that is not there it stands in the desk's own journal.
 */
export async function turnAway(away: TurnedAway, hands: Hands): Promise<void> {
  const known = Id.safeParse(away.owner).success
  const { version } = known ? await hands.store.load(away.owner) : { version: 0 }
  await noteTurnedAway({ ...away, owner: version > 0 ? away.owner : 'desk' }, hands)
}

/**
 * Writes that somebody was turned away. Who is told the same no for the twentieth time within an hour
 * is not written down again until it is over: a stranger's finger on a button must not fill our disk.
 */
export async function noteTurnedAway(
  { owner, by, deed, code }: TurnedAway,
  { store, now, newId }: Pick<Hands, 'store' | 'now' | 'newId'>,
): Promise<void> {
  for (;;) {
    const { version, entries } = await store.load(owner)
    const entry = { id: newId(), at: now(), by, kind: 'turned-away', deed, code } as const
    if (isTold(entries, entry)) return
    try {
      await store.append(owner, version, [entry])
      return
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error
    }
  }
}

type Away = Extract<Entry, { kind: 'turned-away' }>

/** Whether the journal says the same as often as it will within an hour. */
function isTold(entries: readonly Entry[], entry: Away): boolean {
  const since = later(entry.at, -hour)
  let times = 0
  for (let i = entries.length - 1; i >= 0 && times < mostAnHour; i -= 1) {
    const before = entries[i]
    if (!before || before.at <= since) break
    if (before.kind === 'turned-away' && isSame(before, entry)) times += 1
  }
  return times === mostAnHour
}

const isSame = (a: Away, b: Away): boolean =>
  a.deed === b.deed && a.code === b.code && JSON.stringify(a.by) === JSON.stringify(b.by)
