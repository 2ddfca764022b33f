import type { Outcome } from '../records/entry.ts'
import { isAnswered, operationsOf } from '../records/phases.ts'
import type { Phase } from '../records/plan.ts'
import type { PlanState, Request } from '../records/request.ts'
import { close } from './close.ts'
import { carryOut } from './execute/carry-out.ts'
import { TICKETS_CLOSE, waitForClosing } from './execute/wait-for-closing.ts'
import { forgetExports, unusedLinkSince } from './export/others.ts'
import { lookForPeople } from './find/people.ts'
import { lookForTraces } from './find/traces.ts'
import type { Act, Ask, Flow, Wait } from './flow.ts'
import { type Hands, later } from './hands.ts'
import { note } from './journal.ts'
import { makePlan } from './plan/make.ts'
import { prove } from './prove/prove.ts'
import { rehearse } from './rehearse.ts'
import { seal } from './seal.ts'

const isFresh = (look: { stale: boolean } | undefined): boolean => look !== undefined && !look.stale

const woke = (r: Request, nap: string): boolean => r.naps.get(nap)?.woke === true

const agreedAt = (r: Request): string => r.plan?.agreed?.at ?? r.received

/**
 * Once the first call is out there is nothing left to save by pausing. A quorum that lapsed before
 * it, and was met again, is paused after again.
 */
const hasPaused = (r: Request): boolean =>
  (woke(r, 'pause') && (r.naps.get('pause')?.until ?? '') >= agreedAt(r)) ||
  r.plan?.begun === true ||
  !r.plan?.severities.includes('irreversible')

const hasPhase = (r: Request, name: Phase): boolean =>
  r.plan !== undefined && operationsOf(r.plan, name).length > 0

const hasEnded = (plan: PlanState | undefined, name: Phase): boolean =>
  plan !== undefined && operationsOf(plan, name).every((n) => plan.outcomes.has(n))

/** Tickets that their people close themselves: what the lead has said of them stands in the plan. */
const isNoneWaitedFor = (r: Request): boolean =>
  (r.plan?.counts['waits'] ?? 0) === 0 || woke(r, TICKETS_CLOSE) || hasEnded(r.plan, 'user')

/**
 * Whether a user was another at his deletion than the one who was confirmed: with a new address, say,
 * that nobody has searched for. A user who could not be deleted makes his purge drift, too.
 */
function hasPersonChanged({ plans, looks }: Request): boolean {
  const since = looks.people?.at ?? ''
  return plans.some((plan) => {
    const ended = operationsOf(plan, 'user').map((n) => plan.outcomes.get(n))
    const count = (outcome: Outcome) => ended.filter((one) => one === outcome).length
    return (plan.settledAt ?? '') > since && count('drifted') > count('rejected')
  })
}

/**
 * GDPR article 17. Tickets first, then the answer, then the request's own ticket, the user last:
 * user data is needed to find the tickets, and a deleted user cannot be answered.
 */
export const erasure: Flow = {
  right: 'erasure',
  steps: [
    act('find-people', (r) => isFresh(r.looks.people) && !hasPersonChanged(r), lookForPeople),
    ask('confirm-people', (r) => r.looks.people?.decided !== undefined),
    act('find-traces', (r) => isFresh(r.looks.traces), lookForTraces),
    ask('decide-traces', (r) => r.looks.traces?.decided !== undefined),
    act('plan', (r) => r.plan !== undefined, makePlan),
    { kind: 'approve', name: 'approve', done: (r) => r.plan?.agreed !== undefined },
    act('rehearse', (r) => !r.rehearsal, rehearse),
    wait('pause', hasPaused, (r, policy) => later(agreedAt(r), policy.pauseSeconds * 1000)),
    phase('tickets'),
    phase('answer'),
    ask('hand-over', isAnswered),
    wait(
      'answer-leaves',
      (r) => !hasPhase(r, 'own-ticket') || woke(r, 'answer-leaves'),
      (r, policy) => later(r.plan?.settledAt ?? agreedAt(r), policy.answerLeavesSeconds * 1000),
    ),
    phase('own-ticket'),
    { ...act(TICKETS_CLOSE, isNoneWaitedFor, waitForClosing), sleepsAs: TICKETS_CLOSE },
    phase('user'),
    { ...act('prove', (r) => r.proved !== undefined, proveErased), sleepsAs: 'products' },
    act('close', (r) => r.closed !== undefined, close),
    { ...act('seal', (r) => r.sealed !== undefined, seal), afterClose: true },
  ],
}

/** Before it is proved, what other requests would still hand out of the person goes. */
async function proveErased(request: Request, hands: Hands): ReturnType<Act['run']> {
  await forgetExports(request, hands)
  return await prove(request, hands)
}

function act(name: string, done: Act['done'], run: Act['run']): Act {
  return { kind: 'act', name, done, run }
}

function ask(name: string, done: Ask['done']): Ask {
  return { kind: 'ask', name, done }
}

function wait(name: string, done: Wait['done'], until: Wait['until']): Wait {
  return { kind: 'wait', name, done, until }
}

/** Carries out one phase of the plan; done when each of its operations has ended. */
function phase(name: Phase): Act {
  return act(
    name,
    (r) => hasEnded(r.plan, name),
    async (r, hands) => await unlessLinked(r, name, hands),
  )
}

/** Before anything of it goes: whether something was made ready for the person since it was planned. */
async function unlessLinked(request: Request, name: Phase, hands: Hands): ReturnType<Act['run']> {
  const code = await unusedLinkSince(request, hands)
  if (!code) return await carryOut(request.id, name, hands)
  await note(request, [{ by: 'bot', kind: 'halted', code }], hands)
  return undefined
}
