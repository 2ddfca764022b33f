import {
  approve,
  type Choices,
  goOn,
  type Hands,
  handOver,
  openRequest,
  peopleFound,
  planShown,
  tracesFound,
} from '../../../src/flows/index.ts'
import type { Id, Member } from '../../../src/records/primitives.ts'
import { confirmNow, decideNow } from '../../support/deeds.ts'
import type { ScenarioName } from '../schedule.ts'
import { ids, person } from '../world/world.ts'
import { type Authority, isOfficer, lead, officers } from './authority.ts'

const subjects: Record<ScenarioName, string> = {
  'by-ticket': `#${ids.request}`,
  'by-name': `name:${person.name}`,
  classic: `#${ids.request}`,
}

/** The lead opens the request. */
export const open = async (scenario: ScenarioName, hands: Hands): Promise<Id> =>
  (await openRequest({ right: 'erasure', subject: subjects[scenario], by: lead }, hands)).id

/** What the people of the desk do when the request waits for them at this step. */
export async function respond(
  step: string,
  { id, authority }: { id: Id; authority: Authority },
  hands: Hands,
): Promise<void> {
  if (step === 'confirm-people') await confirmHer(id, hands)
  else if (step === 'decide-traces') await decide(id, hands)
  else if (step === 'approve') await approveOnce(id, authority, hands)
  // Whoever paused the desk resumes it in his own time.
  else if (step === 'paused') return
  else if (step === 'hand-over') await handOver({ id, by: lead }, hands)
  else throw new TypeError(`nobody knows what to do at ${step}`)
}

/** Somebody lets a halted request go on: the lead, or an officer where there was a legal hold. */
export async function letGoOn(
  code: string,
  { id, authority }: { id: Id; authority: Authority },
  hands: Hands,
): Promise<void> {
  const by = code === 'legal-hold' ? nextOfficer(authority, []) : lead
  await goOn({ id, by }, hands)
}

async function confirmHer(id: Id, hands: Hands): Promise<void> {
  const { candidates } = await peopleFound(id, hands)
  const users = candidates.map((user) => user.id).filter((user) => user === ids.ana)
  await confirmNow({ id, by: lead, users }, hands)
}

/** As proposed; what is asked is answered: the namesake's ticket stays, elsewhere all passages go. */
async function decide(id: Id, hands: Hands): Promise<void> {
  const { index, tickets } = await tracesFound(id, hands)
  const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
  const choices: Choices = {
    tickets: Object.fromEntries(
      asked.map((find) => [
        String(find.id),
        find.requesterId === ids.namesake
          ? { action: 'keep', code: 'not-the-person' }
          : {
              action: 'redact',
              code: 'others-ticket',
              passages: find.passages.map(({ key }) => key),
            },
      ]),
    ),
    acceptTerms: index.proposedTerms.map(({ term }) => term),
  }
  await decideNow({ id, by: lead, choices }, hands)
}

/** Whichever officer can approve the plan as it stands now. */
async function approveOnce(id: Id, authority: Authority, hands: Hands): Promise<void> {
  const { request, digest, plan } = await planShown(id, hands)
  const by = nextOfficer(authority, request.plan?.approvals.map((a) => a.by.user) ?? [])
  const ticketsToGo = plan.operations.filter(({ kind }) => kind === 'ticket.purge').length
  await approve({ id, by, digest, ticketsToGo }, hands)
}

/** An officer whose approval is not there yet. */
export function nextOfficer(authority: Authority, approved: readonly string[]): Member {
  const moment = { ...authority.now, directory: 'up' as const }
  const free = officers.find((o) => isOfficer(moment, o) && !approved.includes(o.user))
  if (!free) throw new TypeError('there are no officers left')
  return free
}
