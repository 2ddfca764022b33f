import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Resting } from '../../src/flows/index.ts'
import type { Deeds } from './desk-deeds.ts'
import type { Asked, Told } from './desk-process.ts'

/** The desk said no, with a code of the words. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly detail: string
  constructor(code: string, detail: string) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }
type Done = Exclude<Resting, { on: 'time' }>

const script = fileURLToPath(new URL('desk-process.ts', import.meta.url))

/** The desk in a process of its own, so that it can be killed. */
export class DeskProcess {
  readonly #environment: NodeJS.ProcessEnv
  #child: ChildProcess | undefined
  #calls = 0
  readonly #answers = new Map<number, Waiting>()
  readonly #rests: { id: string; resting: Resting }[] = []
  #onRest: (() => void) | undefined

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment
  }

  /** Starts it; resolves when it is open. Rejects with what it printed when it refuses to. */
  async start(): Promise<void> {
    const child = fork(script, {
      env: this.#environment,
      execArgv: ['--import', 'tsx'],
      silent: true,
    })
    this.#child = child
    let printed = ''
    child.stderr?.on('data', (data: Buffer) => {
      printed += data.toString()
    })
    child.on('message', (told: Told) => this.#hear(told))
    const opened = new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve())
      child.once('exit', () => reject(new Error(printed)))
    })
    await opened
  }

  /** Does a deed at the desk. Throws `Refused` when the rules say no. */
  async deed<D extends keyof Deeds>(
    deed: D,
    ...[argument]: Parameters<Deeds[D]>
  ): Promise<Awaited<ReturnType<Deeds[D]>>> {
    this.#calls += 1
    const call = this.#calls
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#answers.set(call, { resolve, reject })
    })
    const asked: Asked = { call, deed, with: argument }
    this.#child?.send(asked)
    return (await answer) as Awaited<ReturnType<Deeds[D]>>
  }

  /** Where the request comes to rest next, other than on a date. */
  async rest(): Promise<Done> {
    for (;;) {
      const next = this.#rests.shift()
      if (next && next.resting.on !== 'time') return next.resting
      if (!next) {
        await new Promise<void>((resolve) => {
          this.#onRest = resolve
        })
      }
    }
  }

  /** `kill -9`: nothing is said, nothing is saved. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    this.#rests.length = 0
  }

  /** Lets it finish what it has in hand. */
  async close(): Promise<void> {
    const child = this.#child
    if (!child?.connected) return
    child.disconnect()
    if (child.exitCode === null) await once(child, 'exit')
  }

  #hear(told: Told): void {
    if (told.tells === 'open') return
    if (told.tells === 'rested') {
      this.#rests.push(told)
      this.#onRest?.()
      return
    }
    const waiting = this.#answers.get(told.call)
    this.#answers.delete(told.call)
    if (waiting) settle(waiting, told)
  }
}

function settle(waiting: Waiting, told: Exclude<Told, { tells: 'open' | 'rested' }>): void {
  if (told.tells === 'done') waiting.resolve(told.value)
  else if (told.tells === 'refused') waiting.reject(new Refused(told.code, told.detail))
  else waiting.reject(new Error(told.message))
}
