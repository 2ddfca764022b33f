import { hashOf } from '../../records/canonical.ts'
import type { Outcome } from '../../records/entry.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import { kinds } from '../operations/index.ts'
import type { Around, Item, Kind, Look } from '../operations/kind.ts'
import type { StoredPlan } from '../plan/stored.ts'
import { heldByPerson } from './hold-on-person.ts'

/** All operations of one call are of one kind: the first one's. */
export function kindOf(items: readonly Item[]): Kind {
  const [first] = items
  if (!first) throw new TypeError('a call carries at least one operation')
  return kinds[first.operation.kind]
}

/** What the last look before a call has brought. */
export type Judged = {
  readonly go: readonly Item[]
  readonly ended: readonly [number, Outcome][]
  readonly held: boolean
}

/**
 * Looks at a call's targets just before it is made. `decidedOn`: a human has let the request go on
 * in spite of a hold.
 */
export async function lastLook(
  items: readonly Item[],
  stored: StoredPlan,
  { around, decidedOn }: { around: Around; decidedOn: boolean },
): Promise<Judged> {
  const looks = await lookAt(items, kindOf(items), around)
  const isPersonHeld = await heldByPerson(items, stored, around)
  return judge(items, looks, { isPersonHeld, decidedOn })
}

/**
 * What is gone is done already; what changed since the decision stays out; the rest goes. A hold
 * halts everything. Where a human has let the request go on in spite of it, what is held stays out
 * and goes back to the lead.
 */
function judge(
  items: readonly Item[],
  looks: ReadonlyMap<number, Look>,
  hold: { isPersonHeld: (item: Item) => boolean; decidedOn: boolean },
): Judged {
  const go: Item[] = []
  const ended: [number, Outcome][] = []
  let held = false
  for (const item of items) {
    const verdict = verdictOn(item, looks.get(item.n), hold.isPersonHeld(item))
    if (verdict === 'go') go.push(item)
    else if (verdict !== 'held') ended.push([item.n, verdict])
    else if (hold.decidedOn) ended.push([item.n, 'drifted'])
    else held = true
  }
  return { go, ended, held }
}

/** What our credentials may no longer see is not what was decided on; the rest is looked at alone. */
async function lookAt(
  items: readonly Item[],
  kind: Kind,
  around: Around,
): Promise<ReadonlyMap<number, Look>> {
  try {
    return await kind.look(items, around)
  } catch (error) {
    if (!(error instanceof ZendeskRefused)) throw error
    const [only, ...more] = items
    if (only && more.length === 0) return new Map([[only.n, unreadable]])
    const alone = await Promise.all(items.map(async (item) => await lookAt([item], kind, around)))
    return new Map(alone.flatMap((looks) => [...looks]))
  }
}

const unreadable: Look = { state: 'there', basis: hashOf('unreadable'), held: false }

function verdictOn(
  { operation }: Item,
  look: Look | undefined,
  personHeld: boolean,
): 'already' | 'drifted' | 'held' | 'go' {
  if (look?.state === 'gone') return 'already'
  if (look?.basis !== operation.basis) return 'drifted'
  return look.held || personHeld ? 'held' : 'go'
}
