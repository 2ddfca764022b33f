import { z } from 'zod'
import { checkedWord, inGroups } from './ids.ts'
import type { Call, Http } from './send.ts'

/** One item of a bulk job. Which fields are there depends on the kind of job and on success. */
const JobItem = z.object({
  id: z.int().optional(),
  index: z.int().optional(),
  action: z.string().optional(),
  status: z.string().optional(),
  success: z.boolean().optional(),
  error: z.string().optional(),
  details: z.string().optional(),
})
export type JobItem = z.infer<typeof JobItem>

/**
 * A job in Zendesk's background. `completed` doesn't mean that all went well: `results` says it,
 * item by item, except for permanent ticket deletion, where it only says whether *all* succeeded.
 *
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/
 */
export const Job = z.object({
  id: z.string(),
  job_type: z.string().optional(),
  status: z.enum(['queued', 'working', 'failed', 'completed', 'killed']),
  total: z.int().nullable().default(null),
  progress: z.int().nullable().default(null),
  message: z.string().nullable().default(null),
  results: z
    .union([z.array(JobItem), z.object({ success: z.boolean() })])
    .nullable()
    .default(null),
})
export type Job = z.infer<typeof Job>

const One = z.object({ job_status: Job })

const Jobs = z.object({ job_statuses: z.array(Job) })

/** The job that Zendesk answers a call with. */
export async function jobIn(http: Http, call: Omit<Call<unknown>, 'shape'>): Promise<Job> {
  return (await http.send({ ...call, shape: One })).job_status
}

/** Jobs are looked up, not listed: Zendesk keeps each for about a day, so note the outcome at once. */
export const jobs = (http: Http) => ({
  /** @throws ZendeskRefused 404 when Zendesk no longer keeps it. */
  show: async (id: string): Promise<Job> =>
    await jobIn(http, {
      method: 'GET',
      path: '/api/v2/job_statuses/{job_id}',
      params: { job_id: checkedWord(id) },
    }),

  /** Those that Zendesk still keeps, 100 a call. */
  showMany: async (ids: readonly string[]): Promise<Job[]> => {
    const found: Job[] = []
    for (const group of inGroups(ids.map(checkedWord))) {
      const page = await http.send({
        shape: Jobs,
        method: 'GET',
        path: '/api/v2/job_statuses/show_many',
        ids: group,
      })
      found.push(...page.job_statuses)
    }
    return found
  },
})
