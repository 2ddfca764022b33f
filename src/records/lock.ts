import { readFile, rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from './canonical.ts'
import { failedWith, unlessFull, unlessMissing } from './disk.ts'
import { writeDurably } from './durable-file.ts'
import { CannotOpen } from './errors.ts'

const Holder = z.object({ pid: z.int(), host: z.string() })

/** Held until it is released or the process ends, however it ends. */
export interface Lock {
  release(): Promise<void>
}

/**
 * One process per folder. The kernel holds the lock (a listening socket), so a killed process leaves
 * none behind and a paused one keeps it; the file `LOCK` is only there for people to read.
 */
export async function lock(dir: string): Promise<Lock> {
  const address = await addressOf(dir)
  const server = await listen(address).catch(async (error: unknown) => {
    if (!failedWith(error, 'EADDRINUSE')) throw error
    return await takeOver(address, dir)
  })
  const note = join(dir, 'LOCK')
  await writeDurably(note, `${JSON.stringify(await holder())}\n`).catch(unlessFull)
  return {
    release: async () => {
      await rm(note, { force: true })
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function addressOf(dir: string): Promise<string> {
  if (process.platform !== 'linux') return join(dir, '.lock.sock')
  // By device and inode: two paths to one folder are one lock. Abstract sockets leave no file.
  const { dev, ino } = await stat(dir)
  return `\0rightsdesk:${sha256(`${dev}:${ino}`)}`
}

async function listen(address: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, resolve)
  })
  return server.unref()
}

/** A socket file may have outlived its process; an abstract socket cannot. */
async function takeOver(address: string, dir: string): Promise<Server> {
  if (address.startsWith('\0') || (await answers(address))) throw await inUse(dir)
  await rm(address, { force: true })
  return await listen(address)
}

async function answers(address: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function holder(): Promise<z.infer<typeof Holder> & { boot?: string }> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined)
  return { pid: process.pid, host: hostname(), ...(boot && { boot: boot.trim() }) }
}

async function inUse(dir: string): Promise<CannotOpen> {
  const text = await readFile(join(dir, 'LOCK'), 'utf8').catch(unlessMissing)
  const found = Holder.safeParse(safeJson(text))
  const who = found.success ? `process ${found.data.pid} on ${found.data.host}` : 'another process'
  return new CannotOpen(
    'in-use',
    `${dir} is in use by ${who}. One desk per folder: stop that one first, or give this one a folder of its own (DATA_DIR)`,
  )
}

function safeJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
