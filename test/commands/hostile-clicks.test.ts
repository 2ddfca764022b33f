import { expect, test } from 'vitest'
import { policy as localPolicy } from '../../sandbox/local/policy.ts'
import type { Json } from '../../sandbox/slack/blocks/walk.ts'
import { tokensFrom } from '../../src/commands/tokens.ts'
import type { DeedId } from '../../src/views/deed-id.ts'
import { wordsFor } from '../../src/words/index.ts'
import { fill, submit } from '../plan/place.ts'
import { tokens } from '../plan/support.ts'
import { openWorkplace } from '../support/workplace.ts'
import { Hand, requestIn } from '../window/hand.ts'
import {
  expectNothingDone,
  hostile,
  journalOf,
  lead,
  named,
  officer,
  payloadOf,
  second,
  sentLast,
  signed,
  submissionOf,
  turnedIn,
} from './place.ts'

const { desk, door, refusal, plan } = wordsFor('en')
const french = wordsFor('fr')

test('who may not is told why, once, and it is written down: strangers, guests, bots, leavers', async () => {
  const place = await hostile()
  await place.admin('channel', { id: 'C0REQUESTS', ext_shared: true, add: ['U0ELSEWHERE'] })
  const pressed = async (user: string, code: string, words: string): Promise<void> =>
    expect(await place.after(async () => await place.press(user, 'read-plan'))).toEqual({
      said: [words],
      request: [`${user} read-plan ${code}`],
      desk: [],
    })
  await pressed('U0GUEST', 'not-a-member', refusal['not-a-member']())
  await pressed('U0ELSEWHERE', 'stranger', door.stranger)
  await pressed('U0WEBER', 'role-missing', refusal['role-missing'](''))

  const click = payloadOf(sentLast(place, 'block_actions', 'U0WEBER'))
  for (const [user, of, code] of [
    ['U0RIGHTS', 'T0NORDLYS', 'not-a-member'],
    ['U0GONE', 'T0NORDLYS', 'not-a-member'],
    ['U0NOBODY', 'T0NORDLYS', 'not-a-member'],
    [officer, 'T0ELSEWHERE', 'stranger'],
  ] as const) {
    const came = await place.after(
      async () => await signed(place, { ...click, ...named(user, of) }),
    )
    expect(came).toEqual({
      said: [code === 'stranger' ? door.stranger : refusal[code]()],
      request: [`${user} read-plan ${code}`],
      desk: [],
    })
  }
  const command = await place.after(
    async () =>
      await place.as('U0GUEST', 'command', { text: '/rights-erase 48213', channel: 'C0REQUESTS' }),
  )
  expect(command).toEqual({
    said: [refusal['not-a-member']()],
    request: [],
    desk: ['U0GUEST rights-erase not-a-member'],
  })
  await expectNothingDone(place)
})

test('a button that was not made here, or not for this, or not for him, does nothing', async () => {
  const place = await hostile()
  const view = await place.read(officer, place.cardTs)
  const about = { request: place.id, on: await place.digest() }
  const forged = async (action_id: string, value: unknown, at: object = {}): Promise<unknown> =>
    await place.after(
      async () =>
        await place.as(officer, 'click', {
          message: place.cardTs,
          action_id,
          forge: { type: 'button', value },
          ...at,
        }),
    )
  const no = {
    said: [door['foreign-token']],
    request: [],
    desk: [`${officer} read-plan foreign-token`],
  }
  const theirs = tokensFrom(['77'.repeat(32)]).mint({ deed: 'read-plan', ...about })
  expect(await forged('read-plan', 'approve everything')).toEqual(no)
  expect(await forged('read-plan', theirs)).toEqual(no)
  expect(await forged('read-plan', undefined)).toEqual(no)
  const ours = tokens.mint({ deed: 'read-plan', ...about })
  expect(await forged('read-plan', `${ours.slice(0, -2)}AA`)).toEqual(no)

  // Ours, but for something else: what it is about is known.
  const wrong = { ...no, request: [`${officer} stop foreign-token`], desk: [] }
  expect(await forged('stop', ours)).toEqual(wrong)
  // In a window nothing stands in the window's name but its form.
  const inWindow = { message: undefined, view: view.id }
  const said = [expect.stringContaining(door['foreign-token'])]
  const hold = { said, request: [`${officer} hold foreign-token`], desk: [] }
  expect(await forged('hold', view['private_metadata'], inWindow)).toEqual(hold)
  const menu = { forge: { type: 'static_select', selected_option: { value: 'x' } } }
  expect(await forged('hold', '', { ...inWindow, ...menu })).toEqual({
    said,
    request: [],
    desk: [`${officer} hold foreign-token`],
  })
  await place.as(officer, 'close', { clear: true })

  const his = tokens.mint({ deed: 'read-plan', ...about, user: second })
  expect(await forged('read-plan', his)).toEqual({
    said: [door['not-yours']],
    request: [`${officer} read-plan not-yours`],
    desk: [],
  })
  const stolen = await place.after(async () => await signed(place, submissionOf(view, second)))
  expect(stolen).toEqual({
    said: [expect.stringContaining(door['not-yours'])],
    request: [`${second} approve not-yours`],
    desk: [],
  })
  const bare = { ...view, private_metadata: '' }
  expect(await place.after(async () => await signed(place, submissionOf(bare, officer)))).toEqual({
    said: [expect.stringContaining(door['foreign-token'])],
    request: [],
    desk: [`${officer} approve foreign-token`],
  })
  const suggest: Json = {
    ...submissionOf(view, officer),
    type: 'block_suggestion',
    action_id: 'hold',
    block_id: 'x',
    value: 'x',
  }
  const menus = await place.after(async () => await signed(place, suggest))
  expect(menus.request).toEqual([`${officer} hold foreign-token`])
  await expectNothingDone(place)
})

test('the opener approves nothing, even with a window that says that she may', async () => {
  const roles = {
    'support-lead': { members: [lead] },
    'privacy-officer': { members: [lead, officer, second] },
  }
  const place = await hostile({ policy: { roles } })
  const view = await place.read(officer, place.cardTs)
  const own = {
    ...view,
    private_metadata: tokens.mint({
      deed: 'approve',
      request: place.id,
      on: await place.digest(),
      user: lead,
    }),
  }
  const came = await place.after(async () => await signed(place, submissionOf(own, lead)))
  expect(came.said).toEqual([expect.stringContaining(french.refusal['own-request']())])
  expect(came.request).toEqual([`${lead} approve own-request`])
  await expectNothingDone(place)
})

test('an approval counts once: of an old plan never, twice from two windows or by two officers at once', async () => {
  const place = await hostile({ policy: { pauseSeconds: 900 } })
  const old = await place.read(officer, place.cardTs)
  await place.decide({ tickets: { 26845: { action: 'keep', code: 'legal-claims' } } })
  const late = await place.after(async () => await signed(place, submissionOf(old, officer)))
  expect(late.said).toEqual([expect.stringContaining(plan.changed)])
  expect(late.request).toEqual([`${officer} approve digest-outdated`])
  await expectNothingDone(place)

  const view = await place.read(officer, place.cardTs)
  const his = await place.read(second, place.cardTs)
  const all = await Promise.all([
    signed(place, submissionOf(view, officer, '2')),
    signed(place, submissionOf(view, officer, '2')),
    signed(place, submissionOf(his, second, '2')),
  ])
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
  const yes = all.filter(({ answer }) => answer.includes(plan.after.approved))
  const entries = await journalOf(place, place.id)
  const approved = entries.filter(({ kind }) => kind === 'approved')
  // Whoever speaks before the first yes is agreed on is heard, too; nobody is heard twice.
  expect(yes).toHaveLength(approved.length)
  expect(approved.length).toBeGreaterThan(0)
  expect(new Set(approved.map(({ by }) => JSON.stringify(by))).size).toBe(approved.length)

  await place.told()
  const again = await place.after(async () => await signed(place, submissionOf(view, officer, '2')))
  expect(again.request).toEqual([`${officer} approve not-waiting`])
  expect(again.said).toEqual([expect.stringContaining(plan.no.agreed)])
})

test('two in one quorum may speak at the same moment: both are heard', async () => {
  const quorum = localPolicy.quorum.map((rule) => ({ ...rule, of: 2 }))
  const place = await hostile({ policy: { pauseSeconds: 900, quorum } })
  await Promise.all(
    [officer, second].map(async (user) => {
      const view = await place.read(user, place.cardTs)
      await fill(place, user, { view, field: 'count', value: '3' })
    }),
  )
  await Promise.all([submit(place, officer), submit(place, officer), submit(place, second)])
  const told = await place.told()
  expect(told.filter((one) => one.endsWith(' approved'))).toHaveLength(2)
  expect(told).toContain('bot agreed')
})

test('the same signed bytes count once, whatever is hung on to their signature, and after a restart', async () => {
  const place = await hostile()
  await place.read(officer, place.cardTs)
  const click = sentLast(place, 'block_actions', officer)
  const url = (): string => `http://127.0.0.1:${place.service().port}/slack/events`
  const send = async (change: Record<string, string> = {}): Promise<number> => {
    const headers = { ...click.headers, ...change }
    return (await fetch(url(), { method: 'POST', body: click.body, headers })).status
  }
  const again = {
    said: [door.replayed],
    request: [`${officer} read-plan replayed`],
    desk: [],
  }
  expect(await place.after(async () => await place.send('/_replay', { seq: click.seq }))).toEqual(
    again,
  )
  // What stands after a second “=” is not looked at by Bolt.
  const signature = click.headers['x-slack-signature'] ?? ''
  expect(
    await place.after(async () => await send({ 'x-slack-signature': `${signature}=` })),
  ).toEqual(again)
  const stamp = click.headers['x-slack-request-timestamp'] ?? ''
  const spelt = { 'x-slack-request-timestamp': `${stamp}.0` }
  expect(await place.after(async () => await send(spelt))).toEqual(again)

  // Bolt lets nobody in who cannot sign, or with a stamp older than five minutes.
  const from = place.slack.log().length
  for (const how of [{ secret: 'another' }, { unsigned: true }, { offset: -301 }]) {
    expect(await place.send('/_replay', { seq: click.seq, ...how })).toMatchObject({ status: 401 })
  }
  expect(
    place.slack
      .log()
      .slice(from)
      .every(({ kind }) => kind === 'delivery'),
  ).toBe(true)

  const ahead = await place.after(
    async () => await place.send('/_replay', { seq: click.seq, offset: 400 }),
  )
  expect(ahead).toEqual({
    said: [door['stamp-ahead']],
    request: [`${officer} read-plan stamp-ahead`],
    desk: [],
  })

  // A new process cannot know what the one before has had.
  await place.until(officer, () => Date.now() >= (Number(stamp) + 1) * 1000)
  await place.restart()
  expect(await place.after(async () => await send())).toEqual({
    said: [door.restarted],
    request: [`${officer} read-plan restarted`],
    desk: [],
  })
  const view = await place.read(officer, place.cardTs)
  expect(JSON.stringify(view)).toContain(plan.title)
  await expectNothingDone(place)
})

test('what nobody knows any more is answered, too: buttons, windows, commands', async () => {
  const place = await hostile()
  const unknown = {
    said: [door['unknown-deed']],
    request: [],
    desk: [`${officer} unknown unknown-deed`],
  }
  const forge = { type: 'button', value: 'x' }
  expect(
    await place.after(async () => await place.press(officer, 'approve-everything', { forge })),
  ).toEqual(unknown)
  const command = { text: '/rights-everything 48213', channel: 'C0REQUESTS' }
  expect(await place.after(async () => await place.as(officer, 'command', command))).toEqual(
    unknown,
  )
  const form = { ...(await place.read(officer, place.cardTs)), callback_id: 'approve-everything' }
  expect(await place.after(async () => await signed(place, submissionOf(form, officer)))).toEqual({
    said: [expect.stringContaining(door['unknown-deed'])],
    request: [`${officer} unknown unknown-deed`],
    desk: [],
  })
  await place.as(officer, 'close', { clear: true })
  const shortcut = await place.after(
    async () => await place.as(officer, 'shortcut', { callback_id: 'approve-everything' }),
  )
  expect(shortcut).toEqual({ ...unknown, said: [expect.stringContaining(door['unknown-deed'])] })
  await expectNothingDone(place)
})

test('whatever the rules say no to is written down once, also where nothing was asked of them yet', async () => {
  const place = await hostile()
  const command = { text: '/rights list', channel: 'C0REQUESTS' }
  expect(await place.after(async () => await place.as('U0WEBER', 'command', command))).toEqual({
    said: [refusal['role-missing']('')],
    request: [],
    desk: ['U0WEBER rights role-missing'],
  })
  const press = async (deed: DeedId, on: string): Promise<unknown> => {
    const value = tokens.mint({ deed, request: place.id, on })
    const forge = { type: 'button', value }
    return await place.after(async () => await place.press(officer, deed, { forge }))
  }
  const old = await place.digest()
  await place.decide({ tickets: { 26845: { action: 'keep', code: 'legal-claims' } } })
  expect(await press('see-plan', old)).toEqual({
    said: [expect.stringContaining(refusal['digest-outdated']())],
    request: [`${officer} see-plan digest-outdated`],
    desk: [],
  })
  // A halt that he has not seen is not lifted by the button of one that he has.
  const value = tokens.mint({ deed: 'stop', request: place.id })
  await place.press(officer, 'stop', { forge: { type: 'button', value }, until: 'ephemeral' })
  expect(await press('go-on', '2026-11-20T09:00:00.000Z')).toEqual({
    said: [refusal['already-halted']()],
    request: [`${officer} go-on already-halted`],
    desk: [],
  })
  expect(await press('stop', '')).toMatchObject({ request: [`${officer} stop already-halted`] })
})

test('a hundred clicks on Stop at once stop once, and each is answered', async () => {
  const place = await hostile()
  const value = tokens.mint({ deed: 'stop', request: place.id })
  const all = await Promise.all(
    Array.from(
      { length: 100 },
      async () => await place.press(officer, 'stop', { forge: { type: 'button', value } }),
    ),
  )
  expect(all.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
  await place.until(officer, ({ ephemerals }) => ephemerals.length >= 100)
  const said = (await place.screen(officer)).ephemerals.map(({ text }) => text)
  expect(said.filter((text) => text === desk.did.stop)).toHaveLength(1)
  expect(said.filter((text) => text === refusal['already-halted']())).toHaveLength(99)
  const entries = await journalOf(place, place.id)
  expect(entries.filter(({ kind }) => kind === 'stopped')).toHaveLength(1)
  // A finger on a button does not fill the disk.
  expect(turnedIn(entries)).toEqual(Array(20).fill(`${officer} stop already-halted`))
})

test('the lead’s form sent twice at once is taken once, and both say so', async () => {
  const place = await openWorkplace()
  const [hand, request] = [new Hand(place), async () => await requestIn(place)]
  await hand.types('/rights-erase')
  await hand.sees(french.window.intake.title)
  await hand.fills('subject', '48090')
  await Promise.all([hand.submits(), hand.submits()])
  await hand.sees('Nadia Benali')
  const ids = []
  for await (const { id } of place.service().desk.hands.store.list()) ids.push(id)
  expect(ids).toHaveLength(1)

  const sent = await Promise.all([hand.submits(), hand.submits()])
  expect(sent.map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
  await place.until(lead, ({ views }) =>
    views.find(({ callback_id }) => callback_id === 'decide-traces'),
  )
  const decided = (await request()).told.filter((told) => told.includes('decided'))
  expect(decided).toHaveLength(1)
})
