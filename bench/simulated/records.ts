/** How far an object is on its way out. */
type State = 'alive' | 'deleted' | 'gone'

/** The objects of a simulated account: numbers, and what became of them. */
export type Records = {
  readonly users: Map<number, State>
  readonly tickets: Map<number, State>
  readonly ticketsOf: (user: number) => readonly number[]
  readonly requesterOf: (ticket: number) => number
  /** Begins a job, unless as many are under way as Zendesk allows. */
  readonly begin: (effect: () => Result) => SimulatedJob | undefined
  readonly job: (id: string) => SimulatedJob | undefined
  readonly left: () => { users: number; tickets: number }
  readonly now: () => number
}

type Result = { success: boolean } | readonly { id: number; action: string; success: boolean }[]

export type SimulatedJob = { readonly id: string; readonly ends: number; result?: Result }

export const FIRST_USER = 1_000_000
export const FIRST_TICKET = 10_000_000

/** How long a job of 100 takes: an assumption. The recorded deletion of one ticket took about five. */
const JOB_MS = 10_000

/** https://developer.zendesk.com/api-reference/introduction/rate-limits/#job-limit */
const MOST_JOBS = 30

export function recordsFor({
  people,
  tickets,
  now,
}: {
  people: number
  tickets: number
  now: () => number
}): Records {
  const users = new Map(numbered(FIRST_USER, people))
  const all = new Map(numbered(FIRST_TICKET, people * tickets))
  const jobs = jobsOn(now)
  return {
    users,
    tickets: all,
    now,
    ticketsOf: (user) =>
      numbered(FIRST_TICKET + (user - FIRST_USER) * tickets, tickets).map(([id]) => id),
    requesterOf: (ticket) => FIRST_USER + Math.floor((ticket - FIRST_TICKET) / tickets),
    begin: jobs.begin,
    job: jobs.show,
    left: () => {
      jobs.end()
      return { users: notGone(users), tickets: notGone(all) }
    },
  }
}

function jobsOn(now: () => number) {
  const jobs = new Map<string, SimulatedJob & { readonly effect: () => Result }>()
  let underway: string[] = []

  const end = (): void => {
    for (const id of underway) {
      const job = jobs.get(id)
      if (job && job.ends <= now()) job.result ??= job.effect()
    }
    underway = underway.filter((id) => !jobs.get(id)?.result)
  }
  return {
    end,
    show: (id: string): SimulatedJob | undefined => {
      end()
      return jobs.get(id)
    },
    begin: (effect: () => Result): SimulatedJob | undefined => {
      end()
      if (underway.length >= MOST_JOBS) return undefined
      const job = { id: `V3-${jobs.size + 1}`, ends: now() + JOB_MS, effect }
      jobs.set(job.id, job)
      underway.push(job.id)
      return job
    },
  }
}

const numbered = (first: number, length: number): [number, State][] =>
  Array.from({ length }, (_, i) => [first + i, 'alive'])

const notGone = (states: ReadonlyMap<number, State>): number =>
  [...states.values()].filter((state) => state !== 'gone').length
