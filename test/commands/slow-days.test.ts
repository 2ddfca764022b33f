import { expect, test } from 'vitest'
import { wordsFor } from '../../src/words/index.ts'
import { fill, submit } from '../plan/place.ts'
import type { Screen, Workplace } from '../support/workplace.ts'
import { forgotten, hostile, lead, officer, second, textOf, third, topOf } from './place.ts'

const [en, fr] = [wordsFor('en'), wordsFor('fr')]

/** The window on top says this. */
const says =
  (text: string) =>
  (screen: Screen): true | undefined =>
    textOf(topOf(screen)).includes(text) || undefined

const whispers =
  (text: string) =>
  ({ ephemerals }: Screen): true | undefined =>
    ephemerals.some((one) => one.text.includes(text)) || undefined

const told =
  (text: string) =>
  ({ messages }: Screen): true | undefined =>
    messages.some((one) => one.channel.startsWith('D') && one.text.includes(text)) || undefined

/** No delivery waited longer than Slack does, and nobody is left with a window that only waits. */
async function expectAnswered(place: Workplace): Promise<void> {
  const tardy = place.slack.log().filter((one) => one.kind === 'delivery' && one.ms > 2_900)
  expect(tardy).toEqual([])
  for (const user of [lead, officer, second, third]) {
    expect(JSON.stringify((await place.screen(user)).views)).not.toContain('hourglass')
  }
}

const list = { text: '/rights list', channel: 'C0REQUESTS' }

/** Slack does not say who is who: everybody is told so, and nothing is done. */
async function silent(): Promise<void> {
  const place = await hostile()
  const view = await place.read(officer, place.cardTs)
  await fill(place, officer, { view, field: 'count', value: '3' })
  await forgotten(place)
  place.slack.fault({ kind: 'latency', ms: 2_700, method: 'users.info', times: 0 })
  const unknown = en.refusal['people-unknown']()
  const [form, command, , opened] = await Promise.all([
    submit(place, officer),
    place.as(second, 'command', list),
    place.press(third, 'read-plan'),
    place.as(lead, 'command', { text: '/rights-erase 48213', channel: 'C0REQUESTS' }),
  ])
  expect([form, command, opened].map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok'])
  await place.until(officer, says(unknown))
  await place.until(second, whispers(unknown))
  await place.until(third, says(unknown))
  await place.until(lead, says(fr.refusal['people-unknown']()))
  await expectAnswered(place)
  place.slack.clearFaults()
  expect(await place.told()).not.toContain(`${officer} approved`)
}

/** Slack says it late: what comes of it is shown in the end. */
async function late(): Promise<void> {
  const place = await hostile()
  for (const user of [officer, second]) {
    const view = await place.read(user, place.cardTs)
    await fill(place, user, { view, field: 'count', value: user === officer ? '3' : '4' })
  }
  await place.policy({
    pauseSeconds: 900,
    roles: {
      'support-lead': { members: [lead] },
      'privacy-officer': { members: [officer, third] },
    },
  })
  await forgotten(place)
  place.slack.fault({ kind: 'latency', ms: 2_250, method: 'users.info', times: 4 })
  const all = await Promise.all([
    submit(place, officer),
    submit(place, second),
    place.as(third, 'command', list),
    place.as(lead, 'open-home'),
  ])
  expect(all.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok'])
  await place.until(officer, says(en.plan.after.approved))
  await place.until(second, says(en.refusal['role-missing']('privacy officer')))
  await place.until(third, whispers(en.desk.rights.all(1)))
  await place.until(lead, ({ home }) => home ?? undefined)
  await expectAnswered(place)
}

test('however long Slack takes to say who is who, everybody is answered in time, and sees what came of it', async () => {
  const both = await Promise.all([silent(), late()])
  expect(both).toHaveLength(2)
})

test('where Slack errs, refuses or asks to wait instead of saying who is who, nobody may do anything', async () => {
  const place = await hostile()
  await forgotten(place)
  for (const [user, kind] of [
    [second, 'error-before'],
    [third, 'refuse'],
    [officer, 'too-many'],
  ] as const) {
    place.slack.fault({ kind, method: 'users.info', error: 'fatal_error', times: 0 })
    await place.press(user, 'read-plan')
    await place.until(user, whispers(en.refusal['people-unknown']()))
    place.slack.clearFaults()
    expect((await place.screen(user)).views).toEqual([])
  }
  expect(await place.told()).not.toContain(`${officer} viewed`)
})

test('where Slack loses a window, or its answer, or changes it late, nobody waits for ever', async () => {
  const place = await hostile()
  const opens = async (
    user: string,
    ...faults: Parameters<Workplace['slack']['fault']>
  ): Promise<void> => {
    place.slack.fault(...faults)
    await place.press(user, 'read-plan')
    await place.until(user, says(en.plan.title))
    await place.as(user, 'close', { clear: true })
  }
  await opens(officer, { kind: 'error-after', method: 'views.open' })
  await opens(officer, { kind: 'drop-after', method: 'views.open' })
  await opens(officer, { kind: 'error-before', method: 'views.open' })
  await Promise.all([
    opens(second, { kind: 'error-before', method: 'views.update' }),
    opens(third, { kind: 'too-many', method: 'views.update' }),
  ])
  expect(place.slack.log().filter((one) => one.kind === 'api' && one.fault)).toHaveLength(5)
  await expectAnswered(place)
})

test('a window that Slack does not take is owned up to: in it, beside the message, or in a message', async () => {
  const place = await hostile()
  const failed = en.door.failed
  place.slack.fault({ kind: 'refuse', method: 'views.update', error: 'invalid_arguments' })
  await place.press(officer, 'read-plan')
  await place.until(officer, says(failed))

  place.slack.fault({ kind: 'refuse', method: 'views.open', error: 'expired_trigger_id', times: 2 })
  await place.press(second, 'read-plan')
  await place.until(second, whispers(failed))

  await place.as(third, 'open-home', { until: 'home' })
  const { home } = await place.screen(third)
  place.slack.fault({ kind: 'refuse', method: 'views.open', error: 'expired_trigger_id', times: 0 })
  await place.as(third, 'click', { view: home?.['id'], action_id: 'read-plan' })
  await place.until(third, told(failed))
  place.slack.clearFaults()

  // A further window over his, when three are open or the click is too old.
  const view = await place.read(officer, place.cardTs)
  place.slack.fault({ kind: 'refuse', method: 'views.push', error: 'push_limit_reached', times: 0 })
  await place.as(officer, 'click', { view: view.id, action_id: 'see-plan:tickets' })
  await place.until(officer, told(failed))
  expect(place.lines.filter((line) => line.includes('WindowRefused')).length).toBeGreaterThan(2)
  await expectAnswered(place)
})

test('a window that was drawn anew in the meantime still shows what was pressed in it', async () => {
  const place = await hostile()
  const view = await place.read(officer, place.cardTs)
  place.slack.fault({ kind: 'refuse', method: 'views.update', error: 'hash_conflict' })
  await place.as(officer, 'click', { view: view.id, action_id: 'hold', confirmed: true })
  await place.until(officer, says(en.plan.after.held))
  expect(await place.told()).toContain(`${officer} stopped legal-hold`)
})
