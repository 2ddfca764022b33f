import type { Instant, Right } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import { type Flow, nextStep, type Step } from './flow.ts'

/**
 * Whose turn it is: a `human`'s or the `bot`'s at a step, `time`'s until a date at the latest, nobody's
 * before somebody lets it go on (`halt`, with the code), or nobody's at all (`over`).
 */
export type Turn = {
  readonly kind: 'human' | 'bot' | 'time' | 'halt' | 'over'
  readonly step?: string
  readonly until?: Instant
  readonly code?: string
}

/** Whose turn it is by the journal alone, for whoever draws a request without driving it. Pure. */
export function turnOf(request: Request, flows: Partial<Record<Right, Flow>>): Turn {
  if (request.sealed) return { kind: 'over' }
  const flow = flows[request.right]
  if (!flow) return { kind: 'halt', code: 'no-flow' }
  if (request.halted && !request.closed) return { kind: 'halt', code: request.halted.code }
  const step = nextStep(flow, request)
  if (!step) return { kind: 'over' }
  return request.open ? { kind: 'bot', step: step.name } : turnAt(step, request)
}

function turnAt(step: Step, { naps }: Request): Turn {
  if (step.kind === 'ask' || step.kind === 'approve') return { kind: 'human', step: step.name }
  const nap = naps.get((step.kind === 'act' && step.sleepsAs) || step.name)
  if (nap && !nap.woke) return { kind: 'time', step: step.name, until: nap.until }
  return { kind: 'bot', step: step.name }
}
