import { z } from 'zod'
import type { Draft, Outcome } from '../../records/entry.ts'
import type { OpenCall, Request } from '../../records/request.ts'
import { type Job, ZendeskRefused } from '../../zendesk/index.ts'
import { handingOf } from '../export/handing.ts'
import { type Hands, later, msOf } from '../hands.ts'
import { noteFact } from '../journal.ts'
import type { Around, Item, ReadBack } from '../operations/kind.ts'
import { itemOf, operationsIn, type Plans, plansAtHand } from '../plan/stored.ts'
import { recall } from '../vault.ts'
import { kindOf } from './last-look.ts'

/** How long a job lately took, in ms: the next one is not asked after before. 0: not known yet. */
type Pace = { usual: number }

/** What one carrying-out keeps in mind from call to call. */
export type AtHand = { readonly plans: Plans; readonly pace: Pace }

/** Nothing in mind yet. */
export const atHand = (hands: Hands): AtHand => ({ plans: plansAtHand(hands), pace: { usual: 0 } })

/**
 * Finds out how an intended call ended, whoever intended it and however long ago, and writes it
 * down: by its job's results, or by looking at each object once nothing can still be on its way.
 * Reads only. `false` when it cannot be known yet: then a human has been asked to look.
 */
export async function settleOpenCall(
  request: Request,
  hands: Hands,
  { plans, pace }: AtHand = atHand(hands),
): Promise<boolean> {
  const { open } = request
  if (!open) return true
  const stored = await plans(request, open.digest)
  const items = operationsIn(stored, open.operations).map((operation) =>
    itemOf(operation, stored.openings),
  )
  const job = await finishedJob({ request, open }, pace, hands)
  if (job === 'stuck') return await halt(request, 'job-stuck', hands)
  if (job === undefined) await untilNothingIsOnItsWay(open, hands)
  const outcomes = await outcomesOf(items, job, {
    zendesk: hands.zendesk,
    ...handingOf(request.id, hands),
  })
  if (!outcomes) return await halt(request, 'outcome-unknown', hands)
  const { call, digest } = open
  const told = job ? toldBy(job, outcomes, { request, open }) : readBackTold(outcomes)
  const settled: Draft = { by: 'bot', kind: 'settled', call, digest, ...told }
  await noteFact(request.id, [settled], hands, { urgent: true })
  return true
}

type Outcomes = [number, Outcome][]

const readBackTold = (outcomes: Outcomes) => ({ outcomes, how: 'read-back' }) as const

/** A job has refused the same single item so often: then a human looks at it. */
const patience = 3

function toldBy(job: Job, outcomes: Outcomes, of: { request: Request; open: OpenCall }) {
  const how = 'answer' as const
  if (!isGivenUp(of, job)) return { outcomes, how }
  return { outcomes: outcomes.map(givenUp), how, code: 'job-refused' }
}

function isGivenUp(
  { request: { plans }, open: { digest, operations } }: { request: Request; open: OpenCall },
  { results }: Job,
): boolean {
  const [n = 0, ...more] = operations
  const tries = plans.findLast((plan) => plan.digest === digest)?.attempts.get(n) ?? 0
  const refused = Array.isArray(results) && results.some(({ success }) => success === false)
  return more.length === 0 && refused && tries >= patience
}

const givenUp = ([n, outcome]: [number, Outcome]): [number, Outcome] => [
  n,
  outcome === 'not-applied' ? 'rejected' : outcome,
]

async function halt(request: Request, code: string, hands: Hands): Promise<false> {
  if (!request.halted) {
    await noteFact(request.id, [{ by: 'bot', kind: 'halted', code }], hands)
  }
  return false
}

/** The call's job once it has ended; `undefined` when there is none, or Zendesk has forgotten it. */
async function finishedJob(
  { request, open }: { request: Request; open: OpenCall },
  pace: Pace,
  hands: Hands,
): Promise<Job | 'stuck' | undefined> {
  if (!open.job) return undefined
  const id = await recall(request.id, open.job, z.string(), hands)
  const giveUp = msOf(hands.now()) + hands.timing.jobGiveUp
  let waited = 0
  for (const wait of waits(pace, hands)) {
    await hands.rest(wait)
    waited += wait
    const job = await jobOf(id, hands)
    if (!job || !['queued', 'working'].includes(job.status)) {
      // One that is done at the first look may have been done for a while: the next is asked sooner.
      pace.usual = Math.min(waited === wait ? Math.round(wait * 0.9) : waited, longestJobPoll)
      return job
    }
    if (msOf(hands.now()) >= giveUp) return 'stuck'
  }
  return 'stuck'
}

/** No job is done at once: the first look comes after a while, and each later one after longer. */
function* waits({ usual }: Pace, { timing: { jobPoll } }: Hands): Generator<number> {
  if (usual > jobPoll) yield usual
  for (let wait = jobPoll; ; wait = Math.min(wait * 2, longestJobPoll)) yield wait
}

const longestJobPoll = 15_000

/** Zendesk forgets a job after a day, and all but the last hundred. */
async function jobOf(id: string, { zendesk }: Hands): Promise<Job | undefined> {
  try {
    return await zendesk.jobs.show(id)
  } catch (error) {
    if (error instanceof ZendeskRefused && error.status === 404) return undefined
    throw error
  }
}

/** A call that was given up may still be carried out, by Zendesk or by something on the way to it. */
async function untilNothingIsOnItsWay(open: OpenCall, hands: Hands): Promise<void> {
  const { callTimeout, settle } = hands.timing
  const wait = msOf(later(open.since, callTimeout + settle)) - msOf(hands.now())
  if (wait > 0) await hands.rest(wait)
}

async function outcomesOf(
  items: readonly Item[],
  job: Job | undefined,
  around: Pick<Around, 'zendesk' | 'handing'>,
): Promise<[number, Outcome][] | undefined> {
  const done = job ? successes(items, job) : new Set<number>()
  const doubtful = items.filter(({ n }) => !done.has(n))
  const readBack = await readBackOf(doubtful, around)
  const verdicts = items.map(({ n }) => [n, done.has(n) ? 'done' : readBack.get(n)] as const)
  const outcomes = verdicts.flatMap(([n, verdict]): [number, Outcome][] =>
    verdict === undefined || verdict === 'unknown' ? [] : [[n, verdict]],
  )
  return outcomes.length === items.length ? outcomes : undefined
}

/** What our credentials may no longer see tells nothing: then a human looks. */
async function readBackOf(
  items: readonly Item[],
  around: Pick<Around, 'zendesk' | 'handing'>,
): Promise<ReadonlyMap<number, ReadBack>> {
  if (items.length === 0) return new Map()
  try {
    return await kindOf(items).readBack(items, around)
  } catch (error) {
    if (error instanceof ZendeskRefused) return new Map()
    throw error
  }
}

/** Which operations the job itself says have succeeded: all at once, or item by item. */
function successes(items: readonly Item[], { status, results }: Job): Set<number> {
  if (status !== 'completed' || !results) return new Set()
  if (!Array.isArray(results)) return new Set(results.success ? items.map(({ n }) => n) : [])
  const ids = new Set(results.filter(({ success }) => success === true).map(({ id }) => id))
  return new Set(
    items.filter(({ address }) => ids.has(address.ticket ?? address.user)).map(({ n }) => n),
  )
}
