import type { KeyObject } from 'node:crypto'
import { type Found, isGenuine } from './anchors.ts'
import { breather } from './breather.ts'
import type { Fault } from './faults.ts'
import type { Meta } from './meta.ts'
import type { Sha } from './primitives.ts'

/** A log as it was read: the hash of each entry by its number. */
export type Log = {
  readonly meta: Meta
  readonly key: KeyObject | undefined
  readonly hashes: ReadonlyMap<number, Sha>
}

/** What is wrong with anchors of this log. `file` is where they come from. */
export async function anchorFaults(
  anchors: readonly Found[],
  log: Log,
  file: string,
): Promise<Fault[]> {
  const breathe = breather()
  const faults: Fault[] = []
  for (const anchor of anchors) {
    const text = faultOf(anchor, log)
    if (text) faults.push({ file, seq: anchor.size, text: `${nameOf(anchor, file)}: ${text}` })
    await breathe()
  }
  return faults
}

function faultOf(anchor: Found, { meta, key, hashes }: Log): string | undefined {
  const { kid, size, head } = anchor
  if (kid !== meta.kid) return `it is signed with ${kid}, and the log with ${meta.kid}`
  if (!key || !isGenuine(anchor, key)) return 'its signature is wrong: the desk never posted it so'
  const found = hashes.get(size)
  if (found === head) return undefined
  return found
    ? `entry ${size} is another now: the log was written anew`
    : `entry ${size} is missing: the log was cut, or an old copy put in its place`
}

/** `anchor 1763888400.000100 in C0AUDIT`, as far as it is known where it stands. */
function nameOf({ ts, channel, size }: Found, file: string): string {
  const name = ts === undefined ? `of ${size} entries` : ts
  return `${file}: anchor ${name}${channel === undefined ? '' : ` in ${channel}`}`
}
