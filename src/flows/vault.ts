import { ZodError, type z } from 'zod'
import { BrokenBox } from '../records/cipher.ts'
import {
  BrokenCommitment,
  type Commit,
  commitTo,
  type Opening,
  Openings,
  openCommit,
} from '../records/commitment.ts'
import type { Id } from '../records/primitives.ts'
import type { Hands } from './hands.ts'

/** Vault parts to be written with an append, by name. */
export type Parts = ReadonlyMap<string, Openings>

/** Collects the values of one vault part and hands out the commitments that stand for them. */
export type Drawer = {
  readonly put: (name: string, value: unknown) => Commit
  readonly part: () => readonly [string, Openings]
}

/** A new vault part. Each value gets a salt of its own. */
export function drawer(part: string, hands: Pick<Hands, 'salt'>): Drawer {
  const openings: Record<string, Opening> = {}
  return {
    put: (name, value) => {
      const ref = `${part}#${name}`
      // What is committed to is what a reader gets back: JSON, without `undefined`.
      const opening = { salt: hands.salt(), value: JSON.parse(JSON.stringify(value)) }
      openings[ref] = opening
      return commitTo(ref, opening)
    },
    part: () => [part, openings],
  }
}

/** A vault part that holds one value, and its commitment. */
export function whole(
  part: string,
  value: unknown,
  hands: Pick<Hands, 'salt'>,
): { commit: Commit; part: readonly [string, Openings] } {
  const box = drawer(part, hands)
  return { commit: box.put('all', value), part: box.part() }
}

/**
 * All openings of a part. Throws `Sealed` after the seal, and `BrokenCommitment` when its file is
 * damaged or another's.
 */
export async function openingsOf(id: Id, part: string, hands: Hands): Promise<Openings> {
  try {
    const stored = await hands.store.read(id, part)
    return stored === undefined ? {} : Openings.parse(stored)
  } catch (error) {
    if (damages.some((Damage) => error instanceof Damage)) throw new BrokenCommitment(part)
    throw error
  }
}

const damages = [BrokenBox, SyntaxError, ZodError]

/**
 * The value that a commitment stands for, checked against it and against its schema. Throws
 * `BrokenCommitment` when the vault holds something else.
 */
export async function recall<T>(
  id: Id,
  commit: Commit,
  schema: z.ZodType<T>,
  hands: Hands,
): Promise<T> {
  const [part] = commit.ref.split('#')
  if (!part) throw new BrokenCommitment(commit.ref)
  return schema.parse(openCommit(commit, await openingsOf(id, part, hands)))
}
