import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const script = fileURLToPath(new URL('../../src/bot.ts', import.meta.url))
const run = promisify(execFile)
const patience = 20_000

/** The bot did not come up. What it printed says why. */
class BotFailed extends Error {
  override readonly name = 'BotFailed'
}

/** The bot in a process of its own, run as its operator would, so that it can be killed. */
export class BotProcess {
  readonly #settings: NodeJS.ProcessEnv
  #child: ChildProcess | undefined
  #printed = ''

  constructor(settings: NodeJS.ProcessEnv) {
    this.#settings = settings
  }

  /** Memory that it holds now, in megabytes; 0 when it does not run. */
  async memory(): Promise<number> {
    const { pid } = this.#child ?? {}
    if (pid === undefined) return 0
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
    return Math.round(Number(stdout) / 1024)
  }

  /** Everything that it has printed, in all its lives. */
  get printed(): string {
    return this.#printed
  }

  /** Starts it; resolves with its address once it answers there. Throws `BotFailed`. */
  async start(): Promise<string> {
    const from = this.#printed.length
    const child = fork(script, {
      env: this.#settings,
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#printed += data.toString()
      })
    }
    const url = await this.#listening(child, from)
    const { ok } = await fetch(`${url}/health`)
    if (!ok) throw new BotFailed('The bot is not well.')
    return url
  }

  /** `kill -9`: nothing is said, nothing is saved. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Lets it finish what it has in hand. */
  async close(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  /** It says itself where it listens. */
  async #listening(child: ChildProcess, from: number): Promise<string> {
    const ended = new AbortController()
    child.once('exit', () => ended.abort())
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(patience)])
    for (;;) {
      const port = /"code":"ready","port":(\d+)/.exec(this.#printed.slice(from))?.[1]
      if (port !== undefined) return `http://127.0.0.1:${port}`
      if (signal.aborted) throw new BotFailed(this.#printed.slice(from) || 'It said nothing.')
      if (child.stdout) await once(child.stdout, 'data', { signal }).catch(() => undefined)
    }
  }
}
