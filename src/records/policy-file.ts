import { readFile } from 'node:fs/promises'
import { BadPolicy, type Policy, parsePolicy } from './policy.ts'

/** The policy as its file says now. Throws `BadPolicy`, also when there is no such file. */
export async function readPolicy(path: string): Promise<Policy> {
  return parsePolicy(await textOf(path))
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new BadPolicy([
      'file: it cannot be read. Set POLICY_FILE to it; `npm run policy -- --schema` prints what it holds',
    ])
  }
}
