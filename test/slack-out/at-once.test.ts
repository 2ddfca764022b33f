import { expect, test } from 'vitest'
import { atOnce } from '../../src/slack/at-once.ts'
import { modal, outgoing, saying } from './desk.ts'

type Screen = { views: { title: { text: string } }[]; ephemerals: { text: string }[] }

const withWindows = async () => {
  const set = await outgoing()
  const screen = async (user: string) => (await set.read(`/_as/${user}`)) as unknown as Screen
  return { ...set, ...atOnce(set.quick), screen }
}

const home = { type: 'home' as const, blocks: saying('Nothing to do').blocks }

test('a window opens, grows a second one and changes', async () => {
  const { openView, pushView, updateView, trigger, screen } = await withWindows()

  const opened = await openView(await trigger(), modal())
  expect(opened).toMatchObject({ ok: true })
  const id = opened.ok ? opened.id : ''
  const changed = await updateView(opened.ok ? opened : { id }, modal('Found'))
  expect(changed).toMatchObject({ ok: true, id })
  expect(await pushView(await trigger(), modal('Sure?'))).toMatchObject({ ok: true })
  const titles = (await screen('U0AUBRY')).views.map(({ title }) => title.text)
  expect(titles).toEqual(['Found', 'Sure?'])
})

test('a window opens at once while messages are held back', async () => {
  const { outbox, openView, trigger, clock, spoil, time } = await withWindows()
  spoil({ kind: 'too-many', seconds: 60, method: '^chat\\.' })
  const held = outbox.post({ key: 'a', channel: 'C0REQUESTS', ...saying('a') })
  await clock.waiting()
  const before = time.now

  expect(await openView(await trigger(), modal())).toMatchObject({ ok: true })
  expect(time.now).toBe(before)
  await clock.until(held)
})

test('a click that is too old, or used, opens nothing', async () => {
  const { openView, trigger, time } = await withWindows()
  const used = await trigger()
  await openView(used, modal())
  const old = await trigger()
  time.now += 3001

  const expired = { ok: false, code: 'expired-trigger' }
  expect(await openView(used, modal())).toEqual(expired)
  expect(await openView(old, modal())).toEqual(expired)
})

test('a window that somebody else has changed or closed is left alone', async () => {
  const { openView, updateView, trigger, as } = await withWindows()
  const opened = await openView(await trigger(), modal())
  if (!opened.ok) throw new Error(opened.code)
  await updateView({ id: opened.id }, modal('Found'))

  expect(await updateView(opened, modal('Stale'))).toEqual({ ok: false, code: 'hash-conflict' })
  await as('U0AUBRY', 'close')
  expect(await updateView({ id: opened.id }, modal())).toEqual({ ok: false, code: 'gone' })
})

test('a fourth window is one too many', async () => {
  const { openView, pushView, trigger } = await withWindows()
  await openView(await trigger(), modal())
  await pushView(await trigger(), modal())
  await pushView(await trigger(), modal())

  expect(await pushView(await trigger(), modal())).toEqual({ ok: false, code: 'push-limit' })
})

test.each([
  [{ kind: 'drop-after' }, 'lost'],
  [{ kind: 'error-before' }, 'lost'],
  [{ kind: 'too-many' }, 'limited'],
  [{ kind: 'refuse', error: 'view_too_large' }, 'view_too_large'],
] as const)('after %o it is known that the window may be missing', async (fault, code) => {
  const { publishHome, spoil, calls } = await withWindows()
  spoil({ ...fault, method: '^views' })

  expect(await publishHome('U0LIND', home)).toEqual({ ok: false, code })
  expect(await publishHome('U0LIND', home)).toMatchObject({ ok: true })
  expect(calls('views.publish')).toHaveLength(2)
})

test('a line for one member is for members of the channel', async () => {
  const { whisper, screen } = await withWindows()
  const line = { channel: 'C0REQUESTS', ...saying('Not you') }

  expect(await whisper({ ...line, user: 'U0LIND' })).toEqual({ ok: true })
  expect(await whisper({ ...line, user: 'U0ELSEWHERE' })).toEqual({
    ok: false,
    code: 'user_not_in_channel',
  })
  expect((await screen('U0LIND')).ephemerals).toMatchObject([{ text: 'Not you' }])
})
