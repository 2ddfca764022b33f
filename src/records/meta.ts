import { chmod, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeDirectory, namesIn } from './disk.ts'
import { DurableFile } from './durable-file.ts'
import { CannotOpen } from './errors.ts'
import { Id } from './primitives.ts'

/** What a data folder says of itself. */
export const Meta = z.strictObject({
  v: z.literal(1),
  log: Id,
  /** Id of the key that signs the log. */
  kid: z.string().regex(/^[0-9a-f]{16}$/),
  workspace: z.string(),
  account: z.string(),
})
export type Meta = Readonly<z.infer<typeof Meta>>

/** Whose requests a data folder holds. */
export type Desk = { readonly workspace: string; readonly account: string }

/** The folder's `meta.json`, `undefined` when the folder is new. */
export async function readMeta(dir: string): Promise<Meta | undefined> {
  try {
    return (await metaFile(dir).read()) ?? undefined
  } catch {
    throw new CannotOpen('format', `${dir}/meta.json is not one of this version: restore it`)
  }
}

/** Says what this folder is, for good. */
export const writeMeta = async (dir: string, meta: Meta): Promise<void> =>
  await metaFile(dir).write(meta)

const metaFile = (dir: string) =>
  new DurableFile(join(dir, 'meta.json'), (found) => Meta.parse(found))

/** Refuses a folder that holds the requests of another workspace or account. */
export function checkDesk(dir: string, meta: Meta, desk: Desk): void {
  if (meta.workspace === desk.workspace && meta.account === desk.account) return
  throw new CannotOpen(
    'other-desk',
    `${dir} belongs to Slack workspace ${meta.workspace} and Zendesk account ${meta.account}, ` +
      `not to ${desk.workspace} and ${desk.account}. Use another folder (DATA_DIR), or the settings of that desk`,
  )
}

/**
 * Makes the folder for our own eyes only. One that others can read is refused, unless nothing is in
 * it yet: then it is closed to them.
 */
export async function claimFolder(dir: string): Promise<void> {
  await makeDirectory(dir)
  if (((await stat(dir)).mode & 0o077) === 0) return
  const isEmpty = (await namesIn(dir)).every((name) => name.startsWith('.'))
  if (!isEmpty) {
    throw new CannotOpen(
      'permissions',
      `${dir} can be read by others: find out who did, then close it with: chmod 700 ${dir}`,
    )
  }
  await chmod(dir, 0o700)
}
