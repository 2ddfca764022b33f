import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Seeding, snapshotOf } from '../../sandbox/zendesk/account/store.ts'
import { putCast } from '../../sandbox/zendesk/sample/cast.ts'
import { putGroundwork } from '../../sandbox/zendesk/sample/groundwork.ts'

/** Writes an account of the shop's staff and of what else is put there, as the sandbox reads it. */
export function writeAccount(dir: string, fill: (store: Seeding, now: number) => void): void {
  const now = Date.now()
  const { lines } = snapshotOf((store) => {
    putGroundwork(store, now)
    putCast(store, now, 'staff')
    fill(store, now)
  })
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'account.jsonl'), lines.join(''))
}
