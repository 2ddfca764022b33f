import { type BigIntStats, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { BadPolicy, type Policy, parsePolicy } from './policy.ts'

let last: { readonly path: string; readonly state: string; readonly policy: Policy } | undefined

/** A file changed again within this time, in ms, may look as it did before. */
const tick = 1_000

/**
 * The policy as its file says now. It is read again when the file is another one or has changed: a
 * click asks several times, and reading takes longer than everything else that its answer waits for.
 * Without a clock (milliseconds since the epoch) it is read each time. Throws `BadPolicy`, also when
 * there is no such file.
 */
export async function readPolicy(path: string, now?: () => number): Promise<Policy> {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  const known = now && stats ? knownAs(path, stats) : undefined
  if (known) return known
  const policy = parsePolicy(await textOf(path))
  if (now && stats && isSettled(stats, now())) last = { path, state: stateOf(stats), policy }
  return policy
}

const knownAs = (path: string, stats: BigIntStats): Policy | undefined =>
  last?.path === path && last.state === stateOf(stats) ? last.policy : undefined

const stateOf = ({ dev, ino, size, ctimeNs }: BigIntStats): string =>
  [dev, ino, size, ctimeNs].join(' ')

const isSettled = ({ ctimeMs }: BigIntStats, now: number): boolean =>
  Math.abs(now - Number(ctimeMs)) > tick

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new BadPolicy([
      'file: it cannot be read. Set POLICY_FILE to it; `npm run policy -- --schema` prints what it holds',
    ])
  }
}
