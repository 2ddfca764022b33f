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

/** The card and the lines of its thread. */
const isTold = ({ channel }: Message): boolean => channel === 'C0REQUESTS'

const effectsIn = ({ account }: Stage): string[] =>
  account.log().flatMap(({ effect }) => effect.map(({ kind }) => kind))

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
  const told = (await place.screen(lead)).messages.filter(isTold).length
  await stage.start()
  // The last of all writes: every ticket has gone before, and the person has been answered.
  await place.until(lead, () => effectsIn(stage).some((kind) => kind === 'user.purge_requested'))
  expect(onceInEffect(stage.account)).toMatchObject({ ok: true })

  const messages = await place.until(lead, (screen) => {
    const now = screen.messages.filter(isTold)
    return now.length > told && now
  })
  const keys = messages.map(({ metadata }) => JSON.stringify(metadata))
  expect(new Set(keys).size).toBe(keys.length)
  expect(messages.filter(({ text }) => text.startsWith('R-2'))).toHaveLength(1)
}, 30_000)
