import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
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
  const bundle = join(root, 'node_modules', `.rightsdesk-bench-${process.pid}.mjs`)
  try {
    await bundled(bundle)
    const [ours, bare, loader, file] = await compared(
      [
        ['node_modules/.bin/tsx', 'src/bot.ts'],
        ['-e', leastThatAnswers],
        ['--import', 'tsx', 'src/bot.ts'],
        [bundle],
      ],
      workshop.settings,
    )
    return ours && bare && loader && file ? rowsOf({ ours, bare, loader, file }) : []
  } finally {
    await rm(bundle, { force: true })
    await workshop.close()
  }
}

/** The bot and all its packages in one file: what tsx does at each start, done before. */
async function bundled(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'src/bot.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
  })
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

type Starts = Readonly<Record<'ours' | 'bare' | 'loader' | 'file', Start>>

const size = ({ megabytes }: Start): number => rounded(megabytes, 0)

function rowsOf({ ours, bare, loader, file }: Starts): Row[] {
  const over = ({ ms }: Start): number => rounded(ms / bare.ms, 1)
  return [
    {
      row: 11,
      figure: 'start to ready by `tsx src/bot.ts` ÷ bare node:http',
      value: over(ours),
      goal: '≤ 3.5',
      met: over(ours) <= 3.5,
      peers: { 'node --import tsx': over(loader), 'one file by esbuild': over(file) },
      note: `${[ours, bare, loader, file].map(({ ms }) => rounded(ms, 0)).join(' / ')} ms (ours / bare / --import / one file); Slack and Zendesk are asked over loopback`,
    },
    {
      row: 11,
      figure: 'resident memory after the start, MB, all processes of it',
      value: size(ours),
      goal: '≤ 95',
      met: size(ours) <= 95,
      peers: {
        'node --import tsx': size(loader),
        'one file by esbuild': size(file),
        'bare node:http': size(bare),
      },
      note: 'tsx runs the bot as a child, and translates each file at each start',
    },
  ]
}
