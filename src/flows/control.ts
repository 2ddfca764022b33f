import type { Draft } from '../records/entry.ts'
import { isAnswered } from '../records/phases.ts'
import { quorumFor } from '../records/policy.ts'
import { Code, type Id, type Member, samePerson } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import { deed, mayDo, policyInForce, rolesNow } from './authority.ts'
import { outcomeCounts } from './close.ts'
import type { Hands } from './hands.ts'
import { load, note } from './journal.ts'
import { Refusal } from './refusal.ts'

type Asked = { readonly id: Id; readonly by: Member }

/**
 * Stop: nothing more is sent. A call that is already out ends as it ends, and is settled. The code
 * says why: `stopped`, or `legal-hold`.
 */
export async function stop(asked: Asked & { code: string }, hands: Hands): Promise<void> {
  await deed({ ...asked, name: 'stop' }, hands, async () => {
    const role = await mayDo(asked.by, 'stop', hands)
    const request = await load(asked.id, hands)
    if (request.closed) throw new Refusal('closed')
    if (request.halted) throw new Refusal('already-halted')
    const stopped: Draft = { by: asked.by, role, kind: 'stopped', code: reasonOf(asked) }
    await note(request, [stopped], hands)
  })
}

/** Lets a halted request go on. */
export async function goOn(asked: Asked, hands: Hands): Promise<void> {
  await deed({ ...asked, name: 'go-on' }, hands, async () => {
    const role = await mayDo(asked.by, 'stop', hands)
    const request = await load(asked.id, hands)
    if (request.closed) throw new Refusal('closed')
    if (!request.halted) throw new Refusal('not-halted')
    if (request.halted.code === 'legal-hold') await refuseOpenerOrLead(asked.by, request, hands)
    await note(request, [{ by: asked.by, role, kind: 'continued' }], hands)
  })
}

/** A reason is a word of the organisation's own list: nothing personal can be said in it. */
function reasonOf({ code }: { code: string }): string {
  if (!Code.safeParse(code).success) throw new Refusal('reason-missing')
  return code
}

/** A legal hold is lifted by an approver, and not by who opened the request. */
async function refuseOpenerOrLead(by: Member, request: Request, hands: Hands): Promise<void> {
  if (samePerson(by, request.opener)) throw new Refusal('own-request')
  const policy = await policyInForce(hands)
  const roles = await rolesNow(by, policy, hands)
  const approvers = quorumFor(policy, request.right, ['irreversible']).map(({ role }) => role)
  if (!approvers.some((role) => roles.includes(role))) {
    throw new Refusal('role-missing', approvers.join(', '))
  }
}

/** Ends a request of which nothing has been carried out. */
export async function cancel(asked: Asked & { code: string }, hands: Hands): Promise<void> {
  await deed({ ...asked, name: 'cancel' }, hands, async () => {
    const role = await mayDo(asked.by, 'open', hands)
    const request = await load(asked.id, hands)
    if (request.closed) throw new Refusal('closed')
    if (request.plans.some(({ begun }) => begun)) throw new Refusal('already-begun')
    const code = reasonOf(asked)
    await note(request, [{ by: asked.by, role, kind: 'closed', code, counts: {} }], hands)
  })
}

/**
 * Ends a request that has been begun and will not be finished, as `partly-done`: by an approver who
 * has not opened it, once nothing is in flight and the person has been answered.
 */
export async function endPartly(asked: Asked, hands: Hands): Promise<void> {
  await deed({ ...asked, name: 'end-partly' }, hands, async () => {
    const role = await mayDo(asked.by, 'stop', hands)
    const request = await load(asked.id, hands)
    if (request.closed) throw new Refusal('closed')
    await refuseOpenerOrLead(asked.by, request, hands)
    if (!request.plans.some(({ begun }) => begun)) throw new Refusal('not-begun')
    if (request.open && request.halted?.code !== 'outcome-unknown') {
      throw new Refusal('already-begun')
    }
    if (!isAnswered(request)) throw new Refusal('answer-missing')
    const counts = outcomeCounts(request)
    await note(
      request,
      [{ by: asked.by, role, kind: 'closed', code: 'partly-done', counts }],
      hands,
    )
  })
}

/** The lead has given the person the answer by his own hand. */
export async function handOver(asked: Asked, hands: Hands): Promise<void> {
  await deed({ ...asked, name: 'hand-over' }, hands, async () => {
    const role = await mayDo(asked.by, 'decide', hands)
    const request = await load(asked.id, hands)
    if (request.closed) throw new Refusal('closed')
    const plan = request.plan ?? request.plans.findLast(({ begun }) => begun)
    if (!plan?.agreed && !plan?.begun) throw new Refusal('not-waiting')
    const { digest } = plan
    await note(request, [{ by: asked.by, role, kind: 'handed-over', digest }], hands)
  })
}
