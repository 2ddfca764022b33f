import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { atOnce, type Pieces } from './breather.ts'
import { canonicalPieces } from './pieces.ts'
import { Sha } from './primitives.ts'

/** Where a value lies in the vault: `part#name`. */
const Ref = z
  .string()
  .max(200)
  .regex(/^[a-z0-9/-]+#[a-z0-9.-]+$/, 'not a vault reference')

/**
 * Stands for a personal value wherever the value itself must not stand: it binds the value without
 * holding it, and binds nothing any more once the vault with the salt is gone.
 */
export const Commit = z.strictObject({ ref: Ref, mac: Sha })
export type Commit = Readonly<z.infer<typeof Commit>>

/** What the vault keeps for one commitment. The value is JSON: nothing else can be committed to. */
export const Opening = z.strictObject({ salt: Sha, value: z.unknown() })
export type Opening = Readonly<z.infer<typeof Opening>>

/** What the vault keeps for the commitments of one part, by reference. */
export const Openings = z.record(Ref, Opening)
export type Openings = Readonly<z.infer<typeof Openings>>

/** HMAC-SHA-256 under a salt of its own: without the salt not even a ticket number can be guessed back. */
export const commitTo = (ref: string, opening: Opening): Commit => atOnce(committing(ref, opening))

/** The same in pieces, for values of any size. */
export function* committing(ref: string, { salt, value }: Opening): Pieces<Commit> {
  const hmac = createHmac('sha256', Buffer.from(salt, 'hex')).update(`${ref}\n`)
  for (const piece of canonicalPieces(value)) yield hmac.update(piece)
  return { ref, mac: hmac.digest('hex') }
}

/** A value whose opening is missing or is not what was committed to: the plan must not be carried out. */
export class BrokenCommitment extends Error {
  override readonly name = 'BrokenCommitment'
  constructor(ref: string) {
    super(`The vault's value for ${ref} is not the one that was committed to`)
  }
}

/** The value behind a commitment, or `BrokenCommitment` when the vault holds another one or none. */
export const openCommit = (commit: Commit, openings: Openings): unknown =>
  atOnce(checking(commit, openings))

/** The same in pieces, for values of any size. */
export function* checking(commit: Commit, openings: Openings): Pieces<unknown> {
  const kept = openings[commit.ref]
  if (!kept) throw new BrokenCommitment(commit.ref)
  const found = Buffer.from((yield* committing(commit.ref, kept)).mac)
  const given = Buffer.from(commit.mac)
  if (found.length !== given.length || !timingSafeEqual(found, given)) {
    throw new BrokenCommitment(commit.ref)
  }
  return kept.value
}
