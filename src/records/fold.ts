import { oneMonthAfter } from './due.ts'
import type { Entry, EntryOf } from './entry.ts'
import { extendLink, link, unlink, visit } from './fold-links.ts'
import { agree, approvalOf, intend, lapse, onPlan, replan, without } from './fold-plan.ts'
import type { Id } from './primitives.ts'
import type { Progress, Request } from './request.ts'
import { changed, ended, takeBack } from './tallies.ts'

/** Works out a request from its journal. Pure; `undefined` for an empty one. */
export function fold(id: Id, entries: readonly Entry[]): Request | undefined {
  const [first, ...rest] = entries
  if (first?.kind !== 'opened') return undefined
  const request = rest.reduce((before, entry) => applied(before, entry), begun(id, first))
  return { ...request, version: entries.length }
}

const begun = (id: Id, entry: EntryOf<'opened'>): Request => ({
  id,
  version: 1,
  number: entry.number,
  name: entry.name,
  right: entry.right,
  opener: entry.by === 'bot' ? { user: 'UNKNOWN', team: 'TUNKNOWN' } : entry.by,
  subject: entry.subject,
  received: entry.received,
  due: oneMonthAfter(entry.received),
  rehearsal: entry.rehearsal,
  looks: {},
  plans: [],
  links: [],
  naps: new Map(),
})

type Step<K extends Entry['kind']> = (request: Request, entry: EntryOf<K>) => Request
const same = (request: Request): Request => request

const steps: { readonly [K in Entry['kind']]: Step<K> } = {
  opened: same,
  found: (r, e) => ({
    ...unbuilt(without(r, 'plan')),
    looks: { ...r.looks, [e.look]: progressOf(e), ...(e.look === 'people' ? outdated(r) : {}) },
  }),
  decided: decide,
  collected: (r, { decided, at, counts }) => ({ ...r, collected: { decided, at, counts } }),
  built: (r, { id, at, digest, counts, on }) => ({
    ...r,
    built: { entry: id, at, digest, counts, on },
  }),
  planned: replan,
  viewed: same,
  approved: (r, e) =>
    onPlan(r, e.digest, (p) => ({ ...p, approvals: [...p.approvals, approvalOf(e)] })),
  'sent-back': (r, e) => returned(r, e, false),
  declined: (r, e) => returned(r, e, true),
  agreed: agree,
  lapsed: lapse,
  linked: link,
  visited: visit,
  extended: extendLink,
  unlinked: unlink,
  'handed-over': (r, e) => onPlan(r, e.digest, (p) => ({ ...p, handedOver: true })),
  revoked: (r, e) =>
    r.plan
      ? onPlan(r, r.plan.digest, (p) => ({
          ...p,
          approvals: p.approvals.filter(({ entry }) => entry !== e.approval),
        }))
      : r,
  slept: (r, e) => ({ ...r, naps: new Map(r.naps).set(e.code, { until: e.until, woke: false }) }),
  woke: (r, e) => ({
    ...r,
    naps: new Map(r.naps).set(e.code, { until: r.naps.get(e.code)?.until ?? e.at, woke: true }),
  }),
  intended: intend,
  submitted: (r, e) => (r.open?.call === e.call ? { ...r, open: { ...r.open, job: e.job } } : r),
  settled: settle,
  proved: prove,
  closed: (r, e) => ({ ...r, closed: { code: e.code, counts: e.counts, at: e.at } }),
  stopped: (r, e) => ({ ...r, halted: { code: e.code, by: e.by, at: e.at } }),
  halted: (r, e) => ({ ...r, halted: { code: e.code, by: e.by, at: e.at } }),
  continued: goOn,
  restored: same,
  'turned-away': same,
  posted: (r, { channel, ts }) => ({ ...r, card: { channel, ts } }),
  paused: same,
  resumed: same,
  sealed: (r, e) => ({ ...r, sealed: { at: e.at, ...(e.stub ? { stub: e.stub } : {}) } }),
  'looked-again': (r, e) => ({
    ...r,
    lookedAgain: [
      ...(r.lookedAgain ?? []),
      { days: e.days, at: e.at, code: e.code, users: e.counts['users'] ?? 0 },
    ],
  }),
  started: same,
  ruled: same,
  'tail-cut': same,
}

function applied<K extends Entry['kind']>(request: Request, entry: EntryOf<K>): Request {
  const step = steps[entry.kind]
  return step(request, entry)
}

const progressOf = (e: EntryOf<'found'>): Progress => ({
  round: e.round,
  entry: e.id,
  at: e.at,
  finds: e.finds,
  counts: e.counts,
  stale: false,
})

/** A look whose result can no longer be trusted: it is made again before anything else happens. */
function outdated(r: Request): Request['looks'] {
  const traces = r.looks.traces
  return traces ? { traces: { ...traces, stale: true } } : {}
}

function decide(r: Request, e: EntryOf<'decided'>): Request {
  const look = r.looks[e.look]
  if (look?.round !== e.round) return r
  const decided = { ...look, decided: { entry: e.id, on: e.on, by: e.by }, stale: e.again }
  const looks = { ...r.looks, [e.look]: decided }
  const next = unbuilt(without(without(r, 'plan'), 'returned'))
  return { ...next, looks: e.look === 'people' ? { ...looks, ...outdated(r) } : looks }
}

/** Another decision gives another bundle. */
const unbuilt = (r: Request): Request => without(without(r, 'collected'), 'built')

function returned(r: Request, e: EntryOf<'sent-back' | 'declined'>, declined: boolean): Request {
  if (r.plan?.digest !== e.digest) return r
  const next = undecided(without(r, 'plan'), r.plan.begun)
  return { ...next, returned: { code: e.code, by: e.by, declined } }
}

/** The lead is asked again about the traces, after another look where the old one is no longer true. */
function undecided(r: Request, stale: boolean): Request {
  const traces = r.looks.traces
  if (!traces) return r
  const { decided: _, ...open } = traces
  return { ...r, looks: { ...r.looks, traces: { ...open, stale: stale || traces.stale } } }
}

/**
 * A proof that found more than the decisions explain sends the request back to the lead; one that
 * found users, to where it is said who the person is.
 */
function prove(r: Request, e: EntryOf<'proved'>): Request {
  if (e.code !== 'unexplained')
    return { ...r, proved: { code: e.code, counts: e.counts, on: e.on } }
  const next = undecided(without(r, 'plan'), true)
  const { people } = next.looks
  if (!people || (e.counts['users'] ?? 0) === 0) return next
  return { ...next, looks: { ...next.looks, people: { ...people, stale: true } } }
}

function settle(r: Request, e: EntryOf<'settled'>): Request {
  const before = r.open?.call === e.call ? without(r, 'open') : r
  const next = onPlan(before, e.digest, (p) => ({
    ...p,
    settledAt: e.at,
    attempts: changed(p.attempts, (tries) => takeBack(tries, e)),
    ...ended(p, e),
  }))
  const again = next.plan?.progress.some((phase) => phase.left === 0 && phase.again)
  // What drifted or was rejected goes back to a human, once the rest of its phase has gone through.
  return again ? undecided(without(next, 'plan'), true) : next
}

/** Going on after too many tries counts as a try, or the next one would be one too many again. */
function goOn(r: Request): Request {
  if (!r.halted) return r
  const next = { ...without(r, 'halted'), resumed: r.halted.code }
  if (!r.plan || r.halted.code !== 'not-getting-through') return next
  return onPlan(next, r.plan.digest, (p) => ({
    ...p,
    attempts: changed(p.attempts, (tries) => {
      for (const [n, count] of tries) tries.set(n, count + 1)
    }),
  }))
}
