import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A part of the local workspace in a process of its own. */
export type Part = {
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Where it answers once it is ready. */
  readonly health: string
}

/** A part did not come up. What it printed says why. */
export class PartFailed extends Error {
  override readonly name = 'PartFailed'
  constructor(part: string, printed: string) {
    super(`The ${part} did not start:\n${printed.trim() || 'it said nothing'}`)
  }
}

const most = 5
const within = 60_000

/**
 * A part that is kept running: whoever kills it sees it come back. It ends with this process,
 * however that ends.
 */
export class Kept {
  readonly #part: Part
  readonly #say: (line: string) => void
  #child: ChildProcess | undefined
  #isEnding = false
  readonly #restarts: number[] = []

  constructor(part: Part, say: (line: string) => void) {
    this.#part = part
    this.#say = say
  }

  /** Starts it; resolves when it answers. Throws `PartFailed`. */
  async start(): Promise<void> {
    const child = fork(this.#part.script, this.#part.args ?? [], {
      env: this.#part.env,
      // What is bundled needs nothing of what this process runs with.
      execArgv: this.#part.script.endsWith('.ts') ? process.execArgv : [],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    this.#child = child
    let printed = ''
    let isUp = false
    child.stderr?.on('data', (data: Buffer) => {
      if (isUp) process.stderr.write(data)
      else printed += data.toString()
    })
    let hasEnded = false
    child.once('exit', () => {
      hasEnded = true
    })
    while (!(await isAnswering(this.#part.health))) {
      if (hasEnded) throw new PartFailed(this.#part.name, printed)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    isUp = true
    process.stderr.write(printed)
    child.once('exit', (code, signal) => void this.#restart(signal ?? `code ${code}`))
  }

  /** Lets it finish what it has in hand. */
  async end(): Promise<void> {
    this.#isEnding = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async #restart(why: string): Promise<void> {
    if (this.#isEnding) return
    const now = Date.now()
    this.#restarts.push(now)
    if (this.#restarts.filter((at) => at > now - within).length > most) {
      this.#say(`The ${this.#part.name} keeps ending (${why}). Start everything again.`)
      return
    }
    this.#say(`The ${this.#part.name} ended (${why}); it is being started again.`)
    try {
      await this.start()
      this.#say(`The ${this.#part.name} is back.`)
    } catch (error) {
      this.#say(error instanceof Error ? error.message : 'It did not start.')
    }
  }
}

async function isAnswering(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok
  } catch {
    return false
  }
}
