import { expect, test } from 'vitest'
import { approve, planShown } from '../../src/flows/index.ts'
import { wordsFor } from '../../src/words/index.ts'
import { planned } from '../plan/place.ts'
import type { Screen } from '../support/workplace.ts'
import { lead, officer, second, team, textOf } from './place.ts'

const [en, fr] = [wordsFor('en'), wordsFor('fr')]

/** A message of the requests channel, or to the lead alone, that says this. */
const saying = (where: string, text: string) => (screen: Screen) =>
  screen.messages.find((one) => one.channel.startsWith(where) && textOf(one).includes(text))

test('in Slack a refused call stands on the card and in a message to the lead, and his Go on ends it well', async () => {
  const place = await planned({ policy: { pauseSeconds: 0 } })
  const { account, id, service } = place
  const { hands, keeper } = service().desk
  const unknown = { status: 401, says: '{"error":"Couldn\'t authenticate you"}' } as const
  const deletion = { kind: 'error-before', method: 'DELETE', times: 0 } as const
  account.fault({ ...deletion, path: '/tickets/destroy_many$', ...unknown })
  const { digest, request } = await planShown(id, hands)
  const ticketsToGo = request.plan?.counts['tickets-go'] ?? 0
  for (const user of [officer, second])
    await approve({ id, by: { user, team }, digest, ticketsToGo }, hands)
  await keeper.wake(id)

  const card = await place.until(lead, saying('C0REQUESTS', en.halt.credentials))
  await place.until(lead, saying('D', fr.halt.credentials))

  account.clearFaults()
  await place.as(lead, 'click', { message: card.ts, action_id: 'go-on' })
  await place.until(lead, saying('C0REQUESTS', `*${en.desk.end.done}*`))
  await place.ended()
  expect(await place.told()).toEqual(
    expect.arrayContaining([`${lead} continued`, 'bot closed done', 'bot sealed']),
  )
  const shown = JSON.stringify((await place.screen(lead)).messages)
  for (const one of ['Benali', '@example.org', '360001150428', '48090'])
    expect(shown).not.toContain(one)
})
