import type { Policy } from '../records/policy.ts'
import type { Instant, Right } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import type { Hands } from './hands.ts'

type Base = {
  /** Names the step in the journal, on the card, in the words. */
  readonly name: string
  /** Whether there is nothing (more) to do here. New facts can make it false again. */
  readonly done: (request: Request) => boolean
}

/** The bot does something. It may say when it wants to be called again. */
export type Act = Base & {
  readonly kind: 'act'
  readonly run: (request: Request, hands: Hands) => Promise<{ again: Instant } | undefined>
  /** Whether it still runs once the request is closed. */
  readonly afterClose?: true
  /** By which code it journals until when it sleeps, where it does. */
  readonly sleepsAs?: string
}
/** A human decides. */
export type Ask = Base & { readonly kind: 'ask' }
/** A quorum agrees to a digest. */
type Approve = Base & { readonly kind: 'approve' }
/** A date must come. */
export type Wait = Base & {
  readonly kind: 'wait'
  readonly until: (request: Request, policy: Policy) => Instant
}

export type Step = Act | Ask | Approve | Wait

/**
 * One right, as the list of what must be true in the end. The next step is the first that is not
 * done: there is no table of transitions, and the list prints itself.
 */
export type Flow = { readonly right: Right; readonly steps: readonly Step[] }

/** The first step that is not done; `undefined` when the request is over. */
export const nextStep = (flow: Flow, request: Request): Step | undefined =>
  flow.steps.find(
    (step) =>
      !step.done(request) && (!request.closed || (step.kind === 'act' && step.afterClose === true)),
  )
