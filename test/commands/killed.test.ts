import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { onceInEffect } from '../../sandbox/tour/checks.ts'
import { type Stage, setStage } from '../../sandbox/tour/stage.ts'
import { wordsFor } from '../../src/words/index.ts'
import { handsOn, type Message, type Screen, type Workplace } from '../support/workplace.ts'
import { Hand, saying } from '../window/hand.ts'
import { lead, officer } from './place.ts'

const { plan } = wordsFor('en')

const withButton =
  (deed: string) =>
  ({ messages }: Screen): Message | undefined =>
    messages.find(({ blocks }) => JSON.stringify(blocks).includes(`"${deed}"`))

/** From the command to the approval, each by who may, in Slack alone. */
async function approved(place: Workplace): Promise<void> {
  const ines = new Hand(place)
  await ines.types('/rights-erase 48090')
  await ines.sees('Nadia Benali')
  await ines.submits()
  await place.until(lead, ({ views }) => views.at(-1)?.callback_id === 'decide-traces')
  await ines.submits()
  const { ts } = await place.until(officer, withButton('read-plan'))
  await place.as(officer, 'click', { message: ts, action_id: 'read-plan' })
  const maya = new Hand(place, officer)
  const view = await place.until(officer, ({ views }) =>
    views.find((one) => saying(one).includes(plan.title)),
  )
  const [, count] = /\*(\d+) tickets?\*/.exec(saying(view)) ?? []
  await maya.fills('count', count)
  await maya.submits()
  await maya.sees(plan.after.approved)
}

async function staged(): Promise<Stage> {
  const stage = await setStage()
  onTestFinished(async () => {
    await stage.close()
    await rm(dirname(stage.data), { recursive: true, force: true })
  })
  return stage
}

test('killed at its work, the bot takes it up again: every write takes effect once, every line is said once', async () => {
  const stage = await staged()
  await stage.start()
  const place = handsOn(stage.slack) as Workplace
  const killed = stage.killAfterWrites(2)
  await approved(place)
  await killed
  const before = stage.account.log().filter(({ effect }) => effect.length > 0)
  await stage.start()
  const card = await place.until(lead, withButton('see-certificate'))
  expect(stage.account.log().filter(({ effect }) => effect.length > 0).length).toBeGreaterThan(
    before.length,
  )
  expect(onceInEffect(stage.account)).toMatchObject({ ok: true })

  const { messages } = await place.screen(lead)
  const cards = messages.filter(
    ({ text, channel }) => channel === card.channel && text.startsWith('R-2'),
  )
  expect(cards).toHaveLength(1)
  const lines = messages.filter(({ thread_ts, ts }) => thread_ts === card.ts && ts !== card.ts)
  const keys = lines.map(({ metadata }) => JSON.stringify(metadata))
  expect(keys.length).toBeGreaterThan(4)
  expect(new Set(keys).size).toBe(keys.length)
}, 30_000)
