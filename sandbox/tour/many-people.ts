import { cases, chatTickets } from '../zendesk/sample/case-people.ts'
import type { Actors } from './actors.ts'
import { openPlan, readAndApprove } from './approver.ts'
import { answerByHand, certified } from './ending.ts'
import { allOfThem, blackOut, leaveUnsure, redactButFor, reviewOf } from './groups.ts'
import { confirmPerson, writePlan } from './lead.ts'
import { requests } from './screen.ts'

/** Those who asked on one day, by their addresses. */
export const crowd = [
  cases.caller,
  cases.chatter,
  cases.pictured,
  cases.formatted,
  cases.phoned,
  cases.aside,
  cases.traced,
] as const

/** Several people are erased by one request: calls, chats, pictures, and what others wrote. */
export async function manyPeople(actors: Actors): Promise<void> {
  actors.tell.scene('7. Seven people in one request')
  await pasted(actors)
  await confirmPerson(actors)
  await decided(actors)
  for (const who of [actors.people.deputy, actors.people.third]) {
    const plan = await openPlan(actors, who)
    await readAndApprove(actors, who, { plan })
  }
  await answerByHand(actors)
  await certified(actors)
}

/** A slip in one line: the list is refused, and nothing of it is opened. */
async function pasted(actors: Actors): Promise<void> {
  const { lead } = actors.people
  const list = crowd.map(({ email }) => email)
  actors.does('typed', lead, 'in #rights-requests: /rights-erase')
  await lead.command(requests, '/rights-erase')
  const form = await lead.window('intake')
  actors.does('typed', lead, `pastes ${list.length} lines, and one of them is “tomas.reyes@”`)
  await lead.put(form, 'subject', list.join('\n').replace(cases.chatter.email, 'tomas.reyes@'))
  const { errors } = await lead.submit(form)
  actors.refused(lead, Object.values(errors).join(' '))
  await lead.put(form, 'subject', list.join('\n'))
  await lead.submit(form)
}

async function decided(actors: Actors): Promise<void> {
  const { lead } = actors.people
  const review = await reviewOf(actors)
  actors.shows(lead, review, { event: 'review', most: 40 })
  await redactButFor(actors, [chatTickets.active])
  await allOfThem(actors, 'passages')
  await allOfThem(actors, 'namesake')
  await leaveUnsure(actors)
  await blackOut(actors, 'fermeture.jpg')
  await lead.close(await writePlan(actors, await reviewOf(actors)))
}
