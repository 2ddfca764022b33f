import { wordsFor } from '../../src/words/index.ts'
import { requestTicket } from '../zendesk/sample/people.ts'
import { type Actors, requests } from './actors.ts'
import { linesOf, shown } from './readable.ts'
import { actionsIn, type Window } from './screen.ts'

const words = wordsFor('en')
const { group } = words.window

/** The lead opens the request: first with a slip, which the form mends. */
export async function openRequest(actors: Actors): Promise<void> {
  const { lead } = actors.people
  actors.does('typed', lead, 'in #rights-requests: /rights-erase camille@')
  await lead.command(requests, '/rights-erase camille@')
  const form = await lead.window('intake')
  actors.shows(lead, form, { event: 'form' })
  actors.refused(lead, linesOf(form.blocks)[0] ?? '')
  await lead.put(form, 'subject', String(requestTicket))
  actors.does('typed', lead, `in the form: ${requestTicket}`)
  await lead.submit(form)
}

/** The lead says who the person is. */
export async function confirmPerson(actors: Actors): Promise<void> {
  const { lead } = actors.people
  const window = await lead.window('confirm-people')
  actors.shows(lead, window, { event: 'people' })
  actors.does('confirmed', lead, 'presses the button: yes, this is the person.')
  await lead.submit(window)
}

/** Sent off too early, the review says what is still open. */
export async function decideTooEarly(actors: Actors, review: Window): Promise<void> {
  const { lead } = actors.people
  await lead.effort.aside(async () => {
    await lead.submit(review)
    const notice = await lead.window('close-window')
    actors.refused(lead, linesOf(notice.blocks).join(' '))
    await lead.close(notice)
  })
}

/** What only a human can know: the namesake's tickets stay, everywhere else every passage goes. */
export async function decideDoubts(actors: Actors, review: Window): Promise<Window> {
  const { lead } = actors.people
  await lead.press(review, 'see-group', group.namesake)
  const namesakes = await lead.window('set-doubtful')
  actors.shows(lead, namesakes, { event: 'doubtful', most: 10 })
  for (const action of actionsIn(namesakes.blocks)) {
    const ticket = /^change-ticket:t(\d+)$/.exec(action)?.[1]
    if (ticket !== undefined) actors.kept.add(Number(ticket))
  }
  actors.does(
    'decided',
    lead,
    `ticks nothing: ${actors.kept.size} tickets are her namesake’s, and stay.`,
  )
  await lead.submit(namesakes)
  const between = await lead.window('decide-traces')
  await lead.press(between, 'see-group', group.passages)
  const passages = await lead.window('set-doubtful')
  actors.shows(lead, passages, { event: 'doubtful', most: 10 })
  const asked = actionsIn(passages.blocks).filter((one) => one.startsWith('change-ticket:')).length
  actors.does('decided', lead, `[${words.window.doubtful.all}]: ${asked} tickets.`)
  await lead.press(passages, 'set-doubtful:all')
  const before = passages.private_metadata
  const ticked = await lead.window(
    'set-doubtful',
    (now) => now['hash'] !== passages['hash'] && before !== '',
  )
  await lead.submit(ticked)
  return await lead.window('decide-traces', isAllDecided)
}

const isAllDecided = ({ blocks }: Window): boolean =>
  linesOf(blocks).some((line) => line.includes(words.window.review['nothing-open']))

/** Sends the review off, and waits until the plan is written. */
export async function writePlan(actors: Actors, review: Window): Promise<Window> {
  const { lead } = actors.people
  actors.does('decided', lead, `[${shown(words.window.review.submit)}]`)
  await lead.submit(review)
  return await lead.window('look-again', ({ blocks }) =>
    linesOf(blocks).some((line) => line.includes(shown(words.window.standing.approve))),
  )
}
