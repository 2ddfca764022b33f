import { join } from 'node:path'
import { z } from 'zod'
import type { Link } from './chain.ts'
import { DurableFile } from './durable-file.ts'
import type { KeyRing } from './keys.ts'
import { type Id, Sha } from './primitives.ts'

/**
 * How far the log's signatures were checked, under a code that takes the vault key to make. Bodies
 * up to there are bound by the chain, so a start recomputes the chain of everything (10 µs an entry)
 * and checks the signatures (100 µs) only after it. `verify` checks them all.
 */
export const Checkpoint = z.strictObject({
  v: z.literal(1),
  entries: z.int().nonnegative(),
  hash: Sha,
  mac: Sha,
})
export type Checkpoint = Readonly<z.infer<typeof Checkpoint>>

const fileIn = (dir: string) =>
  new DurableFile(join(dir, 'checkpoint.json'), (found) => Checkpoint.parse(found))

const textOf = (log: Id, entries: number, hash: Sha): string =>
  `rightsdesk.checkpoint.v1\n${log}:${entries}:${hash}`

/** What the folder says, `undefined` when it says nothing that can be read. Its code is not checked. */
export async function readCheckpoint(dir: string): Promise<Checkpoint | undefined> {
  return (
    (await fileIn(dir)
      .read()
      .catch(() => undefined)) ?? undefined
  )
}

/** Whether it was made with one of these vault keys. */
export const isOurs = (found: Checkpoint, log: Id, ring: KeyRing): boolean =>
  ring.macs(textOf(log, found.entries, found.hash)).includes(found.mac)

/** Says that everything up to this link was checked. */
export async function writeCheckpoint(
  dir: string,
  log: Id,
  { link, ring }: { link: Link; ring: KeyRing },
): Promise<void> {
  const [mac = ''] = ring.macs(textOf(log, link.seq, link.hash))
  await fileIn(dir).write({ v: 1, entries: link.seq, hash: link.hash, mac })
}
