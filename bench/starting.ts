import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openWorkshop } from './load/workshop.ts'
import { median, type Row, rounded } from './row.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const rounds = 5

/** What a start takes: milliseconds until it answers, and megabytes of all its processes then. */
type Start = { readonly ms: number; readonly megabytes: number }

/** Arguments of Node. */
type Way = readonly string[]

const leastThatAnswers = `require('node:http')
  .createServer((_, response) => response.writeHead(200).end('{"ok":true}'))
  .listen(process.env.PORT, '127.0.0.1')`

/** Row 11: from nothing to a bot that answers, as `npm start` starts it, over the least that answers. */
export async function starting(): Promise<readonly Row[]> {
  const workshop = await openWorkshop()
  try {
    const building = built()
    const [ours, bare, loader, tsx] = await compared(
      [
        ['dist/bot.mjs'],
        ['-e', leastThatAnswers],
        ['--import', 'tsx', 'src/bot.ts'],
        ['node_modules/.bin/tsx', 'src/bot.ts'],
      ],
      workshop.settings,
    )
    return ours && bare && loader && tsx ? rowsOf({ ours, bare, loader, tsx }, building) : []
  } finally {
    await workshop.close()
  }
}

/** Makes what `npm start` makes before it starts; how many milliseconds that takes, npm's own included. */
function built(): number {
  const begin = performance.now()
  execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'ignore' })
  return performance.now() - begin
}

/** Medians of all ways, each started by turns. */
async function compared(
  ways: readonly Way[],
  settings: () => Promise<Readonly<Record<string, string>>>,
): Promise<Start[]> {
  const starts: Start[][] = ways.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, way] of ways.entries()) starts[i]?.push(await started(way, await settings()))
  }
  return starts.map((of) => ({
    ms: median(of.map(({ ms }) => ms)),
    megabytes: median(of.map(({ megabytes }) => megabytes)),
  }))
}

async function started(way: Way, settings: Readonly<Record<string, string>>): Promise<Start> {
  const port = await freePort()
  const begin = performance.now()
  const child = spawn(process.execPath, way, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isAnswering(port))) {
    if (child.exitCode !== null) throw new Error(`${way.join(' ')} ended with ${child.exitCode}`)
    await rest(5)
  }
  const ms = performance.now() - begin
  const megabytes = megabytesOf(child.pid ?? 0)
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { ms, megabytes }
}

async function isAnswering(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`)).ok
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return address && typeof address === 'object' ? address.port : 0
}

/** Resident memory of a process and of those that it started. */
function megabytesOf(pid: number): number {
  const table = execFileSync('ps', ['-Ao', 'pid=,ppid=,rss=']).toString().trim().split('\n')
  const processes = table.map((line) => line.trim().split(/\s+/).map(Number))
  const below = (id: number): number =>
    processes.reduce((sum, [own, parent, kilobytes = 0]) => {
      if (own === id) return sum + kilobytes
      return parent === id && own !== undefined ? sum + below(own) : sum
    }, 0)
  return below(pid) / 1024
}

type Starts = Readonly<Record<'ours' | 'bare' | 'loader' | 'tsx', Start>>

const size = ({ megabytes }: Start): number => rounded(megabytes, 0)

function rowsOf({ ours, bare, loader, tsx }: Starts, building: number): Row[] {
  const over = ({ ms }: Start): number => rounded(ms / bare.ms, 1)
  const ms = [ours, bare, loader, tsx].map((start) => rounded(start.ms, 0)).join(' / ')
  return [
    {
      row: 11,
      figure: 'start to ready by `node dist/bot.mjs` ÷ bare node:http',
      value: over(ours),
      goal: '≤ 3.5',
      met: over(ours) <= 3.5,
      peers: { 'node --import tsx': over(loader), tsx: over(tsx) },
      note: `${ms} ms (ours / bare / --import tsx / tsx); \`npm start\` builds first, another ${rounded(building, 0)} ms; Slack and Zendesk are asked over loopback`,
    },
    {
      row: 11,
      figure: 'resident memory after the start, MB, all processes of it',
      value: size(ours),
      goal: '≤ 95',
      met: size(ours) <= 95,
      peers: {
        'node --import tsx': size(loader),
        tsx: size(tsx),
        'bare node:http': size(bare),
      },
      note: 'tsx runs the bot as a child, and translates each file at each start',
    },
  ]
}
