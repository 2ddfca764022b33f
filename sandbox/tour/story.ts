import { camille, requestTicket } from '../zendesk/sample/people.ts'
import { Actors, bot, type Plan, ticketsIn } from './actors.ts'
import { commentOn } from './customer.ts'
import type { Narrator } from './narrator.ts'
import { planLines, ticketLine } from './show.ts'
import { memberOf, staff } from './staff.ts'
import type { Stage } from './stage.ts'

const { lead, officer, deputy, third } = staff

/** One person is erased, and everything that can go wrong on the way does. */
export async function erasureStory(stage: Stage, tell: Narrator): Promise<Actors> {
  const actors = new Actors(stage, tell)
  await opening(actors)
  await confirming(actors)
  await deciding(actors)
  await stopped(actors, await planning(actors))
  await lostRole(actors, await actors.read())
  await killed(actors)
  await askedAgain(actors)
  await ending(actors)
  return actors
}

async function opening(actors: Actors): Promise<void> {
  const { tell, stage } = actors
  const open = async (subject: string) =>
    await stage.desk.deed('open', { right: 'erasure', subject, by: memberOf(lead) })
  tell.scene('1. A support lead opens a request')
  tell.says('typed', lead.name, '/rights-erase camille@')
  await actors.refused(lead, async () => await open('camille@'))
  tell.says('typed', lead.name, `/rights-erase ${requestTicket}`)
  const { id, number, name } = await open(String(requestTicket))
  actors.id = id
  actors.number = number
  const due = (await stage.desk.deed('due', id))?.slice(0, 10)
  tell.says('opened', bot, `${number} · ${name} is open, due ${due}.`, { data: { number, due } })
  await stage.desk.rest()
}

async function confirming({ tell, stage, id }: Actors): Promise<void> {
  const { candidates, seen } = await stage.desk.deed('people', id)
  tell.says('people', bot, `${candidates.length} user wrote this ticket. Is this the person?`, {
    lines: candidates.map(({ name, email, phone, identities }) =>
      [name, email, phone, `${identities.length} identities`].join('  '),
    ),
    data: { candidates: candidates.length },
  })
  tell.says('confirmed', lead.name, 'Yes, this is the person.')
  const users = candidates.map((candidate) => candidate.id)
  await stage.desk.deed('confirm', { id, by: memberOf(lead), seen, users })
  await stage.desk.rest()
}

async function deciding(actors: Actors): Promise<void> {
  const { tell, stage, id } = actors
  tell.scene('2. The bot finds every trace, a human decides')
  const found = await stage.desk.deed('traces', id)
  const { tickets, index } = found
  tell.says(
    'found',
    bot,
    `${tickets.length} tickets and ${index.suspended.length} suspended message speak of the person, by ${index.terms.length} terms.`,
    { lines: tickets.map(ticketLine), data: { tickets: tickets.length } },
  )
  await actors.refused(lead, async () => await actors.decideAs(found.seen, {}))
  const { asked, kept } = await actors.decide(found)
  tell.says(
    'decided',
    lead.name,
    `${asked} were for me: ${kept} are her namesake’s and stay, ${asked - kept} are about her.`,
    { data: { asked, kept } },
  )
}

async function planning(actors: Actors): Promise<Plan> {
  actors.tell.scene('3. Somebody else approves the exact plan')
  const plan = await actors.read()
  const said = `The plan, digest ${plan.digest.slice(0, 12)}…: ${ticketsIn(plan)} tickets go for good.`
  sayPlan(actors, plan, said)
  return plan
}

/** The opener, a careless reader, and an approver whose plan has changed under his eyes. */
async function stopped(actors: Actors, plan: Plan): Promise<void> {
  await actors.refused(lead, async () => await actors.approve(lead, plan))
  await actors.refused(
    officer,
    async () => await actors.approve(officer, plan, ticketsIn(plan) - 1),
  )
  actors.tell.says('decided', lead.name, 'One moment: I look at my decisions again.')
  await actors.decide(await actors.stage.desk.deed('traces', actors.id))
  await actors.refused(officer, async () => await actors.approve(officer, plan))
}

/** An approval counts only while its approver still has the role. */
async function lostRole(actors: Actors, plan: Plan): Promise<void> {
  const { stage, tell } = actors
  await actors.readAndApprove(officer, plan)
  await stage.officers([deputy, third])
  tell.says('role-lost', bot, `${officer.name} is no longer a privacy officer.`)
  await stage.desk.rest()
  await actors.news()
  await commentOn(stage.account, 48004, 'Une dernière question : avez-vous reçu mon colis ?')
  tell.says('drift', camille.name, '(writes once more in one of the tickets that will go)')
  await actors.readAndApprove(deputy, plan)
}

async function killed(actors: Actors): Promise<void> {
  const { stage, tell } = actors
  tell.scene('4. The plan is carried out, and killed in the middle')
  await stage.killAfterWrites(9)
  tell.says('killed', bot, 'kill -9: the ninth write took effect, and its answer was never heard.')
  await stage.desk.start()
  tell.says('started', bot, 'Started again. What was in flight is read back, not repeated.')
  await stage.desk.rest()
  await actors.news()
}

/** What drifted was left out; the lead decides again, and the new plan holds only what is left. */
async function askedAgain(actors: Actors): Promise<void> {
  const { stage, tell } = actors
  tell.scene('5. What has changed since is asked again')
  const found = await stage.desk.deed('traces', actors.id)
  const own = found.tickets.filter(({ relation }) => relation === 'own')
  const said = 'One ticket has changed since it was decided on: it was left alone.'
  tell.says('asked-again', bot, said, { lines: own.map(ticketLine) })
  await actors.decide(found)
  tell.says('decided', lead.name, 'It goes too.')
  const plan = await actors.read()
  sayPlan(actors, plan, `The new plan, digest ${plan.digest.slice(0, 12)}…, holds what is left.`)
  await actors.readAndApprove(deputy, plan)
}

async function ending(actors: Actors): Promise<void> {
  actors.tell.scene('6. Answered, deleted, proved, forgotten')
  await actors.stage.desk.rest()
  await actors.news()
}

function sayPlan({ tell }: Actors, plan: Plan, said: string): void {
  tell.says('plan', bot, said, {
    lines: planLines(plan),
    data: { digest: plan.digest, operations: plan.items.length, tickets: ticketsIn(plan) },
  })
}
