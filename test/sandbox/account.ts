import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Options } from '../../sandbox/zendesk/options.ts'
import { startZendesk, type Zendesk } from '../../sandbox/zendesk/server.ts'

/** A JSON object whose fields a test has yet to look at. */
type Row = Readonly<Record<string, unknown>>

/** An answer and ways into its body. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: unknown
  /** The value under these keys. */
  at: (...keys: readonly (string | number)[]) => unknown
  /** The list under a key. */
  rows: (key: string) => Row[]
  /** One field of every row of a list. */
  all: (key: string, field: string) => unknown[]
}

/** A running account with a clock that only moves when told. */
export type Rig = Zendesk & {
  readonly clock: { ms: number; pass: (ms: number) => void }
  readonly dir: string
  call: (method: string, path: string, body?: unknown, as?: string) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  put: (path: string, body?: unknown) => Promise<Answer>
  post: (path: string, body?: unknown) => Promise<Answer>
  del: (path: string) => Promise<Answer>
  /** Lets jobs, index and listings catch up. */
  settle: () => void
}

const basic = (name: string, secret: string): string =>
  `Basic ${Buffer.from(`${name}/token:${secret}`).toString('base64')}`

/** The sample's admin, an agent, and nobody. */
export const as = {
  admin: basic('marc.delaunay@nordlys.example.com', 'sandbox-token'),
  agent: basic('sofia.nystrom@nordlys.example.com', 'sandbox-agent-token'),
  limited: basic('jonas.weber@nordlys.example.com', 'sandbox-limited-token'),
  wrong: basic('marc.delaunay@nordlys.example.com', 'no'),
  nobody: '',
}

/** The first day of every test. */
export const monday = Date.UTC(2026, 10, 23, 9)

/** An account in a folder of its own, closed and removed after the test. */
export async function account(options: Partial<Options> = {}): Promise<Rig> {
  const rig = await open(options)
  onTestFinished(async () => await put(rig))
  return rig
}

/** One account for a whole file of tests that only read. */
export function readOnly(setup: NonNullable<Options['account']> = {}): () => Rig {
  let rig: Rig | undefined
  beforeAll(async () => {
    rig = await open({ account: { perMinute: 100_000, ...setup } })
  })
  afterAll(async () => {
    if (rig) await put(rig)
  })
  return () => {
    if (!rig) throw new Error('opened before the first test')
    return rig
  }
}

async function put({ close, dir }: Rig): Promise<void> {
  await close()
  rmSync(dir, { recursive: true, force: true })
}

async function open(options: Partial<Options>): Promise<Rig> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'zendesk-'))
  const clock = { ms: monday, pass: (ms: number) => void (clock.ms += ms) }
  const zendesk = await startZendesk({
    now: () => clock.ms,
    credentials: { tokens },
    ...options,
    dir,
  })
  return { ...zendesk, ...verbs(zendesk.url), clock, dir, settle: () => clock.pass(5000) }
}

const tokens = [
  { email: 'marc.delaunay@nordlys.example.com', token: 'sandbox-token' },
  { email: 'sofia.nystrom@nordlys.example.com', token: 'sandbox-agent-token' },
  { email: 'jonas.weber@nordlys.example.com', token: 'sandbox-limited-token' },
]

function verbs(url: string) {
  const call: Rig['call'] = async (method, path, body, authorization = as.admin) => {
    const response = await fetch(path.startsWith('http') ? path : `${url}/api/v2${path}`, {
      method,
      headers: {
        ...(authorization ? { authorization } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, ...reading(text) }
  }
  return {
    call,
    get: async (path: string) => await call('GET', path),
    put: async (path: string, body?: unknown) => await call('PUT', path, body),
    post: async (path: string, body?: unknown) => await call('POST', path, body),
    del: async (path: string) => await call('DELETE', path),
  }
}

/** Query values, written the way a URL wants them. */
export const query = (values: Record<string, string>): string =>
  `?${new URLSearchParams(values).toString()}`

function reading(text: string): Pick<Answer, 'body' | 'at' | 'rows' | 'all'> {
  const body = /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : undefined
  const at: Answer['at'] = (...keys) =>
    keys.reduce<unknown>((value, key) => (value as Row | undefined)?.[key], body)
  const rows: Answer['rows'] = (key) => (at(key) ?? []) as Row[]
  return { body, at, rows, all: (key, field) => rows(key).map((row) => row[field]) }
}
