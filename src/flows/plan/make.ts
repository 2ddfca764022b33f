import type { Plan, Severity } from '../../records/plan.ts'
import type { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import { unusedLink } from '../export/others.ts'
import { staysForHold } from '../find/propose.ts'
import type { Hands } from '../hands.ts'
import { note } from '../journal.ts'
import type { Item } from '../operations/kind.ts'
import { drawer } from '../vault.ts'
import { answerText, personAnswers } from './answer.ts'
import { type Decided, goingUsers } from './decided.ts'
import { type Behind, decisionsBehind } from './decisions.ts'
import { inOrder, inTurn, keptOf, type OperationDraft, operationOf } from './drafts.ts'
import { effectOf, effectsOf } from './effects.ts'
import { type Ended, endedBefore, isOver } from './ended.ts'
import { erasureDrafts, purgesLeft } from './erasure.ts'
import { keptDrafts } from './kept.ts'
import { plannedEntry } from './planned.ts'
import { planPart } from './stored.ts'

/**
 * Makes the plan that follows from the decisions. What was found again is done again, whatever was
 * done before: the find is the evidence. Only answers, users and purges that are over are left out.
 */
export async function makePlan(request: Request, hands: Hands): Promise<undefined> {
  const ended = await endedBefore(request, hands)
  const behind = await decisionsBehind(request, hands)
  const decided = await answered(request, behind, { ended, hands })
  const { inBin } = behind
  const refused = whyNot(decided) ?? (await unusedLink(request, decided.users, hands))
  if (refused) {
    await note(request, [{ by: 'bot', kind: 'halted', code: refused }], hands)
    return
  }
  const done = new Set(ended.filter(isOver).flatMap(({ item }) => onceOnly(item)))
  const alive = new Set(decided.tickets.map(({ find }) => find.id))
  const all = [...erasureDrafts(decided), ...purgesLeft(ended, { inBin, alive })]
  const drafts = inOrder(all).filter((draft) => onceOnly(draft).every((key) => !done.has(key)))
  const entries = { people: entryOf(request, 'people'), traces: entryOf(request, 'traces') }
  const severities = await severitiesOf(drafts, decided, hands)
  const box = drawer(planPart(request.plans.length + 1), hands)
  const plan: Plan = {
    v: 1,
    request: request.id,
    right: request.right,
    account: hands.host,
    ground: 'gdpr-17-1',
    severities,
    kept: await inTurn(keptDrafts(decided), (kept, n) => keptOf(kept, n, entries.traces, box.put)),
    operations: await inTurn(drafts, (draft, n) =>
      operationOf(draft, n, draft.phase === 'user' ? entries.people : entries.traces, box.put),
    ),
  }
  await box.put('plan', plan)
  await note(request, [await plannedEntry(plan, box.part()[1], handedTo(behind))], hands, {
    vault: new Map([box.part()]),
  })
}

/** What the plan follows from, with the answer that tells of it. */
async function answered(
  request: Request,
  { decision, decided, answers }: Pick<Behind, 'decision' | 'decided' | 'answers'>,
  { ended, hands }: { ended: readonly Ended[]; hands: Hands },
): Promise<Decided> {
  if (decision.answer.how !== 'reply') return decided
  const effects = [...effectsOf(ended), ...erasureDrafts(decided).map(effectOf)]
  const { tickets, users } = decided
  if (answers) {
    const each = await personAnswers(
      request,
      { decision, tickets, effects },
      { answers, users, hands },
    )
    return { ...decided, answers: each }
  }
  return { ...decided, answer: await answerText(request, { decision, tickets, effects }, hands) }
}

/** Of several people, how many are answered by a human's hand. */
const handedTo = ({ answers = [], decision: { answer } }: Behind): number =>
  answers.filter(({ how }) => how === 'by-hand' || answer.how === 'by-hand').length

/** What happens once to whom, however often it is decided: what finds do not show is remembered. */
function onceOnly(of: Item | OperationDraft): string[] {
  const kind = 'operation' in of ? of.operation.kind : of.kind
  if (!['answer.send', 'user.delete', 'user.purge'].includes(kind)) return []
  const { ticket, user } = of.address
  return [JSON.stringify([kind, ticket, user])]
}

/** Only an administrator deletes staff: what could never be done is not asked for. */
const whyNot = (decided: Decided): string | undefined =>
  hasStaff(decided) && !decided.admin ? 'staff-needs-admin' : undefined

const hasStaff = (decided: Decided): boolean =>
  !staysForHold(decided) && goingUsers(decided).some(({ role }) => role !== 'end-user')

async function severitiesOf(
  drafts: readonly OperationDraft[],
  decided: Decided,
  hands: Hands,
): Promise<Severity[]> {
  const { tickets, users } = decided
  const { manyPeople } = await policyInForce(hands)
  const irreversible = drafts.some(({ undo }) => undo === 'none')
  const others = tickets.some(
    ({ action, find }) => action === 'delete' && find.relation === 'other',
  )
  return [
    irreversible ? 'irreversible' : 'reversible',
    ...(others ? (['others-ticket'] as const) : []),
    ...(hasStaff(decided) ? (['staff'] as const) : []),
    ...(users.length >= manyPeople ? (['many-people'] as const) : []),
  ]
}

function entryOf(request: Request, look: 'people' | 'traces'): Id {
  const entry = request.looks[look]?.decided?.entry
  if (!entry) throw new Error(`${request.number}: no decision about ${look}`)
  return entry
}
