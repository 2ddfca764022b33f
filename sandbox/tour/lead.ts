import { wordsFor } from '../../src/words/index.ts'
import { requestTicket } from '../zendesk/sample/people.ts'
import type { Actors } from './actors.ts'
import { linesOf, shown } from './readable.ts'
import { actionsIn, requests, type Window } from './screen.ts'

const words = wordsFor('en')
const { doubtful, group } = words.window

/** The lead opens the request: first with a slip, which the form mends. */
export async function openRequest(actors: Actors): Promise<void> {
  const { lead } = actors.people
  actors.does('typed', lead, 'in #rights-requests: /rights-erase camille@')
  await lead.command(requests, '/rights-erase camille@')
  const form = await lead.window('intake')
  actors.refused(lead, linesOf(form.blocks)[0] ?? '')
  actors.shows(lead, form, { event: 'form' })
  actors.does('typed', lead, `in the form: ${requestTicket}`)
  await lead.effort.aside(async () => {
    await lead.put(form, 'subject', String(requestTicket))
    await lead.submit(form)
  })
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
  const namesakes = await openDoubts(actors, review, group.namesake)
  for (const ticket of ticketsIn(namesakes)) actors.kept.add(ticket)
  const stay = `ticks nothing: ${actors.kept.size} tickets are her namesake’s, and stay.`
  actors.does('decided', lead, `${stay} [${doubtful.save}]`)
  await lead.submit(namesakes)
  const passages = await openDoubts(
    actors,
    await lead.window('decide-traces', isChanged),
    group.passages,
  )
  const asked = ticketsIn(passages).length
  actors.does('decided', lead, `[${doubtful.all}]: ${asked} tickets. [${doubtful.save}]`)
  await lead.press(passages, 'set-doubtful:all')
  await lead.submit(await lead.window('set-doubtful', ({ hash }) => hash !== passages.hash))
  return await lead.window('decide-traces', isAllDecided)
}

async function openDoubts(actors: Actors, review: Window, doubt: string): Promise<Window> {
  const { lead } = actors.people
  await lead.press(review, 'see-group', doubt)
  const form = await lead.window('set-doubtful')
  actors.shows(lead, form, { event: 'doubtful', most: 10 })
  return form
}

/** Whose buttons stand in a form. */
const ticketsIn = ({ blocks }: Window): number[] =>
  actionsIn(blocks).flatMap((action) => {
    const ticket = /^change-ticket:t(\d+)$/.exec(action)?.[1]
    return ticket === undefined ? [] : [Number(ticket)]
  })

/** What was ticked in the form stands in the review under it. */
const isChanged = ({ blocks }: Window): boolean =>
  linesOf(blocks).some(
    (line) => line.includes(group.namesake) && line.includes(`[${words.window.review.change}]`),
  )

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
