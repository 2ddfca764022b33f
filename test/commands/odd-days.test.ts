import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { DiskFull } from '../../src/records/errors.ts'
import { wordsFor } from '../../src/words/index.ts'
import { fill, submit } from '../plan/place.ts'
import { type Message, openWorkplace, type Screen, type Workplace } from '../support/workplace.ts'
import { Hand } from '../window/hand.ts'
import {
  forgotten,
  type Hostile,
  hostile,
  lead,
  officer,
  second,
  spoil,
  textOf,
  topOf,
} from './place.ts'

const [en, fr] = [wordsFor('en'), wordsFor('fr')]

const says =
  (text: string) =>
  (screen: Screen): true | undefined =>
    textOf(topOf(screen)).includes(text) || undefined

const whispers =
  (text: string) =>
  ({ ephemerals }: Screen): true | undefined =>
    ephemerals.some((one) => one.text.includes(text)) || undefined

const list = { text: '/rights list', channel: 'C0REQUESTS' }

test('while Zendesk hangs, whoever asks sees a window that says so, and goes on by itself', async () => {
  const place = await openWorkplace()
  place.account.fault({ kind: 'latency', ms: 1_000, times: 2 })
  const hand = new Hand(place)
  const began = performance.now()
  expect((await hand.types('/rights-erase 48090')).outcome).toBe('ok')
  await hand.sees('R-2')
  expect(performance.now() - began).toBeLessThan(3_000)
  await hand.sees('Nadia Benali')
})

test('without a policy that can be read nobody does anything, and everybody is told why', async () => {
  const place = await hostile()
  const view = await place.read(officer, place.cardTs)
  await fill(place, officer, { view, field: 'count', value: '3' })
  await writeFile(place.config.policyFile, '{ "version": 1, ')
  const unreadable = en.refusal['policy-unreadable']()
  await submit(place, officer)
  await place.until(officer, says(unreadable))
  await place.as(second, 'command', list)
  await place.until(second, whispers(unreadable))
  await place.press(second, 'read-plan')
  await place.until(second, ({ ephemerals }) => ephemerals.length > 1)
  await place.as(lead, 'shortcut', { callback_id: 'open-erasure' })
  await place.until(lead, says(fr.refusal['policy-unreadable']()))
  expect(await place.told()).not.toContain(`${officer} approved`)
  await place.policy({ pauseSeconds: 900 })
  await place.as(officer, 'close', {})
  await submit(place, officer)
  await place.until(officer, says(en.plan.after.approved))
})

test('a full disk, and what nobody expected, are owned up to; afterwards everything works', async () => {
  const place = await hostile()
  const view = await place.read(officer, place.cardTs)
  await fill(place, officer, { view, field: 'count', value: '3' })
  const { store } = place.service().desk.hands
  const mend = spoil(store, 'append', async () => {
    throw new DiskFull()
  })
  await submit(place, officer)
  await place.until(officer, says(en.door.failed))
  await place.press(second, 'read-plan')
  await place.until(second, says(en.door.failed))
  // Who is turned away is told why, although it cannot be written down.
  await place.press('U0WEBER', 'read-plan')
  await place.until('U0WEBER', whispers(en.refusal['role-missing']('')))
  mend()

  const heal = spoil(store, 'load', async () => {
    throw new TypeError('Camille Lefèvre')
  })
  await place.as(officer, 'close', {})
  await submit(place, officer)
  await place.until(officer, says(en.door.failed))
  await place.as(second, 'command', list)
  await place.until(second, whispers(en.door.failed))
  heal()
  expect(place.lines.join('')).not.toContain('Camille')

  await place.as(officer, 'close', {})
  await submit(place, officer)
  await place.until(officer, says(en.plan.after.approved))
})

const requests = 'C0REQUESTS'

/** Everything that stands in the requests channel, also for whom the bot is not there. */
const inRequests = async (place: Workplace): Promise<Message[]> =>
  (await place.screen(lead)).messages.filter(({ channel }) => channel === requests)

/** The card of the only request, once it holds this button. */
const cardWith =
  (deed: string) =>
  ({ messages }: Screen): Message | undefined =>
    messages.find(
      ({ text, blocks }) => text.startsWith('R-2') && JSON.stringify(blocks).includes(deed),
    )

/** Nothing stands twice in the channel: each line tells of another entry. */
async function expectOnce(place: Workplace): Promise<void> {
  const { metadata } = { metadata: (await inRequests(place)).map((one) => one['metadata']) }
  const keys = metadata.flatMap((one) => (one ? [JSON.stringify(one)] : []))
  expect(keys.length).toBeGreaterThan(3)
  expect(new Set(keys).size).toBe(keys.length)
}

/** An officer has typed the number and has only to press the button. */
async function ready(policy: object = {}): Promise<Hostile> {
  const place = await hostile({ policy: { pauseSeconds: 0, ...policy } })
  const view = await place.read(officer, place.cardTs)
  await fill(place, officer, { view, field: 'count', value: '3' })
  return place
}

async function approves(place: Hostile): Promise<void> {
  expect((await submit(place, officer)).outcome).toBe('ok')
  expect(textOf(topOf(await place.screen(officer)))).toContain(en.plan.after.approved)
}

const inAudit =
  (text: string) =>
  ({ messages }: Screen): Message | undefined =>
    messages.find((one) => one.channel === 'C0AUDIT' && one.text.includes(text))

/** Its card says in the end what became of it, and nothing was said twice. */
async function expectSaid(place: Hostile): Promise<void> {
  expect(await place.told()).toContain('bot sealed')
  await place.until(lead, cardWith('see-certificate'))
  await expectOnce(place)
}

async function putOut(): Promise<void> {
  const place = await ready()
  await place.admin('channel', { id: requests, remove: ['U0RIGHTS'] })
  await approves(place)
  await place.ended()
  await place.until(officer, inAudit(en.slack['channel-missing'](requests)))
  expect(cardWith('see-certificate')(await place.screen(lead))).toBeUndefined()
  await place.admin('channel', { id: requests, add: ['U0RIGHTS'] })
  await expectSaid(place)
}

async function revoked(): Promise<void> {
  const place = await ready({ pauseSeconds: 2 })
  await approves(place)
  await forgotten(place)
  await place.admin('app', { token: 'revoked' })
  await place.as(second, 'command', list)
  await place.until(second, whispers(en.refusal['people-unknown']()))
  await place.until(lead, () => place.lines.some((line) => line.includes('token_revoked')))
  await place.admin('app', { token: 'active' })
  await place.ended()
  await expectSaid(place)
}

async function down(): Promise<void> {
  const place = await ready()
  place.slack.fault({ kind: 'too-many', method: 'chat.postMessage', times: 0 })
  place.slack.fault({ kind: 'error-before', method: '^(chat|conversations)\\.', times: 0 })
  await approves(place)
  await place.ended()
  expect(cardWith('see-certificate')(await place.screen(lead))).toBeUndefined()
  place.slack.clearFaults()
  await expectSaid(place)
}

async function groupGone(): Promise<void> {
  const place = await ready({ pauseSeconds: 2 })
  await approves(place)
  await place.admin('group', { id: 'S0PRIVACY', deleted: true })
  await place.until(lead, ({ messages }) =>
    messages.find(({ text }) => text.includes(en.slack['group-missing']('S0PRIVACY'))),
  )
  await place.as(second, 'command', list)
  await place.until(second, whispers(en.refusal['people-unknown']()))
  expect(place.account.log().filter(({ effect }) => effect.length > 0)).toEqual([])

  await place.admin('group', { id: 'S0PRIVACY', users: [officer, second] })
  await place.ended()
  expect(await place.told()).toContain('bot sealed')
}

test('put out of the channel, its token revoked, Slack down, a group gone: it is said to who can mend it, and goes on', async () => {
  const all = await Promise.all([putOut(), revoked(), down(), groupGone()])
  expect(all).toHaveLength(4)
})
