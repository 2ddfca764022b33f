import type { Account } from '../account/account.ts'
import { showJob } from '../account/jobs.ts'
import type { Job } from '../account/tables.ts'
import { type Handler, ok, type Route } from '../transport/call.ts'
import { badAttribute, notFound, tooManyValues } from '../transport/errors.ts'
import { cursorPage } from '../transport/paging.ts'

const day = 86_400_000

// A status is kept for one day (facts 2.6).
const kept = ({ store, now }: Account): Job[] =>
  store.all('jobs').filter(({ createdAt }) => now() - createdAt < day)

const show: Handler = (call, account) => {
  const job = kept(account).find(({ id }) => id === call.params['id'])
  if (!job) throw notFound()
  return ok({ job_status: showJob(account, job) })
}

const showMany: Handler = (call, account) => {
  const ids = (call.query.get('ids') ?? '').split(',').filter(Boolean)
  if (ids.length === 0) throw badAttribute('ids', 'must be present')
  if (ids.length > 100) throw tooManyValues('job statuses may be shown')
  return ok({
    job_statuses: kept(account)
      .filter(({ id }) => ids.includes(id))
      .map((job) => showJob(account, job)),
  })
}

const list: Handler = (call, account) => {
  const page = cursorPage(call, account, {
    rows: kept(account),
    place: ({ createdAt, id }) => [createdAt, id],
  })
  return ok({ job_statuses: page.rows.map((job) => showJob(account, job)), ...page.rest })
}

/** Background work: facts 2.6. */
export const jobRoutes: Route[] = [
  { method: 'GET', path: '/job_statuses', run: list },
  { method: 'GET', path: '/job_statuses/show_many', run: showMany },
  { method: 'GET', path: '/job_statuses/:id', run: show },
]
