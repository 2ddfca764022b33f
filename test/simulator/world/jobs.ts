import type { Job } from '../../../src/zendesk/index.ts'
import type { Clock } from '../desk/clock.ts'
import { type JobFate, refused } from './calls.ts'
import type { JobState, World } from './world.ts'

const usual = 6_000
/** Longer than the engine waits for a job before it asks a human. */
const stuckFor = 1_500_000

/**
 * Starts a job that does `each` to every id a little later. `each` says whether it worked. `all`:
 * the job tells only whether everything did.
 */
export function startJob(
  { world, clock }: { world: World; clock: Clock },
  about: { ids: readonly number[]; kind: JobState['kind']; fate: JobFate },
  each: (id: number) => boolean,
): Job {
  const { kind, fate } = about
  const id = `job-${world.jobs.size + 1}`
  const job: JobState = { id, kind, status: 'queued', results: [], forgotten: fate === 'forgotten' }
  world.jobs.set(id, job)
  clock.after(fate === 'stuck' ? stuckFor : usual, () => {
    if (fate === 'failed') {
      job.status = 'failed'
      return
    }
    const failing = fate === 'half' ? Math.ceil(about.ids.length / 2) : 0
    job.results = about.ids.map((one, i) => ({ id: one, success: i >= failing && each(one) }))
    job.status = 'completed'
  })
  clock.after(usual / 2, () => {
    if (job.status === 'queued') job.status = 'working'
  })
  return shown(job)
}

/** A job as the client shows it. Forgotten ones are not found. */
export function showJob(world: World, id: string): Job {
  const job = world.jobs.get(id)
  if (!job || job.forgotten) throw refused(404)
  return shown(job)
}

function shown({ id, kind, status, results }: JobState): Job {
  const all = { success: results.every(({ success }) => success) }
  return {
    id,
    status,
    total: results.length,
    progress: null,
    message: null,
    results: status === 'completed' ? (kind === 'all' ? all : results) : null,
  }
}
