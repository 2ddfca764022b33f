import {
  ZendeskLimited,
  ZendeskRefused,
  ZendeskSilent,
  ZendeskUnauthorised,
  ZendeskUnreadable,
} from '../../../src/zendesk/index.ts'
import type { Clock } from '../desk/clock.ts'
import { Crash } from '../desk/crash.ts'
import type { Fate, Planned } from '../desk/fate.ts'
import type { WriteFault } from '../schedule.ts'

/** When the client gives a call up, and how long it may still be carried out. */
export const callTimeout = 30_000
export const settle = 120_000

const where = { method: 'PUT', path: '/simulated', ids: [] }

/** A clear no: this status. */
export const refused = (status: number, told: { blockedBy?: number } = {}): ZendeskRefused =>
  new ZendeskRefused(
    { ...where, status, ...(status === 404 ? { code: 'RecordNotFound' } : {}) },
    told,
  )

/** What a write is about, for whoever looks on. */
export type Write = { readonly what: string; readonly objects: readonly string[] }

/** How jobs end when the schedule says nothing. */
export type JobFate = 'done' | 'half' | 'stuck' | 'forgotten' | 'failed'

export type Wire = {
  readonly clock: Clock
  readonly fate: Fate
  readonly alive: () => void
  /** Sees every write when it is sent, before anything goes wrong with it. */
  readonly sent: (write: Write) => void
}

/** A read: it takes a moment, and may go wrong. */
export async function reading<T>(wire: Wire, look: () => T): Promise<T> {
  wire.alive()
  const fault = await wire.fate.read()
  wire.alive()
  wire.clock.pass(20)
  if (fault === 'crash') throw new Crash('at a read')
  if (fault === 'silent') throw new ZendeskSilent(where)
  if (fault === 'limited') throw new ZendeskLimited(where, 7_000)
  return look()
}

/**
 * A write: `effect` is what it does to the account, and may be a clear no. What goes wrong decides
 * whether and when it happens, and what we hear of it.
 */
export async function writing<T>(
  wire: Wire,
  write: Write,
  effect: (job: JobFate) => T,
): Promise<T> {
  wire.alive()
  const planned = await wire.fate.write()
  wire.alive()
  wire.sent(write)
  wire.clock.pass(200)
  const { fault } = planned ?? {}
  const job = fault === undefined ? undefined : jobFates[fault]
  if (job) return effect(job)
  if (fault === undefined || isOfNoUse(fault, write)) return effect('done')
  // Nobody hears it when Zendesk says no.
  const unheard = (): void => {
    try {
      effect('done')
    } catch (error) {
      if (!(error instanceof ZendeskRefused)) throw error
    }
  }
  happens(wire.clock, { ...planned, fault }, unheard)
  throw heard(fault)
}

/** Whether and when a write has its effect that is not heard of as it should be. */
function happens(clock: Clock, { fault, ms = 100_000 }: Planned, effect: () => void): void {
  if (atOnce.has(fault)) effect()
  if (comesLate.has(fault)) clock.after(callTimeout + ms, effect)
  if (isLost.has(fault)) clock.pass(callTimeout)
}

/** A clear no is for every call but the purge of a ticket, and that has one of its own. */
const isOfNoUse = (fault: WriteFault, { what }: Write): boolean =>
  fault === (what === 'ticket.purge' ? 'refused' : 'purge-refused')

const jobFates: Partial<Record<WriteFault, JobFate>> = {
  'job-half': 'half',
  'job-stuck': 'stuck',
  'job-forgotten': 'forgotten',
  'job-failed': 'failed',
}

const atOnce: ReadonlySet<WriteFault> = new Set([
  'crash-after',
  'lost-done',
  '500-done',
  'unreadable-done',
])
const comesLate: ReadonlySet<WriteFault> = new Set(['late', 'crash-late'])
const isLost: ReadonlySet<WriteFault> = new Set(['lost', 'lost-done', 'late'])

function heard(fault: WriteFault): Error {
  if (fault.startsWith('crash')) return new Crash(`at a write: ${fault}`)
  if (fault.startsWith('500')) return new ZendeskSilent({ ...where, status: 500 })
  if (fault === '409') return new ZendeskSilent({ ...where, status: 409 })
  if (fault === '429') return new ZendeskLimited({ ...where, status: 429 }, 13_000)
  if (fault === '401') return new ZendeskUnauthorised({ ...where, status: 401 })
  if (fault.endsWith('refused')) return refused(422)
  if (fault === 'unreadable-done') return new ZendeskUnreadable(where)
  return new ZendeskSilent(where)
}
