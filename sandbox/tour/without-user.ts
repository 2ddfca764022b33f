import { wordsFor } from '../../src/words/index.ts'
import { absent } from '../zendesk/sample/case-people.ts'
import { staff } from '../zendesk/sample/people.ts'
import type { Actors } from './actors.ts'
import { openPlan, readAndApprove } from './approver.ts'
import { answerByHand, certified } from './ending.ts'
import { allOfThem, reviewOf } from './groups.ts'
import { confirmPerson, writePlan } from './lead.ts'
import { isCard, requests } from './screen.ts'

const { desk } = wordsFor('en')

/** Somebody without any user is forgotten; the plan is stopped in its pause, and goes on. */
export async function withoutUser(actors: Actors): Promise<void> {
  const { lead, deputy } = actors.people
  actors.tell.scene('8. A person without any user, stopped in the pause')
  actors.does('typed', lead, `in #rights-requests: /rights-erase ${absent.email}`)
  await lead.command(requests, `/rights-erase ${absent.email}`)
  await lead.put(
    await lead.window('confirm-people'),
    'terms',
    [absent.email, absent.name, absent.phone].join('\n'),
  )
  await confirmPerson(actors)
  actors.shows(lead, await reviewOf(actors), { event: 'review', most: 24 })
  await allOfThem(actors, 'passages')
  await lead.close(await writePlan(actors, await reviewOf(actors)))
  // Long enough for somebody to read the card: Slack allows a message a second.
  await actors.stage.pauseFor(60)
  const plan = await openPlan(actors, deputy)
  await readAndApprove(actors, deputy, { plan, atOnce: async () => await stopped(actors) })
  await actors.stage.pauseFor(1)
  await goesOn(actors)
  await answerByHand(actors)
  await certified(actors)
}

/** Somebody else sees a reason to wait: nothing has been written, and nothing is. */
async function stopped(actors: Actors): Promise<void> {
  const { third } = actors.people
  const before = written(actors)
  await third.confirm(await actors.card(third, desk.button.stop), 'stop')
  await actors.card(third, desk.button['go-on'])
  actors.does('stopped', third, `[${desk.button.stop}], within the pause`)
  if (written(actors) !== before)
    throw new Error('Something was written before the pause was over.')
}

async function goesOn(actors: Actors): Promise<void> {
  const { third } = actors.people
  const card = await actors.card(third, desk.button['go-on'])
  actors.news.tellCard(card)
  if (!isCard(card)) throw new Error('Only the card lets it go on.')
  actors.does('went-on', third, `[${desk.button['go-on']}]`)
  await third.press(card, 'go-on')
}

/** How much the desk has changed in the account. */
const written = ({ stage }: Actors): number =>
  stage.account
    .log()
    .filter(({ actor }) => actor === staff.admin.id)
    .flatMap(({ effect }) => effect).length
