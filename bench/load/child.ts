import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of its own that is measured, or that what is measured talks to. */
export type Child = {
  readonly process: ChildProcess
  /** Where it listens. */
  readonly port: number
  readonly end: () => Promise<void>
}

/** Starts a script that tells its port once it listens: by a message, or by a line of the log. */
export async function startChild(
  script: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    // Nothing of the settings that this shell may have.
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (told) => resolve(portIn(told)))
    child.stdout?.on('data', (data: Buffer) => {
      const ready = /"code":"ready","port":(\d+)/.exec(data.toString())
      if (ready) resolve(Number(ready[1]))
    })
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
  const end = async (): Promise<void> => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { process: child, port, end }
}

const portIn = (told: unknown): number =>
  typeof told === 'object' && told !== null && 'port' in told ? Number(told.port) : Number.NaN
