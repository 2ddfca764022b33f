import { randomBytes } from 'node:crypto'
import type { Call, Reply } from '../transport/call.ts'
import { ok } from '../transport/call.ts'
import { Refused } from '../transport/errors.ts'
import { type Account, stamp } from './account.ts'
import type { Job } from './tables.ts'
import { works } from './works.ts'

type Asked = {
  readonly type: string
  readonly work: string
  readonly ids: readonly number[]
  readonly patches?: readonly Record<string, unknown>[]
}

/** At most this many queued or running (facts 2.3). */
const mostJobs = 30

/** Takes background work in and answers with its `job_status` (facts 2.6). */
export function submit(account: Account, call: Call, asked: Asked): Reply {
  const { store, now, delays } = account
  if (store.all('jobs').filter(({ doneAt }) => doneAt === null).length >= mostJobs)
    // Neither status nor body is documented (facts 2.3): the code is, the rest is a guess.
    throw new Refused(
      429,
      {
        error: 'TooManyJobs',
        description: 'Too many jobs are currently queued or running. Please try again later.',
      },
      { 'retry-after': '10' },
    )
  const fault = account.faults.job(call.method, call.path)
  const job: Job = {
    id: `V3-${randomBytes(16).toString('hex')}`,
    patches: [],
    ...asked,
    actor: call.actor.id,
    from: call.seq,
    createdAt: now(),
    dueAt: now() + delays.job,
    fails: fault?.kind === 'job-fails' ? (fault.ids ?? 'first') : 'none',
    stuck: fault?.kind === 'stuck-job',
    total: asked.work === 'tickets.purge' ? null : asked.ids.length,
    results: null,
    doneAt: null,
  }
  store.put('jobs', job)
  return { ...ok({ job_status: showJob(account, job) }), job: job.id }
}

/** Carries out the jobs whose time has come, each under a log entry of its own. */
export function advanceJobs(account: Account, log: (job: Job) => void): void {
  const due = account.store
    .all('jobs')
    .filter((job) => job.doneAt === null && !job.stuck && job.dueAt <= account.now())
  for (const job of due.toSorted((a, b) => a.dueAt - b.dueAt)) {
    const results = runJob(account, job)
    account.store.put('jobs', { ...job, results, doneAt: account.now() })
    log(job)
  }
}

function runJob(account: Account, job: Job): NonNullable<Job['results']> {
  const outcomes = job.ids.map((_, i) => runItem(account, job, i))
  // A permanent ticket deletion only says whether all went well (facts 1.5, 8).
  return job.work === 'tickets.purge'
    ? { success: outcomes.every((one) => one['success'] !== false) }
    : outcomes
}

function runItem(account: Account, job: Job, at: number): Record<string, unknown> {
  const id = job.ids[at] ?? 0
  try {
    const actor = account.store.get('users', job.actor)
    const work = works[job.work]
    if (isMadeToFail(job, at) || !actor || !work) throw new Refused(500, { error: 'JobFailed' })
    return work(account, { id, actor, patch: job.patches[at] ?? {} })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const details = JSON.stringify(error.body)
    return { id, action: actionOf(job), error: nameOf(error), details, success: false }
  }
}

function isMadeToFail({ fails, ids }: Job, at: number): boolean {
  if (fails === 'none') return false
  return fails === 'first' ? at === 0 : fails.includes(ids[at] ?? 0)
}

const actionOf = ({ work }: Job): string => (work === 'users.destroy' ? 'delete' : 'update')

function nameOf({ body }: Refused): string {
  return typeof body === 'object' &&
    body !== null &&
    'error' in body &&
    typeof body.error === 'string'
    ? body.error
    : 'Failed'
}

/** Queued, working, completed, by the clock. The type is given for ticket jobs as recorded. */
export function showJob({ base, now }: Account, job: Job): Record<string, unknown> {
  const started = now() >= job.createdAt + (job.dueAt - job.createdAt) / 3
  const status = job.doneAt === null ? (started ? 'working' : 'queued') : 'completed'
  return {
    id: job.id,
    job_type: job.type,
    url: `${base()}/api/v2/job_statuses/${job.id}.json`,
    total: job.total,
    progress: progressOf(job, status, now()),
    status,
    message: messageOf(job, status),
    results: job.doneAt === null ? null : job.results,
  }
}

function progressOf(job: Job, status: string, now: number): number | null {
  if (job.total === null || status === 'queued') return null
  if (status === 'completed') return job.total
  const part = (now - job.createdAt) / Math.max(1, job.dueAt - job.createdAt)
  return Math.max(1, Math.min(job.total - 1, Math.floor(job.total * part)))
}

function messageOf(job: Job, status: string): string | null {
  if (status === 'completed')
    return `Completed at ${stamp(job.doneAt ?? 0)
      .replace('T', ' ')
      .replace('Z', ' +0000')}`
  return status === 'working' && job.total !== null ? `Updating ticket #1` : null
}
