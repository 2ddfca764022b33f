import { expect, test } from 'vitest'
import { OutboxStopped, type Posted } from '../../src/slack/outbox.ts'
import { monday } from '../slack/rig.ts'
import { outgoing, saying } from './desk.ts'

const channel = 'C0REQUESTS'

const withCard = async () => {
  const set = await outgoing()
  const card = await set.outbox.post({ key: 'a.card', channel, ...saying('new') })
  const edit = async (words: string, where: Posted = card) =>
    await set.outbox.edit({ ...where, ...saying(words) })
  const updates = () => set.calls('chat.update').map(({ args }) => args['text'])
  return { ...set, card, edit, updates }
}

test('of fifty edits in a row the first and the last arrive, three seconds apart', async () => {
  const { edit, updates, clock } = await withCard()
  const first = edit('0 of 50')
  await first
  const rest = Array.from({ length: 49 }, async (_, n) => await edit(`${n + 1} of 50`))

  await clock.until(Promise.all(rest))

  expect(updates()).toEqual(['0 of 50', '49 of 50'])
  expect(clock.now()).toBe(monday + 3000)
})

test('what a message says already is not sent again', async () => {
  const { edit, updates, clock } = await withCard()

  await edit('new')
  await edit('done')
  await clock.until(edit('done'))
  await clock.until(edit('new'))

  expect(updates()).toEqual(['done', 'new'])
})

test('an edit that is taken back while it waits is not sent', async () => {
  const { edit, updates, clock } = await withCard()
  await edit('asked')

  await clock.until(Promise.all([edit('withdrawn'), edit('asked')]))

  expect(updates()).toEqual(['asked'])
})

test.each(['drop-after', 'drop-before', 'error-before', 'too-many'] as const)(
  'after %s the last state arrives all the same',
  async (kind) => {
    const { edit, clock, messages, spoil } = await withCard()
    spoil({ kind, method: '^chat\\.update', times: 2 })

    const going = edit('working')
    const done = edit('done')
    await clock.until(Promise.all([going, done]))

    expect(messages()).toMatchObject([{ text: 'done' }])
  },
)

test('an edit that Slack holds back takes the newest words with it', async () => {
  const { edit, updates, clock, spoil } = await withCard()
  spoil({ kind: 'too-many', seconds: 20, method: '^chat\\.update' })
  const held = edit('one')
  await clock.waiting()
  const newer = edit('two')

  await clock.until(Promise.all([held, newer]))

  expect(updates()).toEqual(['one', 'two'])
  expect(clock.now()).toBe(monday + 20_000)
})

test('edits of different messages do not wait for each other', async () => {
  const { outbox, edit, updates, clock } = await withCard()
  const other = await outbox.post({ key: 'b.card', channel, ...saying('new') })

  await Promise.all([edit('a'), edit('b', other)])

  expect(updates()).toEqual(['a', 'b'])
  expect(clock.now()).toBe(monday)
})

test('when edits are held, the one somebody waits for goes first', async () => {
  const { outbox, card, edit, updates, clock, spoil } = await withCard()
  const other = await outbox.post({ key: 'b.card', channel, ...saying('new') })
  const third = await outbox.post({ key: 'c.card', channel, ...saying('new') })
  spoil({ kind: 'too-many', seconds: 20, method: '^chat\\.update' })
  const held = edit('progress')
  await clock.waiting()
  const quiet = edit('progress of b', other)
  const urgent = outbox.edit({ ...third, ...saying('decided'), priority: 'now' })

  await clock.until(Promise.all([held, quiet, urgent]))

  expect(card.ts).not.toBe(other.ts)
  expect(updates()).toEqual(['progress', 'decided', 'progress', 'progress of b'])
})

test('the key of a message outlives its edits', async () => {
  const { edit, started, card, clock } = await withCard()
  await edit('done')
  clock.pass(1000)

  const again = started().post({ key: 'a.card', channel, since: monday, ...saying('new') })

  expect(await clock.until(again)).toEqual(card)
})

test('a message that is gone refuses, and the next one is edited as ever', async () => {
  const told: object[] = []
  const { card, started, web } = await withCard()
  const outbox = started({ onRefused: (refusal) => told.push(refusal) })
  await web.chat.delete(card)

  const edit = outbox.edit({ ...card, ...saying('done') })

  await expect(edit).rejects.toMatchObject({ method: 'chat.update', code: 'message_not_found' })
  expect(told).toEqual([{ method: 'chat.update', channel, code: 'message_not_found' }])
  const next = await outbox.post({ key: 'b.card', channel, ...saying('new') })
  await expect(outbox.edit({ ...next, ...saying('done') })).resolves.toBeUndefined()
})

test('at the end a message gets its last state without the wait', async () => {
  const { edit, outbox, updates, clock } = await withCard()
  await edit('working')
  const last = edit('done')

  await outbox.stop()

  await expect(last).resolves.toBeUndefined()
  expect(updates()).toEqual(['working', 'done'])
  expect(clock.now()).toBe(monday)
})

test('at the end an edit that Slack holds back is given up', async () => {
  const { edit, outbox, clock, spoil } = await withCard()
  spoil({ kind: 'too-many', seconds: 60, method: '^chat\\.update' })
  const held = edit('done')
  await clock.waiting()

  await outbox.stop()

  await expect(held).rejects.toBeInstanceOf(OutboxStopped)
})
