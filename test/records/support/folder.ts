import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type FileStore,
  type FileStoreOptions,
  openFileStore,
} from '../../../src/records/file-store.ts'
import { settings } from './settings.ts'

/** A folder of this test alone; it goes when the test ends. */
export async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'rightsdesk-'))
  onTestFinished(async () => await rm(dir, { recursive: true, force: true }))
  return join(dir, 'data')
}

/** An open store that is closed when the test ends. */
export async function openStore(
  dir: string,
  more: Partial<FileStoreOptions> = {},
): Promise<FileStore> {
  const store = await openFileStore({ ...settings(dir), ...more })
  onTestFinished(async () => await store.close().catch(() => undefined))
  return store
}

/** Everything in a folder: path → bytes. */
export async function everything(dir: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const item of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name)
    if (item.isFile()) found.set(path, await readFile(path))
  }
  return found
}
