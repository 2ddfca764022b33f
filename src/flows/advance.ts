import { BrokenCommitment } from '../records/commitment.ts'
import type { Draft } from '../records/entry.ts'
import { DiskFull, StoreConflict } from '../records/errors.ts'
import type { Id, Instant } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import {
  ZendeskLimited,
  ZendeskRefused,
  ZendeskSilent,
  ZendeskUnauthorised,
  ZendeskUnreadable,
} from '../zendesk/index.ts'
import { policyInForce } from './authority.ts'
import { settleOpenCall } from './execute/settle.ts'
import { type Act, type Flow, nextStep, type Step, type Wait } from './flow.ts'
import { Ending, type Hands, later, msOf, Paused } from './hands.ts'
import { load, note, noteFact } from './journal.ts'
import { agreeIfMet } from './quorum.ts'
import { Refusal } from './refusal.ts'

/** Where a request has come to rest: what must happen before it can go on. */
export type Resting =
  | { readonly on: 'human'; readonly step: string }
  | { readonly on: 'halt'; readonly code: string }
  | { readonly on: 'time'; readonly until: Instant; readonly step: string }
  | { readonly on: 'shutdown' }
  | { readonly on: 'nothing' }

const retryAfter = 15_000

/**
 * Takes a request as far as it goes now, from wherever its journal says it is: the same after a
 * click, a date, a crash. Never runs twice at once for one request.
 */
export async function advance(id: Id, flow: Flow, hands: Hands): Promise<Resting> {
  while (!hands.stopping?.()) {
    try {
      const resting = await oneStep(id, flow, hands)
      if (resting) return resting
    } catch (error) {
      if (error instanceof StoreConflict) continue
      if (error instanceof Ending) break
      if (error instanceof Paused) return { on: 'human', step: 'paused' }
      // A halt may be what no longer fits on the disk.
      return await restAfter(error, id, hands).catch(
        async (worse: unknown) => await restAfter(worse, id, hands),
      )
    }
  }
  return { on: 'shutdown' }
}

/** One step further; where it rests, when it cannot go further now. */
async function oneStep(id: Id, flow: Flow, hands: Hands): Promise<Resting | undefined> {
  const request = await load(id, hands)
  // A call that may have had its effect is settled first, whatever has happened since.
  if (request.open && (await settleOpenCall(request, hands))) return undefined
  if (request.open) return { on: 'halt', code: 'outcome-unknown' }
  if (request.halted && !request.closed) return { on: 'halt', code: request.halted.code }
  const step = nextStep(flow, request)
  return step ? await take(step, request, hands) : { on: 'nothing' }
}

async function take(step: Step, request: Request, hands: Hands): Promise<Resting | undefined> {
  switch (step.kind) {
    case 'ask':
      return { on: 'human', step: step.name }
    case 'approve':
      await agreeIfMet(request, hands)
      return step.done(await load(request.id, hands)) ? undefined : { on: 'human', step: step.name }
    case 'wait':
      return await sleep(step, request, hands)
    case 'act':
      return await perform(step, request, hands)
    default:
      return step satisfies never
  }
}

async function perform(step: Act, request: Request, hands: Hands): Promise<Resting | undefined> {
  const outcome = await step.run(request, hands)
  if (outcome) return { on: 'time', until: outcome.again, step: step.name }
  const { version } = await load(request.id, hands)
  if (version === request.version && !hands.stopping?.()) {
    throw new Error(`${request.number}: ${step.name} got stuck`)
  }
  return undefined
}

async function sleep(step: Wait, request: Request, hands: Hands): Promise<Resting | undefined> {
  const policy = await policyInForce(hands)
  const until = step.until(request, policy)
  const slept = request.naps.get(step.name)?.until === until
  if (msOf(hands.now()) >= msOf(until)) {
    const nap: Draft = { by: 'bot', kind: 'slept', code: step.name, until }
    const woke: Draft = { by: 'bot', kind: 'woke', code: step.name, policy: policy.digest }
    await note(request, slept ? [woke] : [nap, woke], hands)
    return undefined
  }
  if (request.naps.get(step.name)?.until !== until) {
    await note(request, [{ by: 'bot', kind: 'slept', code: step.name, until }], hands)
  }
  return { on: 'time', until, step: step.name }
}

/** What passes by itself is tried again; what a human must mend halts the request, in a code. */
async function restAfter(error: unknown, id: Id, hands: Hands): Promise<Resting> {
  const again = (ms: number, step: string): Resting => ({
    on: 'time',
    until: later(hands.now(), ms),
    step,
  })
  if (error instanceof ZendeskLimited) return again(error.retryAfterMs, 'zendesk-limited')
  if (error instanceof ZendeskSilent) return again(retryAfter, 'zendesk-silent')
  if (error instanceof DiskFull) return again(retryAfter, 'disk-full')
  if (error instanceof Refusal && passing.has(error.code)) return again(retryAfter, error.code)
  const code = haltCode(error)
  if (!code) throw error
  const { halted } = await load(id, hands)
  if (!halted) await noteFact(id, [{ by: 'bot', kind: 'halted', code }], hands)
  return { on: 'halt', code }
}

const passing: ReadonlySet<string> = new Set(['people-unknown', 'policy-unreadable'])

function haltCode(error: unknown): string | undefined {
  if (error instanceof ZendeskUnauthorised) return 'credentials'
  if (error instanceof ZendeskUnreadable) return 'unreadable-answer'
  if (error instanceof ZendeskRefused) return `zendesk-${error.status ?? 'no'}`
  if (error instanceof BrokenCommitment) return 'vault-altered'
  return undefined
}
