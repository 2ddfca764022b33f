import { wordsFor } from '../../src/words/index.ts'
import { staff } from '../zendesk/sample/people.ts'
import type { Actors } from './actors.ts'
import { requests } from './screen.ts'

const { desk } = wordsFor('en')

/** The owner of the account cannot be erased: the desk says who must do what first. */
export async function ownerRefused(actors: Actors): Promise<void> {
  const { lead } = actors.people
  actors.tell.scene('9. An administrator, who may own the account')
  actors.does('typed', lead, `in #rights-requests: /rights-erase user:${staff.owner.id}`)
  await lead.command(requests, `/rights-erase user:${staff.owner.id}`)
  const window = await lead.window('confirm-people')
  actors.shows(lead, window, { event: 'people' })
  await lead.put(window, 'people', [String(staff.owner.id)])
  const { errors } = await lead.submit(window)
  actors.refused(lead, Object.values(errors).join(' '))
  await lead.close(window)
  const card = await actors.card(lead, 'cancel')
  await lead.press(card, 'cancel')
  const form = await lead.window('say-cancel')
  await lead.put(form, 'reason', 'mistake')
  await lead.submit(form)
  actors.does('cancelled', lead, `[${desk.button.cancel}]: ${desk.reason.mistake}`)
  actors.news.tellCard(await actors.card(lead, desk.card.sealed), 'sealed')
}
