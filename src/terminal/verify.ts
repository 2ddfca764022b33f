import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotOpen } from '../records/errors.ts'
import { type Verdict, verifyFolder } from '../records/verify.ts'

const usage =
  'Write: npm run -s verify -- <data folder> [--key <id of the signing key>] [--json]\n' +
  'Take the id from a post in the audit channel, not from the folder itself.\n'

/** Exit code 0: everything verifies. 1: a list of faults. 2: it could not be tried. */
async function main(args: readonly string[]): Promise<number> {
  const asked = read(args)
  if (!asked) {
    process.stderr.write(usage)
    return 2
  }
  try {
    const { folder, kid } = asked
    const verdict = await verifyFolder(resolve(folder), kid === undefined ? {} : { kid })
    process.stdout.write(asked.json ? `${JSON.stringify(verdict)}\n` : inWords(verdict))
    return verdict.ok ? 0 : 1
  } catch (error) {
    process.stderr.write(`${whyNot(error)}\n`)
    return 2
  }
}

function read(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, key: { type: 'string' } },
    })
    const [folder, ...rest] = positionals
    if (folder === undefined || rest.length > 0) return undefined
    return { folder, json: values.json, kid: values.key }
  } catch {
    return undefined
  }
}

function inWords({ ok, entries, head, kid, faults }: Verdict): string {
  if (ok) return `Verified: ${entries} entries, head ${head}, signed by ${kid}\n`
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  return `${faults.map(({ text }) => `${text}\n`).join('')}${count} in ${entries} entries\n`
}

const whyNot = (error: unknown): string =>
  error instanceof CannotOpen
    ? `${error.message}\n${usage}`
    : `The folder cannot be read: ${error instanceof Error ? error.message : String(error)}`

process.exitCode = await main(process.argv.slice(2))
