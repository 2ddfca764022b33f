import { ulid } from 'ulid'
import { carryOut } from '../../src/flows/execute/carry-out.ts'
import { approve, type Hands, load } from '../../src/flows/index.ts'
import { note } from '../../src/flows/journal.ts'
import { ticketBasis } from '../../src/flows/operations/ticket-delete.ts'
import { purgeBasis } from '../../src/flows/operations/ticket-purge.ts'
import { userBasis } from '../../src/flows/operations/user-delete.ts'
import { userPurgeBasis } from '../../src/flows/operations/user-purge.ts'
import { inTurn, type OperationDraft, operationOf } from '../../src/flows/plan/drafts.ts'
import { plannedEntry } from '../../src/flows/plan/planned.ts'
import { planPart } from '../../src/flows/plan/stored.ts'
import { drawer, whole } from '../../src/flows/vault.ts'
import type { Draft } from '../../src/records/entry.ts'
import type { Phase, Plan } from '../../src/records/plan.ts'
import type { Id, Sha } from '../../src/records/primitives.ts'
import { lead, officer, settings } from '../virtual-desk.ts'
import type { Clock } from './clock.ts'
import { memoryStore } from './memory-store.ts'
import { FIRST_TICKET, FIRST_USER } from './records.ts'
import type { Batch } from './scripts.ts'
import { shownUser } from './show.ts'

/** The desk's own engine, over an agreed plan: the looks before each write and all. */
export async function byTheEngine(batch: Batch): Promise<void> {
  const hands = handsOf(batch)
  const id = hands.newId()
  await agreeOn(id, draftsFor(batch), hands)
  for (const phase of ['tickets', 'user'] as const) await through(id, phase, hands)
}

/** Comes again as often as it is asked to. */
async function through(id: Id, phase: Phase, hands: Hands): Promise<void> {
  for (;;) {
    const resting = await carryOut(id, phase, hands)
    const { halted } = await load(id, hands)
    if (halted) throw new Error(`the engine stopped: ${halted.code}`)
    if (!resting) return
    await hands.rest(Math.max(0, Date.parse(resting.again) - Date.parse(hands.now())))
  }
}

function handsOf({ zendesk, clock }: Pick<Batch, 'zendesk'> & { clock: Clock }): Hands {
  const store = memoryStore()
  const now = (): string => new Date(clock.now()).toISOString()
  const rest = async (ms: number): Promise<void> => await clock.sleep(ms)
  return { ...settings, zendesk, store, now, rest, newId: () => ulid(clock.now()) }
}

/** Writes into the journal what a plan comes from, as far as the engine looks at it. */
async function agreeOn(id: Id, drafts: readonly OperationDraft[], hands: Hands): Promise<void> {
  await opened(id, hands)
  const ticketsToGo = drafts.filter(({ kind }) => kind === 'ticket.purge').length
  const digest = await planned(id, drafts, hands)
  await approve({ id, by: officer, digest, ticketsToGo }, hands)
  const request = await load(id, hands)
  const approvals = request.plan?.approvals.map(({ entry }) => entry) ?? []
  const { digest: policy } = await hands.policy()
  await note(request, [{ by: 'bot', kind: 'agreed', digest, policy, approvals }], hands)
}

async function opened(id: Id, hands: Hands): Promise<void> {
  const subject = await whole('subject', { by: 'email', value: 'list@example.com' }, hands)
  const draft: Draft = {
    by: lead,
    role: 'lead',
    kind: 'opened',
    right: 'erasure',
    number: 'R-2026-0001',
    name: 'amber heron',
    subject: subject.commit,
    received: hands.now(),
    rehearsal: false,
  }
  const entry = { ...draft, id: hands.newId(), at: hands.now() }
  await hands.store.append(id, 0, [entry], { vault: new Map([subject.part]) })
}

async function planned(id: Id, drafts: readonly OperationDraft[], hands: Hands): Promise<Sha> {
  const box = drawer(planPart(1), hands)
  const decided = hands.newId()
  const plan: Plan = {
    v: 1,
    request: id,
    right: 'erasure',
    account: hands.host,
    ground: 'gdpr-17-1',
    severities: ['irreversible', 'many-people'],
    kept: [],
    operations: await inTurn(
      drafts,
      async (draft, n) => await operationOf(draft, n, decided, box.put),
    ),
  }
  await box.put('plan', plan)
  const entry = await plannedEntry(plan, box.part()[1])
  await note(await load(id, hands), [entry], hands, { vault: new Map([box.part()]) })
  return entry.digest
}

/** In the order in which `plan/erasure.ts` puts them. */
function draftsFor({ people, tickets }: Batch): OperationDraft[] {
  const persons = Array.from({ length: people }, (_, i) => i)
  const own = (person: number): number[] =>
    Array.from({ length: tickets }, (_, i) => FIRST_TICKET + person * tickets + i)
  const common = { why: 'the-person', undo: 'none' } as const
  const ofTickets = (kind: 'ticket.delete' | 'ticket.purge') =>
    persons.flatMap((person) =>
      own(person).map((ticket): OperationDraft => {
        const looked = ticketBasis({ requesterId: FIRST_USER + person, comments: 1 })
        const basis = kind === 'ticket.delete' ? looked : purgeBasis
        return { ...common, phase: 'tickets', kind, address: { ticket }, basis, person }
      }),
    )
  const ofUsers = (kind: 'user.delete' | 'user.purge') =>
    persons.map((person): OperationDraft => {
      const { name, email, phone, role } = shownUser(FIRST_USER + person, true)
      const known = { name, email, phone, role, externalId: null, identities: [] }
      return {
        ...common,
        phase: 'user',
        kind,
        address: { user: FIRST_USER + person },
        ...(kind === 'user.delete' ? { change: { tickets: own(person) } } : {}),
        basis: kind === 'user.delete' ? userBasis(known) : userPurgeBasis,
        person,
      }
    })
  return [
    ...ofTickets('ticket.delete'),
    ...ofTickets('ticket.purge'),
    ...ofUsers('user.delete'),
    ...ofUsers('user.purge'),
  ]
}
