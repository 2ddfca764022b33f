import type { ModalView } from '@slack/types'
import { expect, onTestFinished, test } from 'vitest'
import type { News, ViewOutcome, Views } from '../../src/commands/deed.ts'
import { createWindows } from '../../src/commands/window/windows.ts'

const view = (text: string): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text },
  blocks: [],
})

const refuse = async (): Promise<ViewOutcome> => ({ ok: false, code: 'not_here' })

/** A Slack that is told what to answer, and remembers what it was sent. */
function slack() {
  const sent: { id: string; hash?: string; text: string }[] = []
  const answers: ViewOutcome[] = []
  const heard: (() => void)[] = []
  const update: Views['update'] = async (at, { title }) => {
    const { id, hash } = at as { id: string; hash?: string }
    sent.push({ id, ...(hash ? { hash } : {}), text: title.text })
    for (const hear of heard.splice(0)) hear()
    return answers.shift() ?? { ok: true, id, hash: `h${sent.length}` }
  }
  /** Resolves once so many have been sent. */
  const until = async (n: number): Promise<void> => {
    while (sent.length < n) await new Promise<void>((resolve) => heard.push(resolve))
  }
  return { sent, answers, until, views: { open: refuse, push: refuse, publish: refuse, update } }
}

/** A window that shows how often it was drawn, unless told otherwise. */
function followed(pace = 5) {
  const workspace = slack()
  const troubles: unknown[] = []
  const windows = createWindows({
    views: workspace.views,
    trouble: (_, error) => troubles.push(error),
    pace,
  })
  onTestFinished(() => windows.close())
  const drawn: (News | undefined)[] = []
  const open = (id: string, draw?: (news?: News) => Promise<ModalView | undefined>) =>
    windows.watch({
      view: { id, hash: 'h0' },
      user: 'U0AUBRY',
      request: 'R',
      draw:
        draw ??
        (async (news) => {
          drawn.push(news)
          return view(`drawing ${drawn.length}`)
        }),
    })
  return { ...workspace, windows, troubles, drawn, open }
}

test('a window is drawn once it is followed, and again with the hash of the time before', async () => {
  const { windows, sent, until, open } = followed()
  open('V1')
  await until(1)
  windows.changed('R')
  windows.changed('another')
  await until(2)

  expect(sent).toEqual([
    { id: 'V1', hash: 'h0', text: 'drawing 1' },
    { id: 'V1', hash: 'h1', text: 'drawing 2' },
  ])
})

test('a thousand changes in a moment are drawn at most twice', async () => {
  const { windows, sent, until, open } = followed(50)
  open('V1')
  await until(1)
  for (let n = 0; n < 1000; n += 1) windows.progress('R', 'find-traces', n, 1000)
  await until(2)

  expect(sent.map(({ text }) => text)).toEqual(['drawing 1', 'drawing 2'])
})

test('what is known besides the journal reaches the drawing, until the journal grows', async () => {
  const { windows, drawn, until, open } = followed()
  open('V1')
  await until(1)
  windows.progress('R', 'find-traces', 2, 6)
  await until(2)
  windows.waits('R', { code: 'zendesk-silent', until: '2026-11-23T09:00:00.000Z' })
  await until(3)
  windows.changed('R')
  await until(4)

  expect(drawn).toEqual([
    undefined,
    { progress: { step: 'find-traces', done: 2, of: 6 } },
    { waits: { code: 'zendesk-silent', until: '2026-11-23T09:00:00.000Z' } },
    undefined,
  ])
})

test('a window that somebody else has changed, or closed, is let go', async () => {
  const { windows, answers, sent, until, open } = followed()
  for (const code of ['hash-conflict', 'gone']) {
    answers.push({ ok: false, code })
    open(code)
  }
  await until(2)
  open('V1')
  await until(3)
  windows.changed('R')
  await until(4)

  expect(sent.map(({ id }) => id)).toEqual(['hash-conflict', 'gone', 'V1', 'V1'])
})

test('a window that Slack does not take just now is tried again, and not for ever', async () => {
  const { windows, answers, sent, until, open } = followed(1)
  for (let n = 0; n < 5; n += 1) answers.push({ ok: false, code: 'ratelimited' })
  open('V1')
  await until(5)
  open('V2')
  await until(6)
  windows.changed('R')
  await until(7)

  expect(sent.map(({ id }) => id)).toEqual(['V1', 'V1', 'V1', 'V1', 'V1', 'V2', 'V2'])
})

test('a closed window is drawn no more, and one that cannot be drawn is told of', async () => {
  const { windows, troubles, sent, until, open } = followed()
  open('V1')
  await until(1)
  windows.unwatch('V1')
  open('V2', async () => {
    throw new Error('vault')
  })
  open('V3')
  await until(2)

  expect(sent.map(({ id }) => id)).toEqual(['V1', 'V3'])
  expect(troubles).toEqual([new Error('vault')])
})

test('a window whose hash nobody knows is drawn without one, after the answer has arrived', async () => {
  const { windows, sent, until } = followed()
  windows.watch({
    view: { id: 'V1', hash: '' },
    user: 'U0AUBRY',
    request: 'R',
    draw: async () => view('drawing'),
  })
  expect(sent).toEqual([])
  await until(1)

  expect(sent).toEqual([{ id: 'V1', text: 'drawing' }])
})
