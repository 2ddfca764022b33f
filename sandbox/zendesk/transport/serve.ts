import type { LogEntry } from '../account/log.ts'
import type { Fault } from '../faults.ts'
import { advance } from './advance.ts'
import type { Reply, Route } from './call.ts'
import type { Desk } from './desk.ts'
import { slowDown } from './errors.ts'
import { type Done, handle, type Incoming, logged } from './handle.ts'

/** Answers a request; `undefined` means that the connection is to be cut. */
export async function serve(
  desk: Desk,
  route: Route | undefined,
  incoming: Incoming,
): Promise<Reply | undefined> {
  const fault = desk.account.faults.request(incoming.method, incoming.path)
  await pass(desk.account.delays.latency + slowness(fault))
  advance(desk)
  const { reply, entry } = fault
    ? spoiled(desk, route, incoming, fault)
    : handle(desk, route, incoming)
  desk.account.store.flush(entry)
  if (isWrite(entry)) await desk.onWrite?.(entry)
  return entry.status === null ? undefined : reply
}

const isWrite = ({ effect, job }: LogEntry): boolean => effect.length > 0 || job !== undefined

const slowness = (fault: Fault | undefined): number =>
  fault?.kind === 'latency' ? (fault.ms ?? 1000) : 0

type Spoil = (desk: Desk, route: Route | undefined, incoming: Incoming, fault: Fault) => Done

const overAllowance = 'Number of allowed API requests per minute exceeded'

/** What each switch does to a request: the answer, and the log entry that tells. */
const spoils: Readonly<Partial<Record<Fault['kind'], Spoil>>> = {
  'too-many': (desk, _, incoming, { seconds = 1, says = overAllowance }) => {
    const { status, body, headers } = slowDown(says, seconds)
    return unserved(desk, incoming, { status, body, headers: { ...desk.meter.peek(), ...headers } })
  },
  'error-before': (desk, _, incoming, fault) => unserved(desk, incoming, failure(desk, fault)),
  'error-after': (desk, route, incoming, fault) => {
    const { entry } = handle(desk, route, incoming)
    const reply = failure(desk, fault)
    return { reply, entry: { ...entry, status: reply.status } }
  },
  'drop-before': (desk, _, incoming) => cut(unserved(desk, incoming, { status: 0 })),
  'drop-after': (desk, route, incoming) => cut(handle(desk, route, incoming)),
  late: (desk, route, incoming, { ms = 1000 }) => {
    const done = cut(unserved(desk, incoming, { status: 0 }))
    const run = (): void => {
      const { entry } = handle(desk, route, incoming)
      desk.account.store.flush({ ...entry, fault: 'late', cause: done.entry.seq })
    }
    desk.late.push({ at: desk.account.now() + ms, run })
    return done
  },
}

function spoiled(desk: Desk, route: Route | undefined, incoming: Incoming, fault: Fault): Done {
  const { reply, entry } = (spoils[fault.kind] ?? handle)(desk, route, incoming, fault)
  return { reply, entry: { ...entry, fault: fault.kind } }
}

const unserved = ({ account }: Desk, incoming: Incoming, reply: Reply): Done => ({
  reply,
  entry: logged(account, incoming, { status: reply.status, actor: null }),
})

const cut = ({ reply, entry }: Done): Done => ({
  reply,
  entry: { ...entry, status: null } satisfies LogEntry,
})

function failure({ meter }: Desk, { status = 503, seconds, says }: Fault): Reply {
  const retry = seconds === undefined ? {} : { 'retry-after': String(seconds) }
  const body = {
    error: { title: 'Internal Server Error', message: 'Something went wrong on our side' },
  }
  return { status, body: says ?? body, headers: { ...meter.peek(), ...retry } }
}

const pass = async (ms: number): Promise<void> => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
}
