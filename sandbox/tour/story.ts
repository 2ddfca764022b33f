import { wordsFor } from '../../src/words/index.ts'
import { camille } from '../zendesk/sample/people.ts'
import { Actors, bot } from './actors.ts'
import { replay, setLocale, setOfficers } from './admin.ts'
import { agree, careless, openPlan, opensOwn, readAndApprove, ticketsIn } from './approver.ts'
import { commentOn } from './customer.ts'
import { guestTries } from './guest.ts'
import { confirmPerson, decideDoubts, decideTooEarly, openRequest, writePlan } from './lead.ts'
import type { Narrator } from './narrator.ts'
import { linesOf, shown } from './readable.ts'
import { requests, type Window } from './screen.ts'
import type { Stage } from './stage.ts'

const { desk, door } = wordsFor('en')

/** One person is erased, and everything that can go wrong on the way does. */
export async function erasureStory(stage: Stage, tell: Narrator): Promise<Actors> {
  const actors = new Actors(stage, tell)
  // The sample's lead uses Slack in French; the tour is told in English.
  await setLocale(stage.slack.url, actors.people.lead.user, 'en-GB')
  await opening(actors)
  await deciding(actors)
  await lostRole(actors, await planning(actors))
  await killed(actors)
  await askedAgain(actors)
  await ending(actors)
  return actors
}

async function opening(actors: Actors): Promise<void> {
  const { people, news, tell } = actors
  tell.scene('1. A support lead opens a request')
  await openRequest(actors)
  news.tellCard(await actors.card(people.lead))
  await people.lead.told('open-window')
  await news.tellNew()
  await guestTries(actors)
  await confirmPerson(actors)
}

async function deciding(actors: Actors): Promise<void> {
  const { lead } = actors.people
  actors.tell.scene('2. The bot finds every trace, a human decides')
  const review = await lead.window('decide-traces')
  await actors.news.tellNew()
  actors.shows(lead, review, { event: 'review', most: 24 })
  await decideTooEarly(actors, review)
  const decided = await decideDoubts(actors, review)
  await lead.close(await writePlan(actors, decided))
}

/** A careless reader, one whose plan has changed under his eyes, and the opener herself. */
async function planning(actors: Actors): Promise<Window> {
  const { lead, officer } = actors.people
  actors.tell.scene('3. Somebody else approves the exact plan')
  const plan = await openPlan(actors, officer)
  await careless(actors, officer, plan)
  await lead.effort.aside(async () => await decideAgain(actors))
  await officer.effort.aside(async () => await agree(officer, plan, ticketsIn(plan)))
  const now = await officer.window('approve', isOther(plan))
  actors.refused(officer, linesOf(now.blocks)[0] ?? '')
  await opensOwn(actors)
  return now
}

const isOther =
  ({ private_metadata: before }: Window) =>
  ({ private_metadata: now }: Window): boolean =>
    now !== before

/** The lead looks at the decisions again: the plan is written anew. */
async function decideAgain(actors: Actors): Promise<void> {
  const { lead } = actors.people
  actors.does('decided', lead, 'One moment: I look at my decisions again.')
  await lead.press(await actors.card(lead, 'open-window'), 'open-window')
  await lead.press(await lead.window('look-again'), 'open-window')
  await lead.close(await writePlan(actors, await lead.window('decide-traces')))
}

/** An approval counts only while its approver still has the role. */
async function lostRole(actors: Actors, plan: Window): Promise<void> {
  const { stage, tell, people } = actors
  const { officer, deputy, third } = people
  // Somebody else is quicker: for her, this one is over.
  await deputy.told('read-plan')
  await readAndApprove(actors, officer, {
    plan,
    atOnce: async () => await setOfficers(stage.slack.url, [deputy.user, third.user]),
  })
  actors.tellEffort()
  tell.says('role-lost', 'The workspace', `${officer.name} is no longer in @privacy.`)
  const again = await openPlan(actors, deputy, 7)
  await readAndApprove(actors, deputy, {
    plan: again,
    atOnce: async () => await commentOn(stage.account, 48004, lastQuestion),
  })
  tell.says('drift', camille.name, '(writes once more in one of the tickets that will go)')
}

const lastQuestion = 'Une dernière question : avez-vous reçu mon colis ?'

async function killed(actors: Actors): Promise<void> {
  const { stage, tell, news, people } = actors
  tell.scene('4. The plan is carried out, and killed in the middle')
  await stage.killAfterWrites(9)
  await news.tellNew()
  tell.says('killed', bot, 'kill -9: the ninth write took effect, and its answer was never heard.')
  news.tellCard(await actors.card(people.lead))
  await stage.start()
  tell.says('started', bot, 'Started again. What was in flight is read back, not repeated.')
}

/** What drifted was left out; the lead decides again, and the new plan holds only what is left. */
async function askedAgain(actors: Actors): Promise<void> {
  const { tell, people, news, stage } = actors
  const { lead, deputy } = people
  await lead.press(await lead.told('open-window'), 'open-window')
  await news.tellNew()
  tell.scene('5. What has changed since is asked again')
  const review = await lead.window('decide-traces')
  actors.shows(lead, review, { event: 'asked-again', most: 24 })
  await lead.close(await writePlan(actors, review))
  const plan = await openPlan(actors, deputy)
  const approval = await readAndApprove(actors, deputy, { plan })
  const answer = await replay(stage.slack.url, approval)
  tell.says('refused', bot, `(to whoever sends the same signed bytes again) ${door.replayed}`)
  if (!answer.includes(door.replayed)) throw new Error('The same bytes were taken twice.')
}

async function ending(actors: Actors): Promise<void> {
  const { people, news, tell } = actors
  const { lead, deputy, third } = people
  tell.scene('6. Answered, deleted, proved, forgotten')
  const card = await actors.card(lead, desk.card.sealed)
  await news.tellNew()
  tell.says('pace', 'The tour', 'does not wait for the thread: Slack allows a message a second.')
  news.tellCard(card, 'sealed')
  await lead.press(card, 'see-certificate')
  const certificate = await lead.window('see-certificate')
  actors.shows(lead, certificate, { event: 'proved', most: 60, whole: true })
  await lead.close(certificate)
  actors.does('typed', deputy, 'in #rights-requests: /rights verify')
  const { ephemerals } = await deputy.command(requests, '/rights verify')
  tell.says('verified', bot, `(to ${deputy.name}) ${shown(ephemerals.at(-1)?.text ?? '')}`)
  await third.openHome()
  const home = await third.until('her App Home', (screen) => screen.home ?? undefined)
  tell.says(
    'home',
    bot,
    `(App Home of ${third.name}) ${linesOf(home.blocks).slice(0, 3).join(' · ')}`,
  )
}
