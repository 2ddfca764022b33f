import type { FileStoreOptions } from '../../../src/records/file-store.ts'
import { newId, now } from './entries.ts'

export const vaultKey = '5a'.repeat(32)
export const otherKey = 'c3'.repeat(32)

/** What stores under test are opened with. */
export const settings = (dir: string): FileStoreOptions => ({
  dir,
  vaultKey,
  desk: { workspace: 'T0DESK', account: 'example.zendesk.com' },
  now,
  newId,
  reserveBytes: 64 * 1024,
})
