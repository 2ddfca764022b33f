import { ZodError, type z } from 'zod'
import { breather, inBreaths } from '../records/breather.ts'
import { BrokenBox } from '../records/cipher.ts'
import {
  BrokenCommitment,
  type Commit,
  checking,
  committing,
  type Opening,
  Openings,
} from '../records/commitment.ts'
import type { Id } from '../records/primitives.ts'
import type { Hands } from './hands.ts'

/** Vault parts to be written with an append, by name. */
export type Parts = ReadonlyMap<string, Openings>

/** Collects the values of one vault part and hands out the commitments that stand for them. */
export type Drawer = {
  /** The value must be JSON, and stay as it is until it is written. However big, it holds nobody up. */
  readonly put: (name: string, value: unknown) => Promise<Commit>
  readonly part: () => readonly [string, Openings]
}

/** A new vault part. Each value gets a salt of its own. */
export function drawer(part: string, hands: Pick<Hands, 'salt'>): Drawer {
  const openings: Record<string, Opening> = {}
  const breathe = breather()
  return {
    put: async (name, value) => {
      const ref = `${part}#${name}`
      const opening = { salt: hands.salt(), value }
      openings[ref] = opening
      await breathe()
      return await inBreaths(committing(ref, opening), breathe)
    },
    part: () => [part, openings],
  }
}

/** A vault part that holds one value, and its commitment. */
export async function whole(
  part: string,
  value: unknown,
  hands: Pick<Hands, 'salt'>,
): Promise<{ commit: Commit; part: readonly [string, Openings] }> {
  const box = drawer(part, hands)
  return { commit: await box.put('all', value), part: box.part() }
}

/** Collects vault parts of one value each. */
export type Shelf = {
  readonly keep: (part: string, value: unknown) => Promise<Commit>
  /** Keeps each as `<part>-1`, `<part>-2` and so on. */
  readonly keepEach: (part: string, values: readonly unknown[]) => Promise<Commit[]>
  /** All that was kept. */
  readonly parts: Parts
}

/** Vault parts that are written together. */
export function shelf(hands: Pick<Hands, 'salt'>): Shelf {
  const parts = new Map<string, Openings>()
  const breathe = breather()
  const keep = async (name: string, value: unknown): Promise<Commit> => {
    await breathe()
    const { commit, part } = await whole(name, value, hands)
    parts.set(...part)
    return commit
  }
  const keepEach = async (name: string, values: readonly unknown[]): Promise<Commit[]> => {
    const commits: Commit[] = []
    for (const [i, value] of values.entries()) commits.push(await keep(`${name}-${i + 1}`, value))
    return commits
  }
  return { keep, keepEach, parts }
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
  const openings = await openingsOf(id, part, hands)
  const breathe = breather()
  const value = await inBreaths(checking(commit, openings), breathe)
  await breathe()
  return schema.parse(value)
}
