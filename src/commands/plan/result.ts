import type { ModalView } from '@slack/types'
import { load } from '../../flows/index.ts'
import { type Policy, quorumFor } from '../../records/policy.ts'
import type { Approval, Request } from '../../records/request.ts'
import type { Result } from '../../views/plan/model.ts'
import { resultWindow } from '../../views/plan/result.ts'
import type { Office, Visited } from '../deed.ts'
import { standing, voicesOf } from './shown.ts'

/** Lets the request go on, and says to the member what his word came to. */
export async function resultFor(
  { bound, by, sight }: Visited,
  what: Result['what'],
  { hands, keeper }: Office,
): Promise<ModalView> {
  const request = await load(bound?.request ?? '', hands)
  const policy = await hands.policy()
  const approvals = request.plan ? standing(request.plan, hands.now()) : []
  const missing = missingOf(request, policy, approvals)
  keeper.poke(request.id)
  return resultWindow(
    {
      id: request.id,
      number: request.number,
      name: request.name,
      user: by.user,
      what,
      opener: request.opener.user,
      missing,
      ...expiryOf(approvals, by.user),
      ...(missing.length === 0 ? pauseOf(request, policy, hands.now()) : {}),
      halted: request.halted !== undefined,
    },
    sight,
  )
}

function missingOf(
  request: Request,
  policy: Policy,
  approvals: readonly Approval[],
): { role: string; more: number }[] {
  const rules = quorumFor(policy, request.right, request.plan?.severities ?? [])
  return voicesOf(rules, approvals)
    .map(({ role, of, said }) => ({ role, more: of - said.length }))
    .filter(({ more }) => more > 0)
}

function expiryOf(approvals: readonly Approval[], user: string): { expires?: string } {
  const own = approvals.findLast(({ by }) => by.user === user)
  return own ? { expires: own.until } : {}
}

/** The pause runs from the moment at which enough have agreed: that is now, or a moment later. */
function pauseOf({ plan }: Request, { pauseSeconds }: Policy, now: string): { pause?: string } {
  const isPaused = plan?.severities.includes('irreversible') && !plan.begun && pauseSeconds > 0
  if (!isPaused) return {}
  return {
    pause: new Date(Date.parse(plan?.agreed?.at ?? now) + pauseSeconds * 1000).toISOString(),
  }
}
