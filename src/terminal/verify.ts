import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Exported, readAnchors } from '../records/anchor-export.ts'
import { CannotOpen } from '../records/errors.ts'
import { type Verdict, verifyFolder } from '../records/verify.ts'

const usage =
  'Write: npm run -s verify -- <data folder> [--key <id of the signing key>] [--anchors <export>] [--json]\n' +
  'Take the id from a post in the audit channel, not from the folder itself. An export of that channel is\n' +
  'a file of its messages, a folder of such files as Slack exports them, or a text with one post a line.\n'

type Asked = {
  readonly folder: string
  readonly json: boolean
  readonly kid: string | undefined
  readonly export: string | undefined
}

/** Exit code 0: everything verifies. 1: a list of faults. 2: it could not be tried. */
async function main(args: readonly string[]): Promise<number> {
  const asked = read(args)
  if (!asked) return refused(usage)
  try {
    return await verify(asked)
  } catch (error) {
    return refused(`${whyNot(error)}\n`)
  }
}

function refused(why: string): number {
  process.stderr.write(why)
  return 2
}

async function verify(asked: Asked): Promise<number> {
  const exported = asked.export === undefined ? undefined : await exportAt(asked.export)
  const verdict = await judged(asked, exported)
  if (exported && verdict.anchors.checked + exported.faults.length === 0) {
    return refused(nothingIn(asked.export ?? '', verdict))
  }
  process.stdout.write(asked.json ? `${JSON.stringify(verdict)}\n` : inWords(verdict))
  return verdict.ok ? 0 : 1
}

async function judged({ folder, kid }: Asked, exported?: Exported): Promise<Verdict> {
  const anchors = exported?.anchors ?? []
  const verdict = await verifyFolder(resolve(folder), {
    ...(kid === undefined ? {} : { kid }),
    anchors,
  })
  const faults = [...verdict.faults, ...(exported?.faults ?? [])]
  return { ...verdict, ok: faults.length === 0, faults }
}

function read(args: readonly string[]): Asked | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        key: { type: 'string' },
        anchors: { type: 'string' },
      },
    })
    const [folder, ...rest] = positionals
    if (folder === undefined || rest.length > 0) return undefined
    return { folder, json: values.json, kid: values.key, export: values.anchors }
  } catch {
    return undefined
  }
}

async function exportAt(path: string): Promise<Exported> {
  try {
    return await readAnchors(resolve(path))
  } catch (error) {
    throw new Unreadable(`The export cannot be read: ${messageOf(error)}`)
  }
}

class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

function inWords({ ok, entries, head, kid, anchors, faults }: Verdict): string {
  const told = toldOf(anchors)
  if (ok) return `Verified: ${entries} entries, head ${head}, signed by ${kid}\n${told}`
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  return `${faults.map(({ text }) => `${text}\n`).join('')}${count} in ${entries} entries\n${told}`
}

function toldOf({ checked, others }: Verdict['anchors']): string {
  const held = checked > 0 ? `Held against ${times(checked)} of this log\n` : ''
  return others > 0 ? `${held}Passed over: ${times(others)} of other logs\n` : held
}

const times = (anchors: number): string => (anchors === 1 ? '1 anchor' : `${anchors} anchors`)

const nothingIn = (path: string, { log, anchors: { others } }: Verdict): string =>
  `There is no anchor of this log (${log}) in ${path}` +
  `${others > 0 ? `, but ${times(others)} of other logs` : ''}: nothing was held against it. ` +
  'Export the audit channel, from before the last approval to now.\n'

function whyNot(error: unknown): string {
  if (error instanceof CannotOpen) return `${error.message}\n${usage}`
  if (error instanceof Unreadable) return error.message
  return `The folder cannot be read: ${messageOf(error)}`
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

process.exitCode = await main(process.argv.slice(2))
