import type { Outgoing } from '../../src/zendesk/exchange.ts'
import type { Records, SimulatedJob } from './records.ts'
import { shownTicket, shownUser } from './show.ts'

/** An answer before it is written down. */
export type Said = { readonly status: number; readonly body: unknown }

type Asked = {
  /** The number in the path. */
  readonly id: number
  /** The numbers or names in `ids`. */
  readonly ids: readonly string[]
  readonly path: string
}
type Route = readonly [RegExp, (asked: Asked, records: Records) => Said]

/** What the account says, and does. Paths that no erasure of these people calls are not found. */
export function answerTo(call: string, query: Outgoing['query'], records: Records): Said {
  const route = routes.find(([of]) => of.test(call))
  if (!route) return { status: 404, body: { error: 'InvalidEndpoint' } }
  const id = Number(/\/(\d+)/.exec(call)?.[1] ?? 0)
  const ids = (query?.get('ids') ?? '').split(',').filter((one) => one !== '')
  return route[1]({ id, ids, path: call }, records)
}

const ok = (body: unknown): Said => ({ status: 200, body })
const notFound: Said = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } }
const tooManyJobs: Said = { status: 422, body: { error: 'TooManyJobs' } }
const whole = { meta: { has_more: false } }

const routes: readonly Route[] = [
  [
    /^GET \/users\/show_many$/,
    ({ ids }, r) =>
      ok({
        users: numbers(ids).flatMap((id) => {
          const state = r.users.get(id)
          return state === undefined ? [] : [shownUser(id, state === 'alive')]
        }),
      }),
  ],
  [
    /^GET \/users\/\d+$/,
    ({ id }, r) => {
      const state = r.users.get(id)
      return state === undefined ? notFound : ok({ user: shownUser(id, state === 'alive') })
    },
  ],
  [/^GET \/users\/\d+\/identities$/, () => ok({ identities: [], ...whole })],
  [
    /^GET \/users\/\d+\/tickets\/requested$/,
    ({ id }, r) => ok({ tickets: alive(r.ticketsOf(id), r), ...whole }),
  ],
  [
    /^GET \/users\/\d+\/compliance_deletion_statuses$/,
    ({ id }, r) =>
      r.users.get(id) === 'gone' ? ok({ compliance_deletion_statuses: [asked(id)] }) : notFound,
  ],
  [/^GET \/tickets\/show_many$/, ({ ids }, r) => ok({ tickets: alive(numbers(ids), r) })],
  [
    /^GET \/tickets\/\d+$/,
    ({ id }, r) =>
      r.tickets.get(id) === 'alive' ? ok({ ticket: shownTicket(id, r.requesterOf(id)) }) : notFound,
  ],
  [
    /^DELETE \/users\/destroy_many$/,
    ({ ids }, r) => job(r, () => each(ids, (id) => deleteUser(id, r))),
  ],
  [
    /^DELETE \/users\/\d+$/,
    ({ id }, r) => (deleteUser(id, r) ? ok({ user: shownUser(id, false) }) : notFound),
  ],
  [
    /^DELETE \/deleted_users\/\d+$/,
    ({ id }, r) => {
      if (r.users.get(id) !== 'deleted') return notFound
      r.users.set(id, 'gone')
      return ok({ deleted_user: shownUser(id, false) })
    },
  ],
  [
    /^DELETE \/tickets\/destroy_many$/,
    ({ ids }, r) => job(r, () => each(ids, (id) => move(r.tickets, id, ['alive', 'deleted']))),
  ],
  [
    /^DELETE \/tickets\/\d+$/,
    ({ id }, r) =>
      move(r.tickets, id, ['alive', 'deleted']) ? { status: 204, body: undefined } : notFound,
  ],
  [
    /^DELETE \/deleted_tickets\/destroy_many$/,
    ({ ids }, r) =>
      job(r, () => {
        const moved = numbers(ids).map((id) => move(r.tickets, id, ['deleted', 'gone']))
        return { success: moved.every(Boolean) }
      }),
  ],
  [
    /^DELETE \/deleted_tickets\/\d+$/,
    ({ id }, r) =>
      r.tickets.get(id) === 'deleted'
        ? job(r, () => ({ success: move(r.tickets, id, ['deleted', 'gone']) }))
        : notFound,
  ],
  [
    /^GET \/job_statuses\/show_many$/,
    ({ ids }, r) =>
      ok({
        job_statuses: ids.flatMap((id) => {
          const found = r.job(id)
          return found ? [shownJob(found)] : []
        }),
      }),
  ],
  [
    /^GET \/job_statuses\//,
    ({ path }, r) => {
      const found = r.job(path.split('/').at(-1) ?? '')
      return found ? ok({ job_status: shownJob(found) }) : notFound
    },
  ],
]

const numbers = (ids: readonly string[]): number[] => ids.map(Number)

function each(ids: readonly string[], effect: (id: number) => boolean) {
  return numbers(ids).map((id) => ({ id, action: 'delete', success: effect(id) }))
}

type Step = readonly ['alive' | 'deleted', 'deleted' | 'gone']

function move<State extends string>(
  states: Map<number, State | Step[number]>,
  id: number,
  [from, to]: Step,
): boolean {
  if (states.get(id) !== from) return false
  states.set(id, to)
  return true
}

const deleteUser = (id: number, { users }: Records): boolean =>
  move(users, id, ['alive', 'deleted'])

function job(records: Records, effect: Parameters<Records['begin']>[0]): Said {
  const begun = records.begin(effect)
  return begun ? ok({ job_status: shownJob(begun) }) : tooManyJobs
}

const shownJob = ({ id, result }: SimulatedJob) => ({
  id,
  status: result ? 'completed' : 'working',
  results: result ?? null,
})

const alive = (ids: readonly number[], { tickets, requesterOf }: Records) =>
  ids.flatMap((id) => (tickets.get(id) === 'alive' ? [shownTicket(id, requesterOf(id))] : []))

const asked = (id: number) => ({
  action: 'request_deletion',
  application: 'all',
  account_subdomain: 'simulated',
  user_id: id,
  executer_id: 1,
  created_at: '2026-11-23T09:00:00Z',
})
