import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Json } from '../../sandbox/slack/blocks/walk.ts'
import type { LogEntry } from '../../sandbox/slack/state/log.ts'
import type { Entry } from '../../src/records/entry.ts'
import type { Store } from '../../src/records/store.ts'
import { localAge } from '../../src/timing.ts'
import { type Case, planned } from '../plan/place.ts'
import type { Modal, Screen, Seen, Workplace } from '../support/workplace.ts'

export const team = 'T0NORDLYS'
export const lead = 'U0AUBRY'
export const [officer, second, third] = ['U0OKAFOR', 'U0LIND', 'U0BERGER']

type Delivery = Extract<LogEntry, { kind: 'delivery' }>

/** The last thing of a kind that a member sent to the bot. */
export function sentLast({ slack }: Workplace, what: string, user: string): Delivery {
  const found = slack
    .log()
    .findLast((one) => one.kind === 'delivery' && one.what === what && one.user === user)
  if (found?.kind !== 'delivery') throw new Error(`${user} never sent ${what}`)
  return found
}

/** What was in it. */
export const payloadOf = ({ body }: Pick<Delivery, 'body'>): Json =>
  JSON.parse(new URLSearchParams(body).get('payload') ?? '{}') as Json

type Answered = { readonly seq: number; readonly status: number | null; readonly answer: string }

/** Whoever holds the secret could send this: anything, signed. */
export const signed = async (
  place: Workplace,
  payload: Json,
  how: object = {},
): Promise<Answered> =>
  (await place.send('/_deliver', { kind: 'interaction', payload, ...how })) as Answered

/** Somebody as Slack names him in a payload, with a trigger that opens nothing. */
export const named = (id: string, of = team): Json => ({
  trigger_id: randomUUID(),
  team: { id: of, domain: 'somewhere' },
  user: { id, username: id, name: id, team_id: of },
})

/** The form of a window, sent by somebody, with this number typed in it. */
export const submissionOf = (view: Modal, user: string, count = '3'): Json => ({
  type: 'view_submission',
  ...named(user),
  view: {
    ...view,
    state: { values: { count: { count: { type: 'plain_text_input', value: count } } } },
  },
})

/** Who was turned away since the start: from what, and why. */
export const turnedIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'turned-away' && entry.by !== 'bot'
      ? [`${entry.by.user} ${entry.deed} ${entry.code}`]
      : [],
  )

export const journalOf = async (
  { service }: Pick<Workplace, 'service'>,
  owner: string,
): Promise<readonly Entry[]> => (await service().desk.hands.store.load(owner)).entries

/** What a visit came to: what was said to whom, and what was written down. */
type Came = {
  readonly said: string[]
  readonly request: string[]
  readonly desk: string[]
}

/** A request whose plan waits for its approval, and a message with the button that reads it. */
export type Hostile = Case & {
  readonly cardTs: string
  /** Does something and tells what was said because of it, and who was turned away. */
  readonly after: (act: () => Promise<unknown>) => Promise<Came>
  /** A member presses a button of the message. */
  readonly press: (user: string, deed: string, more?: object) => Promise<Seen>
}

/** Opens it. */
export async function hostile(asked: Parameters<typeof planned>[0] = {}): Promise<Hostile> {
  const place = await planned(asked)
  // The desk's own card is drawn anew at most every three seconds.
  const ts = await place.card(await place.digest())
  const turned = async (owner: string): Promise<string[]> => turnedIn(await journalOf(place, owner))
  return {
    ...place,
    cardTs: ts,
    after: async (act) => {
      const [request, desk] = [await turned(place.id), await turned('desk')]
      const from = place.slack.log().length
      await act()
      const deadline = performance.now() + 3_000
      for (;;) {
        const came = {
          said: place.slack.log().slice(from).flatMap(saidIn),
          request: (await turned(place.id)).slice(request.length),
          desk: (await turned('desk')).slice(desk.length),
        }
        // It is said and written down at the same time.
        const isDone = came.said.length > 0 && came.request.length + came.desk.length > 0
        if (isDone || performance.now() > deadline) return came
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
    },
    press: async (user, deed, more = {}) =>
      await place.as(user, 'click', { message: ts, action_id: deed, ...more }),
  }
}

/** The words by which a member was answered. */
function saidIn(entry: LogEntry): string[] {
  if (entry.kind === 'delivery') return entry.answer === '' ? [] : [textOf(read(entry.answer))]
  if (!/^(response_url|views\.)/.test(entry.method)) return []
  const { text, view } = entry.args as { text?: string; view?: unknown }
  const shown = text ?? textOf(typeof view === 'string' ? read(view) : view)
  return shown.includes('hourglass') ? [] : [shown]
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}

/** Everything that is written in what Slack shows. */
export function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).filter(Boolean).join('\n')
  if (!node || typeof node !== 'object') return ''
  return Object.entries(node)
    .map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : textOf(value)))
    .filter(Boolean)
    .join('\n')
}

/** Nothing was written to the account, and nobody has approved or stopped. */
export async function expectNothingDone(place: Hostile): Promise<void> {
  const kinds = (await journalOf(place, place.id)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => ['approved', 'stopped', 'closed'].includes(kind))).toEqual([])
  expect(place.account.log().filter(({ effect }) => effect.length > 0)).toEqual([])
}

/** The window on top. */
export const topOf = ({ views }: Screen): Modal | undefined => views.at(-1)

/** Lets one thing that the store does fail, until it is mended. */
export function spoil<K extends 'append' | 'load'>(
  store: Store,
  name: K,
  fail: Store[K],
): () => void {
  const before = store[name]
  Object.assign(store, { [name]: fail })
  return () => void Object.assign(store, { [name]: before })
}

/** What Slack has said of its members is no longer taken for true: half a second here, a minute elsewhere. */
export async function forgotten(place: Workplace): Promise<void> {
  // Each of them is asked for his approval in his language first.
  for (const user of [officer, second, third])
    await place.until(user, ({ messages }) =>
      messages.some(({ channel }) => channel.startsWith('D')),
    )
  const until = Date.now() + localAge
  await place.until(lead, () => Date.now() > until)
}
