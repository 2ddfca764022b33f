import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isUnset, readBotConfig } from './config.ts'
import { logTo } from './log.ts'
import { startService } from './service.ts'
import { startFailure } from './start-failure.ts'
import { wordsFor } from './words/index.ts'

/** What tries everything on this machine; not there where only the product is installed. */
const local = fileURLToPath(new URL('../sandbox/start.ts', import.meta.url))

/** Runs the bot until it is told to end; without any settings, the local workspace instead. */
async function main(args: readonly string[]): Promise<number> {
  if (isUnset(process.env) && existsSync(local)) return await tryLocally(args)
  const words = wordsFor(process.env['LANG'] ?? 'en')
  try {
    const log = logTo(
      (line) => void process.stdout.write(line),
      () => new Date().toISOString(),
    )
    const service = await startService(readBotConfig(process.env), log)
    log.note('ready', { port: service.port })
    if (!args.includes('--check')) await untilTold()
    await service.close()
    return 0
  } catch (error) {
    const why = startFailure(error, words)
    if (why === undefined) throw error
    process.stderr.write(`${why}\n`)
    return 1
  }
}

async function tryLocally(args: readonly string[]): Promise<number> {
  // The workspace is not bundled; the bot in it is this very file.
  const node = ['--import', import.meta.resolve('tsx'), local]
  const own = `--bot=${fileURLToPath(import.meta.url)}`
  const child = spawn(process.execPath, [...node, own, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

const untilTold = async (): Promise<void> =>
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })

process.exitCode = await main(process.argv.slice(2))
// Whoever started it with a channel would keep it alive otherwise.
if (process.connected) process.disconnect()
