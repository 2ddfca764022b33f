import { wordsFor } from '../../src/words/index.ts'
import type { Actors } from './actors.ts'
import { actionsIn, type Message, type Screen, type Window } from './screen.ts'

const { desk } = wordsFor('en')

const next = 'see-answer:next'

/** The lead reads every page of the answers, and says that each person has theirs. */
export async function answerByHand(actors: Actors): Promise<void> {
  const { lead } = actors.people
  await lead.press(await lead.told('see-answer'), 'see-answer')
  let page = await lead.until('the answers', answersIn)
  while (page.callback_id !== 'hand-over' && actionsIn(page.blocks).includes(next)) {
    const { hash } = page
    actors.shows(lead, page, { event: 'answer', most: 6 })
    await lead.press(page, next)
    page = await lead.until('more answers', (screen) => {
      const now = answersIn(screen)
      return now && now.hash !== hash && now
    })
  }
  actors.shows(lead, page, { event: 'answer', most: 6 })
  actors.does('answered', lead, `[${page.submit?.text ?? ''}]`)
  await lead.submit(page)
}

const answersIn = ({ views }: Screen): Window | undefined =>
  views.findLast(({ callback_id: deed }) => deed === 'see-answer' || deed === 'hand-over')

/** The card, once nothing of the people is left in the desk; then the certificate. */
export async function certified(actors: Actors): Promise<Message> {
  const { lead } = actors.people
  const card = await actors.card(lead, desk.card.sealed)
  await actors.news.tellNew()
  actors.news.tellCard(card, 'sealed')
  await lead.press(card, 'see-certificate')
  const certificate = await lead.window('see-certificate')
  actors.shows(lead, certificate, { event: 'proved', most: 60, whole: true })
  await lead.close(certificate)
  return card
}
