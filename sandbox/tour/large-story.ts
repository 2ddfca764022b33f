import { wordsFor } from '../../src/words/index.ts'
import { frequent } from '../zendesk/sample/case-people.ts'
import { Actors } from './actors.ts'
import { setLocale } from './admin.ts'
import { agree, openPlan, ticketsIn } from './approver.ts'
import type { Check } from './checks.ts'
import { type Memory, refusedForSpeed, withHeadway } from './headway.ts'
import { confirmPerson, writePlan } from './lead.ts'
import type { Narrator } from './narrator.ts'
import { linesOf } from './readable.ts'
import { actionsIn, requests, type Window } from './screen.ts'
import type { Stage } from './stage.ts'

const { desk, door, window: words } = wordsFor('en')

/** Longer than the slowest part takes on a slow machine, in milliseconds. */
const patience = 20 * 60_000

/** What the story of a large request has shown. */
export type Told = { readonly actors: Actors; readonly checks: readonly Check[] }

/** A person with 5,000 tickets in an account of 100,000 is erased. */
export async function largeStory(stage: Stage, tell: Narrator): Promise<Told> {
  const actors = new Actors(stage, tell, patience)
  await setLocale(stage.slack.url, actors.people.lead.user, 'en-GB')
  const found = await finding(actors)
  tell.scene('2. Decided by whole groups')
  const decided = await deciding(actors, found.done)
  tell.scene('3. Approved by the number of tickets')
  const planned = await withHeadway(actors, async () => await planning(actors, decided))
  tell.scene('4. Carried out, proved, forgotten')
  const ended = await withHeadway(actors, async () => await ending(actors, planned.done))
  const parts = [found, planned, ended]
  return {
    actors,
    checks: [
      shownOften(parts.reduce((sum, { told }) => sum + told, 0)),
      isFlat(parts.map(({ memory }) => memory)),
      atPace(stage),
      allGone(stage),
    ],
  }
}

async function finding(actors: Actors) {
  const { lead } = actors.people
  actors.tell.scene('1. A person with 5,000 tickets, in an account of 100,000')
  actors.does('typed', lead, `in #rights-requests: /rights-erase user:${frequent.id}`)
  await lead.command(requests, `/rights-erase user:${frequent.id}`)
  await lead.until('who it may be', ({ views }) => views.at(-1)?.callback_id === 'confirm-people')
  await confirmPerson(actors)
  return await withHeadway(actors, async () => await lead.window('decide-traces'))
}

/** What her namesakes wrote stays; where somebody else names her, it goes. */
async function deciding(actors: Actors, review: Window): Promise<Window> {
  const { lead } = actors.people
  actors.shows(lead, review, { event: 'review', most: 30 })
  await wholeGroup(actors, words.group.namesake, 'none')
  await wholeGroup(actors, words.group.passages, 'all')
  return await lead.window('decide-traces')
}

async function wholeGroup(actors: Actors, group: string, way: 'all' | 'none'): Promise<void> {
  const { lead } = actors.people
  const review = await lead.window('decide-traces')
  if (!JSON.stringify(review.blocks).includes(group)) return
  await lead.press(review, 'see-group', group)
  const form = await lead.window('set-doubtful')
  actors.does('decided', lead, `${group}: [${way}]`)
  // A group of one has no button for the whole group.
  const whole = actionsIn(form.blocks).includes(`set-class:${way}`)
  await lead.press(form, whole ? `set-class:${way}` : `set-doubtful:${way}`)
  const set = await lead.window('set-doubtful', ({ hash }) => hash !== form.hash)
  if (whole) return await lead.close(set)
  await lead.submit(set)
  // What takes longer than an acknowledgement may ends in words, over the review.
  const top = await lead.until('the review, or that it is done', ({ views }) => {
    const over = views.at(-1)
    return ['decide-traces', 'close-window'].includes(over?.callback_id ?? '') && over
  })
  if (top.callback_id === 'close-window') {
    const said = linesOf(top.blocks).join(' ')
    if (said.includes(door.working))
      await lead.window('close-window', ({ hash }) => hash !== top.hash)
    await lead.close(top)
  }
}

async function planning(actors: Actors, decided: Window): Promise<number> {
  const { lead, officer } = actors.people
  await lead.close(await writePlan(actors, decided))
  const plan = await openPlan(actors, officer, 30)
  const tickets = ticketsIn(plan)
  await agree(officer, plan, tickets)
  actors.does('approved', officer, `types ${tickets}: [Approve]`)
  await officer.close(await officer.window('close-window'))
  return tickets
}

async function ending(actors: Actors, tickets: number): Promise<number> {
  const { people, news } = actors
  const { lead } = people
  await lead.press(await lead.told('see-answer'), 'see-answer')
  const answer = await lead.window('hand-over')
  await lead.submit(answer)
  news.tellCard(await actors.card(lead, desk.card.sealed), 'sealed')
  return tickets
}

const shownOften = (told: number): Check => ({
  name: 'the card says how far it has come',
  ok: told >= 5,
  found: `${told} times`,
})

/** What the bot holds at most, over what it held before it had read anything. */
function isFlat(parts: readonly Memory[]): Check {
  const first = parts[0]?.first ?? 0
  const most = Math.max(0, ...parts.map((part) => part.most))
  return {
    name: 'memory stays flat',
    ok: most > 0 && most <= 2 * first,
    found: `${first} MB at first, ${parts.map((part) => part.most).join(', ')} MB at most in each part`,
  }
}

function atPace(stage: Stage): Check {
  const refused = refusedForSpeed(stage)
  return {
    name: 'no call was refused for speed',
    ok: refused === 0,
    found: `${stage.account.log().length} calls, ${refused} answered 429`,
  }
}

/** Her tickets and herself are gone; her namesakes and theirs are as they were. */
function allGone({ account }: Stage): Check {
  const effects = account.log().flatMap(({ effect }) => effect)
  const purged = effects.filter(({ kind }) => kind === 'ticket.purged').length
  const users = effects.filter(({ kind }) => kind === 'user.deleted').map(({ id }) => id)
  return {
    name: 'all her tickets are gone for good, and nobody of her name',
    ok: purged === frequent.tickets && users.length === 1 && users[0] === frequent.id,
    found: `${purged} tickets and ${users.length} user deleted for good`,
  }
}
