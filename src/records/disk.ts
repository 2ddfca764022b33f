import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DiskFailed, DiskFull } from './errors.ts'

/** Whether a system call failed with one of these codes. */
export const failedWith = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** No space, or no space for this user. */
export const isDiskFull = (error: unknown): boolean => failedWith(error, 'ENOSPC', 'EDQUOT')

/** A name that was made or removed survives a power cut only after its directory was synced. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } catch (cause) {
    throw new DiskFailed(path, { cause })
  } finally {
    await directory.close()
  }
}

/** Makes a directory and those above it, for our own eyes only, durably. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made))
    await syncDirectory(dirname(made))
}

/** Removes a file or a whole directory, durably. What is not there is removed already. */
export async function removeDurably(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
  await syncDirectory(dirname(path)).catch(unlessMissing)
}

/** The names in a directory in order; none when there is no such directory. */
export async function namesIn(path: string): Promise<readonly string[]> {
  const names = await readdir(path).catch(unlessMissing)
  return names?.toSorted() ?? []
}

/** Every file below a directory, with its path. */
export async function filesBelow(path: string): Promise<readonly string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(unlessMissing)
  return (found ?? [])
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
}

/** For `catch`: a missing file or directory is `undefined`, anything else goes on. */
export function unlessMissing(error: unknown): undefined {
  if (!failedWith(error, 'ENOENT')) throw error
}

/** For `catch`: what a full disk may do without is `undefined`, anything else goes on. */
export function unlessFull(error: unknown): undefined {
  if (!(error instanceof DiskFull)) throw error
}
