import { camille, others, requestTicket } from '../../../sandbox/zendesk/sample/people.ts'
import {
  approve,
  type Choice,
  type Choices,
  openRequest,
  peopleFound,
  planShown,
  type Resting,
  tracesFound,
} from '../../../src/flows/index.ts'
import type { Id, Member } from '../../../src/records/primitives.ts'
import { confirmNow, decideNow } from '../../support/deeds.ts'
import { lead, officer } from './cast.ts'
import type { Desk } from './desk.ts'

/** Whose request it is, and how the lead names it. */
export type Case = { readonly subject: string; readonly user: number }

/** The person of the demo: ten tickets, a homonym, mentions in every form. */
export const camilles: Case = { subject: `#${requestTicket}`, user: camille.id }
/** A small one: three tickets, of which the open one is her request. */
export const nadias: Case = { subject: '#48090', user: others.nadia.id }

/** The lead opens an erasure. */
export async function opened(desk: Desk, subject: string, by = lead): Promise<Id> {
  const { id } = await openRequest({ right: 'erasure', subject, by }, desk.hands)
  await desk.go(id)
  return id
}

/** The lead confirms who the person is. */
export async function confirmed(desk: Desk, id: Id, ...users: readonly number[]): Promise<void> {
  await confirmNow({ id, by: lead, users }, desk.hands)
  await desk.go(id)
}

/**
 * What a careful lead chooses where the rules only ask: tickets of namesakes stay, with a reason;
 * elsewhere every passage goes.
 */
export async function carefully(desk: Desk, id: Id): Promise<Choices> {
  const { index, tickets } = await tracesFound(id, desk.hands)
  const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
  const choice = ({ namesake, passages }: (typeof tickets)[number]): Choice =>
    namesake
      ? { action: 'keep', code: 'somebody-else' }
      : { action: 'redact', passages: passages.map(({ key }) => key) }
  return {
    tickets: Object.fromEntries(asked.map((find) => [find.id, choice(find)])),
    suspended: Object.fromEntries(
      index.suspended
        .filter(({ proposal }) => proposal.action === 'ask')
        .map(({ id: mail }) => [mail, { action: 'keep', code: 'somebody-else' }]),
    ),
  }
}

/** The lead decides carefully, and as told where told. */
export async function decided(desk: Desk, id: Id, choices: Choices = {}): Promise<void> {
  const careful = await carefully(desk, id)
  const tickets = { ...careful.tickets, ...choices.tickets }
  await decideNow({ id, by: lead, choices: { ...careful, ...choices, tickets } }, desk.hands)
  await desk.go(id)
}

/** From the command to a plan that waits for its approval: Nadia's unless told otherwise. */
export async function planned(
  desk: Desk,
  { subject, user }: Case = nadias,
  choices: Choices = {},
): Promise<Id> {
  const id = await opened(desk, subject)
  await confirmed(desk, id, user)
  await decided(desk, id, choices)
  return id
}

/** An approver's word on the plan that is in force. */
export async function wordOf(desk: Desk, id: Id, by: Member = officer) {
  const { digest, request } = await planShown(id, desk.hands)
  return { id, by, digest, ticketsToGo: request.plan?.counts['tickets-go'] ?? 0 }
}

/** An officer approves what is in force. */
export async function approved(desk: Desk, id: Id, by: Member = officer): Promise<void> {
  await approve(await wordOf(desk, id, by), desk.hands)
}

/** The whole way, wherever it stands at an approval: approved, and on to where a human is needed. */
export async function finished(desk: Desk, id: Id): Promise<Resting> {
  await approved(desk, id)
  return await desk.go(id)
}

/** Who may be the person, as the lead sees it. */
export const candidatesOf = async (desk: Desk, id: Id) =>
  (await peopleFound(id, desk.hands)).candidates
