import { parseArgs } from 'node:util'
import {
  accountForgot,
  type Check,
  folderForgot,
  logVerifies,
  namesakeUntouched,
  nothingElseWritten,
  onceInEffect,
} from './checks.ts'
import { jsonTeller, type Narrator, storyTeller } from './narrator.ts'
import { setStage } from './stage.ts'
import { erasureStory } from './story.ts'

const write = (text: string): void => void process.stdout.write(text)

/** Tells the tour and checks it. Exit code 0 only if everything is proven. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  const tell = values.json ? jsonTeller(write, () => new Date().toISOString()) : storyTeller(write)
  const stage = await setStage()
  tell.says('stage', 'The tour', `takes place in ${stage.data}, on a local account of 600 tickets.`)
  const before = stage.account.state()
  const told = await erasureStory(stage, tell)
  const listed = await stage.desk.deed('list')
  const after = stage.account.state()
  await stage.desk.close()
  const checks = [
    accountForgot(after, told.kept),
    namesakeUntouched(before, after),
    onceInEffect(stage.account),
    nothingElseWritten(stage.account, told.planned),
    await folderForgot(stage.data),
    ...(await logVerifies(stage.data)),
  ]
  report(checks, tell)
  await stage.close()
  const sealed = listed.every((request) => request.sealed)
  const ok = sealed && checks.every((check) => check.ok)
  tell.end(ok, Object.fromEntries(listed.map((r) => [r.number, r.sealed ? 'sealed' : 'open'])))
  return ok ? 0 : 1
}

function report(checks: readonly Check[], tell: Narrator): void {
  tell.scene('7. Looked at from outside')
  for (const { name, ok, found } of checks) {
    tell.says('check', ok ? '✓' : '✗', `${name} (${found})`, { data: { check: name, ok } })
  }
}

process.exitCode = await main(process.argv.slice(2))
