import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { divergences } from '../../sandbox/slack/divergences.ts'
import { startSlack } from '../../sandbox/slack/server.ts'
import { client, handsOn, monday, rig } from './rig.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'slack-'))

test('a restart on the same folder continues where the last one was', async () => {
  const dir = folder()
  const first = await startSlack({ dir, now: () => monday })
  await handsOn(first).call('chat.postMessage', { channel: 'C0REQUESTS', text: 'a' })
  await client(first).chat.postEphemeral({ channel: 'C0REQUESTS', user: 'U0LIND', text: 'b' })
  await handsOn(first).admin('group', { id: 'S0PRIVACY', users: [] })
  const before = first.state()
  const log = [...first.log()]
  await first.close()

  const { slack, say } = await rig({ dir, app: {} })

  expect(slack.state()).toEqual(before)
  expect(slack.log()).toEqual(log)
  const { ts = '' } = await say({ channel: 'C0REQUESTS', text: 'c' })
  expect((slack.state()['messages'] as { ts: string }[]).map((one) => one.ts)).toContain(ts)
  expect(slack.state()['messages']).toHaveLength(2)
})

test('a workspace that is closed twice closes nobody else’s file', async () => {
  const dir = folder()
  const first = await startSlack({ dir, now: () => monday })
  await first.close()
  // The lowest free number is given to whatever is opened next.
  const other = await startSlack({ dir: folder(), now: () => monday })
  await first.close().catch(() => undefined)
  expect((await handsOn(other).as('U0LIND', 'post', { channel: 'C0GENERAL', text: 'x' })).ok).toBe(
    true,
  )
  await other.close()
})

test('an event that was not delivered is delivered after a restart', async () => {
  const dir = folder()
  const first = await startSlack({
    dir,
    now: () => monday,
    app: { requestUrl: 'http://127.0.0.1:1/' },
  })
  await handsOn(first).as('U0LIND', 'open-home')
  await first.close()

  const { slack, clock, received } = await rig({ dir, patience: 10_000 })
  clock.now = monday + 60_000
  await slack.tick()

  expect(received[0]?.headers['x-slack-retry-reason']).toBe('connection_failed')
})

test('a line that was not written to its end was never answered, and goes', async () => {
  const dir = folder()
  const first = await startSlack({ dir, now: () => monday })
  const before = first.state()
  await first.close()
  appendFileSync(join(dir, 'workspace.jsonl'), '{"puts":[["messages",{"id":"C0')

  expect((await rig({ dir, app: {} })).slack.state()).toEqual(before)
})

test('kill -9 loses no answered write', async () => {
  const dir = folder()
  const args = ['--import', 'tsx', 'sandbox/slack/main.ts', '--port', '0', '--dir', dir]
  const child = spawn(process.execPath, args)
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      const [found] = /http:\/\/127[^\s]+/.exec(String(chunk)) ?? []
      if (found) resolve(found)
    })
  })
  await handsOn({ url }).call('chat.postMessage', { channel: 'C0REQUESTS', text: 'kept' })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone

  expect((await rig({ dir })).slack.state()['messages']).toMatchObject([{ text: 'kept' }])
})

test('what differs from the platform is listed once, with a reason', () => {
  expect(new Set(divergences.map(({ about }) => about)).size).toBe(divergences.length)
  for (const { why } of divergences) expect(why).not.toBe('')
})

const appOn = async (port: number): Promise<{ server: Server; port: number }> => {
  const server = createServer((_, response) => void response.end())
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return { server, port: address && typeof address === 'object' ? address.port : 0 }
}

const gone = async ({ server }: { server: Server }): Promise<void> => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

test('an app that was killed is reached again as soon as it is back', async () => {
  const { slack, as } = await rig()
  const first = await appOn(0)
  slack.pointAt(`http://127.0.0.1:${first.port}/`)
  const type = async () => await as('U0LIND', 'command', { channel: 'C0REQUESTS', text: '/rights' })

  expect((await type()).ok).toBe(true)
  await gone(first)
  expect((await type()).says).toContain('dispatch_failed')
  const second = await appOn(first.port)
  expect((await type()).ok).toBe(true)
  await gone(second)
})

test('the workspace shares no code with the app', () => {
  const root = new URL('../../sandbox/slack/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((name) => name.endsWith('.ts'))

  expect(sources.length).toBeGreaterThan(50)
  const sharing = sources.filter((name) =>
    /from '((\.\.\/)+src\/|@slack\/)/.test(readFileSync(new URL(name, root), 'utf8')),
  )
  expect(sharing).toEqual([])
})
