import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ModalView } from '@slack/types'
import { onTestFinished } from 'vitest'
import type { Json } from '../../sandbox/slack/blocks/walk.ts'
import type { Fault } from '../../sandbox/slack/faults.ts'
import type { Options } from '../../sandbox/slack/options.ts'
import { slackClients } from '../../src/slack/clients.ts'
import { Outbox, type OutboxHands } from '../../src/slack/outbox.ts'
import { rig } from '../slack/rig.ts'

type Wait = { readonly due: number; readonly wake: () => void }

const yes = (): boolean => true
const no = (): boolean => false

/** A clock that a test moves; the workspace goes by the same one. */
export function handClock(time: { now: number }) {
  const waits = new Set<Wait>()
  const watchers: (() => void)[] = []
  const rest = async (ms: number, ending?: AbortSignal): Promise<void> => {
    if (ending?.aborted) return
    await new Promise<void>((resolve) => {
      const wait = { due: time.now + ms, wake: resolve }
      waits.add(wait)
      ending?.addEventListener('abort', () => {
        waits.delete(wait)
        resolve()
      })
      for (const watcher of watchers.splice(0)) watcher()
    })
  }
  const pass = (ms: number): void => {
    time.now += ms
    for (const wait of waits)
      if (wait.due <= time.now) {
        waits.delete(wait)
        wait.wake()
      }
  }
  /** Resolves when somebody waits. */
  const waiting = async (): Promise<void> => {
    if (waits.size > 0) return
    await new Promise<void>((resolve) => watchers.push(resolve))
  }
  /** Lets time pass until this is over. */
  const until = async <T>(work: Promise<T>): Promise<T> => {
    for (;;) {
      const isOver = await Promise.race([work.then(yes, yes), waiting().then(no)])
      if (isOver) break
      const next = Math.min(...[...waits].map(({ due }) => due))
      if (waits.size > 0) pass(Math.max(0, next - time.now))
    }
    return await work
  }
  return { now: () => time.now, rest, pass, waiting, until }
}

/** An entry of the workspace's log, as far as tests look at it. */
type Call = { method: string; args: Json; status: number | null; ok: boolean; fault?: string }

/** A workspace, both clients, an outbox, and a clock for all of them. */
export async function outgoing(options: Partial<Options> = {}) {
  const set = await rig(options)
  const { slack, clock: time } = set
  const clock = handClock(time)
  const clients = slackClients({ token: slack.botToken, apiUrl: slack.apiUrl })
  const started = (more: Partial<OutboxHands> = {}): Outbox => {
    const outbox = new Outbox({ client: clients.patient, bot: 'U0RIGHTS', ...clock, ...more })
    onTestFinished(async () => await outbox.stop())
    return outbox
  }
  return {
    ...set,
    ...clients,
    clock,
    time,
    started,
    outbox: started(),
    spoil: (fault: Fault) => slack.fault(fault),
    calls: (method: string): Call[] =>
      (slack.log() as readonly unknown[] as Call[]).filter((entry) => entry.method === method),
    messages: () => slack.state()['messages'] as { text: string; ts: string; channel: string }[],
    trigger: async (user = 'U0AUBRY'): Promise<string> => {
      await set.as(user, 'shortcut', { callback_id: 'open' })
      return String(set.received.at(-1)?.payload['trigger_id'])
    },
  }
}

/** An address where nobody listens. */
export async function nowhere(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/api/`
}

/** A message that says one word. */
export const saying = (text: string) => ({
  text,
  blocks: [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }],
})

/** A small modal. */
export const modal = (title = 'Erase'): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  blocks: [{ type: 'section', text: { type: 'plain_text', text: 'One moment' } }],
})
