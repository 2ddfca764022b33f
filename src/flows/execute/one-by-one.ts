import type { Draft, Outcome } from '../../records/entry.ts'
import type { Id } from '../../records/primitives.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import type { Hands } from '../hands.ts'
import type { Around, Item, Kind, ReadBack } from '../operations/kind.ts'
import { type Reaction, reactionTo } from './reaction.ts'

/** The journal's word that a call is about to be made. */
export type Intent = Extract<Draft, { kind: 'intended' }>

/** A call whose intent is on disk. */
export type Sending = {
  readonly id: Id
  readonly intent: Intent
  readonly items: readonly Item[]
  readonly kind: Kind
  readonly around: Around
}

/** How one operation of a call has ended. */
export type Verdict = { readonly n: number } & Exclude<Reaction, 'unknown'>

/**
 * Sends the operations of one call one after the other, then looks once what has come of them: of a
 * redaction Zendesk's "yes" is no proof
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-string-in-comment).
 * After a "not now" the rest of them waits, too. `open` when an answer was lost: then everything is
 * read back later.
 */
export async function inTurn(sending: Sending, hands: Hands): Promise<readonly Verdict[] | 'open'> {
  const said = await askedFor(sending, hands)
  if (said === 'open') return said
  const asked = sending.items.filter(({ n }) => !said.some((verdict) => verdict.n === n))
  const read = await lookedAt(asked, sending)
  return read === 'open' ? read : [...said, ...read]
}

/** What was not taken: the others were. */
async function askedFor(
  { items, kind, around, intent }: Sending,
  hands: Hands,
): Promise<Verdict[] | 'open'> {
  const said: Verdict[] = []
  for (const [i, item] of items.entries()) {
    const rest = items.slice(i)
    if (i > 0 && hands.paused()) return [...said, ...alike(rest, untouched)]
    try {
      await kind.send([item], around)
    } catch (error) {
      const reaction = reactionTo(error, {
        ...kind,
        operations: 1,
        attempt: intent.attempt,
        listingLag: hands.timing.listingLag,
      })
      if (reaction === 'unknown') return 'open'
      if (reaction.outcome === 'not-applied') return [...said, ...alike(rest, reaction)]
      said.push({ n: item.n, ...reaction })
    }
  }
  return said
}

/** The desk was paused in between: it was no try. */
const untouched = { outcome: 'not-applied', code: 'paused' } as const

const alike = (items: readonly Item[], reaction: Exclude<Reaction, 'unknown'>): Verdict[] =>
  items.map(({ n }) => ({ n, ...reaction }))

async function lookedAt(
  items: readonly Item[],
  { kind, around, intent }: Sending,
): Promise<Verdict[] | 'open'> {
  if (items.length === 0) return []
  const read = await readBack(items, { kind, around })
  if (read === 'open') return read
  return items.map(({ n }) => {
    const stands = read.get(n) !== 'done'
    return { n, ...(stands ? stillThere(intent.attempt, kind.provedBy?.tries) : over) }
  })
}

const over = { outcome: 'done' } as const
const betweenTries = 2_000

/** So often asked for and never done: a human looks at it. */
const stillThere = (
  attempt: number,
  tries = 1,
): { outcome: Outcome; code: string; restMs?: number } => ({
  code: 'still-there',
  ...(attempt < tries
    ? { outcome: 'not-applied' as const, restMs: betweenTries }
    : { outcome: 'rejected' as const }),
})

/** What cannot be looked at now is looked at later: until then nobody knows. */
async function readBack(
  items: readonly Item[],
  { kind, around }: Pick<Sending, 'kind' | 'around'>,
): Promise<ReadonlyMap<number, ReadBack> | 'open'> {
  try {
    const read = await kind.readBack(items, around)
    return items.some(({ n }) => (read.get(n) ?? 'unknown') === 'unknown') ? 'open' : read
  } catch (error) {
    if (!(error instanceof ZendeskRefused)) throw error
    return 'open'
  }
}
