import type { Draft, Entry } from '../records/entry.ts'
import { StoreConflict } from '../records/errors.ts'
import { fold } from '../records/fold.ts'
import type { Id } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import type { Hands } from './hands.ts'
import { Refusal } from './refusal.ts'
import type { Parts } from './vault.ts'

/** The request as its journal says now. Throws `Refusal` when there is none of this id. */
export async function load(id: Id, hands: Hands): Promise<Request> {
  const { entries } = await hands.store.load(id)
  const request = fold(id, entries)
  if (!request) throw new Refusal('unknown-request')
  return request
}

/** What is written besides the entries. `urgent`: an outcome, for which the reserve is given up. */
export type Beside = { readonly vault?: Parts; readonly urgent?: boolean }

/**
 * Writes entries that follow from what `request` said. Throws `StoreConflict` when the journal has
 * grown since by anything that matters: whoever decided on it must look again.
 */
export async function note(
  { id, version: seen }: Request,
  drafts: readonly Draft[],
  hands: Hands,
  beside: Beside = {},
): Promise<readonly Entry[]> {
  const entries = stamped(drafts, hands)
  for (let version = seen; ; ) {
    try {
      await hands.store.append(id, version, entries, beside)
      return entries
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error
      const now = await hands.store.load(id)
      const since = now.entries.slice(version)
      if (since.length === 0 || !since.every(({ kind }) => saysNothing.has(kind))) throw error
      version = now.version
    }
  }
}

/**
 * What may come at any time and changes nothing of what a request is: an hour's look for traces is
 * not made again because a stranger has pressed a button meanwhile.
 */
const saysNothing: ReadonlySet<Entry['kind']> = new Set(['viewed', 'turned-away', 'posted'])

/**
 * Writes what has happened and is true whatever was written meanwhile: the outcome of a call, a
 * refused click.
 */
export async function noteFact(
  id: Id,
  drafts: readonly Draft[],
  hands: Hands,
  beside: Beside = {},
): Promise<void> {
  const entries = stamped(drafts, hands)
  for (;;) {
    const { version } = await hands.store.load(id)
    try {
      await hands.store.append(id, version, entries, beside)
      return
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error
    }
  }
}

const stamped = (drafts: readonly Draft[], hands: Hands): Entry[] =>
  drafts.map((draft) => ({ ...draft, id: hands.newId(), at: hands.now() }))
