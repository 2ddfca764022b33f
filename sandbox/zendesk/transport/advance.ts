import { advanceJobs } from '../account/jobs.ts'
import { advancePurges } from '../account/purges.ts'
import type { Desk } from './desk.ts'
import { entryOf } from './handle.ts'

/** Lets happen what was due: late requests, jobs, forgetting. Asked before every answer, so nothing needs a timer. */
export function advance(desk: Desk): void {
  runLate(desk)
  const { account } = desk
  const quiet = { query: {}, body: null, status: 200 }
  advanceJobs(account, ({ id, actor, from }) => {
    const path = `/api/v2/job_statuses/${id}`
    account.store.flush(
      entryOf(account, { ...quiet, method: 'JOB', path, actor, job: id, cause: from }),
    )
  })
  for (const id of advancePurges(account))
    account.store.flush(
      entryOf(account, { ...quiet, method: 'PURGE', path: `/api/v2/users/${id}`, actor: null }),
    )
}

function runLate({ account, late }: Desk): void {
  const due = late.filter(({ at }) => at <= account.now())
  for (const one of due) {
    late.splice(late.indexOf(one), 1)
    one.run()
  }
}
