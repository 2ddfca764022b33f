import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

/** Another process on a folder. */
export type Child = {
  /** Every line that it has said, also those of its last breath once it is killed. */
  readonly said: readonly string[]
  readonly kill: () => Promise<void>
}

/** Starts the writer on a folder and waits until it has opened it. */
export async function startWriter(dir: string, requests: number): Promise<Child> {
  const args = ['--import', 'tsx', writer, dir, String(requests)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  const lines = createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  const closed = once(lines, 'close')
  await Promise.race([once(lines, 'line'), closed])
  return { said, kill: async () => await kill(child, closed) }
}

async function kill(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await Promise.all([exited, closed])
}
