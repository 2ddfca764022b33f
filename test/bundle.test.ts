import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { policy } from '../sandbox/local/policy.ts'
import { botSettings } from '../sandbox/local/settings.ts'
import { startSlack } from '../sandbox/slack/server.ts'
import { startZendesk } from '../sandbox/zendesk/server.ts'
import { handsOn } from './support/workplace.ts'

const run = promisify(execFile)
const cwd = fileURLToPath(new URL('../', import.meta.url))

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bundle-'))
})
afterAll(async () => await rm(dir, { recursive: true, force: true }))

/** Makes a bundle as `npm start` does, elsewhere. */
async function built(name: string, entry = 'src/bot.ts'): Promise<string> {
  const file = join(dir, name, 'bot.mjs')
  const { scripts } = JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8'))
  const command = scripts.build.replace('src/bot.ts', entry).replace('dist/bot.mjs', file)
  const path = `${join(cwd, 'node_modules/.bin')}:${process.env['PATH']}`
  await run('sh', ['-c', command], { cwd, env: { ...process.env, PATH: path } })
  return file
}

/** Plain Node, with nothing of this shell's settings. */
function started(file: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, [file], { env: { PATH: process.env['PATH'], ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function all(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = ''
  for await (const data of stream ?? []) text += data.toString()
  return text
}

test('the bot in one file answers in Slack, ends when told, and refuses half a set of settings', async () => {
  const file = await built('bot')
  const account = await startZendesk({ dir: join(dir, 'zendesk'), account: { size: 'staff' } })
  onTestFinished(async () => await account.close())
  const slack = await startSlack({ dir: join(dir, 'slack') })
  onTestFinished(async () => await slack.close())
  const policyFile = join(dir, 'policy.json')
  await writeFile(policyFile, JSON.stringify(policy))
  const data = join(dir, 'data')
  await mkdir(data)
  const place = { slack: slack.apiUrl, zendesk: account.url, data, policyFile, port: 0 }
  const bot = started(file, botSettings({ ...place, vaultKey: '5a'.repeat(32) }))
  const [line] = (await once(bot.stdout ?? bot, 'data')) as [Buffer]
  const { port } = JSON.parse(line.toString()) as { port: number }
  slack.pointAt(`http://127.0.0.1:${port}/slack/events`)

  const typed = { channel: 'C0REQUESTS', text: '/rights help' }
  expect((await handsOn(slack).as('U0WEBER', 'command', typed)).ephemerals[0]?.text).toContain(
    '/rights-erase',
  )

  bot.kill('SIGTERM')
  expect(await once(bot, 'exit')).toEqual([0, null])

  const half = started(file, { SLACK_BOT_TOKEN: 'xoxb-1' })
  const [said, [code]] = await Promise.all([all(half.stderr), once(half, 'exit')])
  expect(said).toContain('ZENDESK_URL')
  expect(code).toBe(1)
})

test('what the bundle logs of an error names the file that was written, and not what was said', async () => {
  const probe = join(dir, 'probe.ts')
  const source = (path: string): string => JSON.stringify(join(cwd, path))
  await writeFile(
    probe,
    `import { logTo } from ${source('src/log.ts')}
     import { parsePolicy } from ${source('src/records/policy.ts')}
     const log = logTo((line) => void process.stdout.write(line), () => '')
     try { parsePolicy('{"version": "Camille"}') } catch (error) { log.trouble('probe', error) }`,
  )
  const file = await built('probe', probe)

  const logged = await all(started(file).stdout)

  expect(logged).toMatch(/parsePolicy \(src\/records\/policy\.ts:\d+:\d+\)/)
  expect(logged).not.toContain('Camille')
  expect(logged).not.toContain(join(cwd, 'src'))
})
