import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { filesBelow } from './disk.ts'
import type { Fault } from './faults.ts'

/** A request that is sealed, and by which entry. */
export type SealedRequest = {
  readonly id: string
  readonly request: string | undefined
  readonly seq: number
}

/** What should have been forgotten and is still there. */
export async function leftovers(
  dir: string,
  sealed: readonly SealedRequest[],
  live: boolean,
): Promise<Fault[]> {
  let faults = await left(dir, sealed)
  // The desk writes that it has sealed a request a moment before the last of its files is gone.
  for (let looks = live ? patience : 0; looks > 0 && faults.length > 0; looks -= 1) {
    await rest(25)
    const doubtful = new Set(faults.map(({ seq }) => seq))
    faults = await left(
      dir,
      sealed.filter(({ seq }) => doubtful.has(seq)),
    )
  }
  return faults
}

const patience = 20

async function left(dir: string, sealed: readonly SealedRequest[]): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { id, request, seq } of sealed) {
    for (const file of [`requests/${id}`, `keys/${id}`]) {
      if ((await filesBelow(join(dir, file))).length === 0) continue
      const text = `${file}: ${request} was sealed by entry ${seq}, and this is still there`
      faults.push({ file, seq, kind: 'sealed', ...(request && { request }), text })
    }
  }
  return faults
}
