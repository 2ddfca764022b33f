import { expect, test } from 'vitest'
import type { Json } from '../../sandbox/slack/blocks/walk.ts'
import type { LogEntry } from '../../sandbox/slack/state/log.ts'
import { herTickets } from '../../sandbox/zendesk/sample/her-tickets.ts'
import {
  camille,
  ccdTickets,
  homonym,
  homonymTickets,
  mentions,
  others,
  ownTickets,
  requestTicket,
  suspendedTicket,
} from '../../sandbox/zendesk/sample/people.ts'
import {
  approve,
  type Choices,
  goOn,
  openRequest,
  planShown,
  stop,
  turnBack,
} from '../../src/flows/index.ts'
import { fold } from '../../src/records/fold.ts'
import type { Id } from '../../src/records/primitives.ts'
import type { Bound } from '../../src/views/deed-id.ts'
import { certificateMessage } from '../../src/views/desk/certificate.ts'
import { threadLines } from '../../src/views/desk/thread.ts'
import { sights } from '../plan/support.ts'
import type { Desk } from '../stories/support/desk.ts'
import { carefully } from '../stories/support/way.ts'
import { confirmNow, decideNow } from '../support/deeds.ts'
import { type Modal, openWorkplace, type Screen, type Workplace } from '../support/workplace.ts'
import { controls, Hand, requestIn } from '../window/hand.ts'
import { journalOf, lead, officer, second, spoil, team } from './place.ts'

const by = { user: lead, team }
const [nobody, guest] = ['U0WEBER', 'U0GUEST']
const withRole = new Set([lead, officer, second, 'U0BERGER'])

/** What names her, or somebody else, wherever it stands. */
const names = [
  'Camille',
  'Lefèvre',
  'Lefevre',
  'Benali',
  'Tanneurs',
  '48000 Mende',
  camille.email,
  camille.second,
  camille.externalId,
  camille.phone,
  '39981234',
  '39 98 12 34',
  '39.98.12.34',
  homonym.email,
  others.nadia.email,
  ...herTickets.map(({ subject }) => subject),
  ...Object.values(others).map(({ name }) => name),
]

/** Ids: the number of her request is the example in our own help, so it tells nothing. */
const ids = [
  camille.id,
  homonym.id,
  others.nadia.id,
  suspendedTicket,
  48090,
  ...ownTickets.filter((id) => id !== requestTicket),
  ...ccdTickets,
  ...homonymTickets,
  ...mentions.flatMap(({ ticket, comment }) => [ticket, ...(comment ? [comment] : [])]),
]

const canaries = [...new Set(names)].map((word) => word.normalize('NFC').toLowerCase())
const numbers = new RegExp(`(?<![\\w.-])(?:${[...new Set(ids)].join('|')})(?![\\w-])`)

/** What of her stands in something that was written. */
function found(written: unknown): string[] {
  const text = JSON.stringify(written, (key, value: unknown) =>
    isSealed(key) ? '' : opened(value),
  )
    .normalize('NFC')
    .toLowerCase()
  const [number] = numbers.exec(text) ?? []
  return [...canaries.filter((word) => text.includes(word)), ...(number ? [number] : [])]
}

/** Slack takes blocks and windows as JSON in a text. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

// Random signs may hold any word.
const isSealed = (key: string): boolean => ['value', 'private_metadata', 'trigger_id'].includes(key)

const isWindow = (method: string): boolean => /^views\.(open|push|update)$/.test(method)

type Said = { readonly where: string; readonly what: unknown }

/** What the bot said: to Slack outside windows, by the way it was answered, and to its operator. */
function said({ slack, lines }: Workplace): Said[] {
  const calls = slack.log().flatMap((one): Said[] => {
    if (one.kind === 'api')
      return isWindow(one.method) ? [] : [{ where: one.method, what: one.args }]
    return spoken(one)
  })
  return [...calls, { where: 'log', what: lines }]
}

/** An acknowledgement may hold a window, or what is in one; for who has no role, it may not. */
function spoken({ answer, user, what }: Extract<LogEntry, { kind: 'delivery' }>): Said[] {
  const isInWindow = ['view_submission', 'block_suggestion'].includes(what)
  const isFree = isInWindow && withRole.has(user ?? '')
  return isFree || answer === '' ? [] : [{ where: `answer to ${what}`, what: answer }]
}

/** Windows with something personal in them that were drawn for a member without a role. */
function leaked({ slack }: Workplace): unknown[] {
  const whose = ownersIn(slack.log())
  return slack.log().flatMap((one) => {
    if (one.kind !== 'api' || !isWindow(one.method) || found(one.args).length === 0) return []
    const { trigger_id, view_id } = one.args
    // Whoever never did anything in a window was shown it with a role, by the trigger before.
    const user = whose.get(trigger_id ?? view_id)
    return user === undefined || withRole.has(user) ? [] : [one.args]
  })
}

/** Whose triggers and windows they are, by what was sent to the bot. */
function ownersIn(log: readonly LogEntry[]): Map<unknown, string> {
  const whose = new Map<unknown, string>()
  for (const one of log) {
    if (one.kind !== 'delivery') continue
    const { trigger_id, view } = sent(one.body)
    for (const key of [trigger_id, (view as Json | undefined)?.['id']])
      if (key !== undefined) whose.set(key, one.user ?? 'nobody')
  }
  return whose
}

const sent = (body: string): Json => {
  const form = new URLSearchParams(body)
  const payload = form.get('payload')
  return payload ? (JSON.parse(payload) as Json) : Object.fromEntries(form)
}

const deskOf = ({ service }: Workplace) => service().desk

/** Until a human or the end is reached. */
async function goes(place: Workplace, id: Id): Promise<void> {
  const { keeper, hands } = deskOf(place)
  for (;;) {
    const resting = await keeper.wake(id)
    if (resting.on !== 'time') return
    await hands.rest(Math.max(0, Date.parse(resting.until) - Date.now()))
  }
}

/** The lead decides carefully, and the plan is written. */
async function decides(place: Workplace, id: Id, more: Choices = {}): Promise<string> {
  const { hands } = deskOf(place)
  const careful = await carefully({ hands } as Desk, id)
  await decideNow({ id, by, choices: { ...careful, ...more } }, hands)
  await goes(place, id)
  return (await planShown(id, hands)).digest
}

async function approves(place: Workplace, id: Id): Promise<void> {
  const { hands } = deskOf(place)
  const { digest, plan } = await planShown(id, hands)
  const ticketsToGo = plan.operations.filter(({ kind }) => kind === 'ticket.purge').length
  await approve({ id, by: { user: officer, team }, digest, ticketsToGo }, hands)
  await goes(place, id)
}

/** The message by which the bot asks a member to do something. */
const asking =
  (deed: string) =>
  ({ messages }: Screen) =>
    messages.find(
      ({ channel, blocks }) => channel.startsWith('D') && JSON.stringify(blocks).includes(deed),
    )

/** Whoever has no role tries everything that can be typed or pressed. */
async function intruders(place: Workplace): Promise<void> {
  for (const user of [nobody, guest]) {
    for (const text of [
      `/rights-erase ${requestTicket}`,
      `/rights-erase ${camille.email}`,
      `/rights status ${camille.name}`,
      '/rights list',
      `/rights ${camille.name}`,
    ])
      await place.as(user, 'command', { text, channel: 'C0REQUESTS' })
    await place.as(user, 'open-home')
    const card = (await place.screen(user)).messages.find(({ text }) => text.startsWith('R-2'))
    for (const { control } of card ? controls(card as unknown as Modal) : []) {
      const act = { message: card?.ts, action_id: control.action_id, confirmed: true }
      await place.as(user, 'click', { ...act, until: 'ephemeral' })
    }
    expect(found(await place.screen(user))).toEqual([])
  }
}

/** Opens each window that a button of these deeds opens over the one on top, and closes it. */
async function looksInto(hand: Hand, ...deeds: readonly string[]): Promise<void> {
  const top = await hand.top()
  for (const deed of deeds) {
    const count = controls(top).filter(
      ({ control: { action_id } }) => action_id.split(':')[0] === deed,
    )
    for (const n of count.keys()) {
      const over = await hand.presses(deed, n)
      await hand.place.until(
        hand.user,
        ({ views }) => !JSON.stringify(views.at(-1)).includes('hourglass'),
      )
      if (over.id !== top.id) await hand.closes()
    }
  }
}

/** From a command to the seal, with every window looked into, sent back, declined, held, stopped. */
async function camilles(place: Workplace): Promise<Id> {
  const { hands } = deskOf(place)
  const hand = new Hand(place)
  for (const wrong of [
    'camille.lefevre@',
    `https://elsewhere.zendesk.com/tickets/${ownTickets[0]}`,
  ]) {
    await hand.types(`/rights-erase ${wrong}`)
    await hand.sees(sights.fr.words.window.intake.title)
    await hand.closes()
  }
  await hand.reviews()
  const { id } = await requestIn(place)
  await looksInto(hand, 'see-group', 'change-terms', 'change-answer')
  await hand.submits()
  await hand.closes()

  await decides(place, id)
  await reads(place)
  await goes(place, id)
  const digest = await decides(place, id)
  await turnBack(
    { id, by: { user: second, team }, digest, how: 'declined', code: 'too-much' },
    hands,
  )
  await goes(place, id)
  await decides(place, id)
  for (const code of ['legal-hold', 'stopped']) {
    await stop({ id, by: { user: second, team }, code }, hands)
    await goOn({ id, by: { user: officer, team } }, hands)
  }
  await approves(place, id)
  expect((await journalOf(place, id)).at(-1)?.kind).toBeOneOf(['sealed', 'posted'])
  return id
}

/** The officer reads the plan to its last operation, looks for what to leave out, and sends it back. */
async function reads(place: Workplace): Promise<void> {
  const hand = new Hand(place, officer)
  const { ts } = await place.until(officer, asking('read-plan'))
  await place.as(officer, 'click', { message: ts, action_id: 'read-plan' })
  await hand.sees(sights.en.words.plan.title)
  await place.until(officer, ({ views }) => !JSON.stringify(views).includes('hourglass'))
  await looksInto(hand, 'see-plan')
  const less = await hand.presses('less')
  await hand.sees(sights.en.words.plan.less.title)
  const field = { view: less.id, action_id: 'leave-out' }
  const { options } = await place.as(officer, 'suggest', { ...field, value: '#' })
  expect(JSON.stringify(options)).toContain(String(ownTickets[0]))
  await hand.closes()
  await hand.presses('turn-back')
  await hand.fills('reason', 'unclear')
  expect((await hand.submits()).outcome).toBe('ok')
}

/** An answer that the bot cannot send: the lead reads it, and says that the person has it. */
async function byHand(place: Workplace): Promise<Id> {
  const { hands } = deskOf(place)
  const { id } = await openRequest({ right: 'erasure', subject: '#48090', by }, hands)
  await goes(place, id)
  await confirmNow({ id, by, users: [others.nadia.id] }, hands)
  await goes(place, id)
  await decides(place, id, { answer: { how: 'by-hand', language: 'fr' } })
  await approves(place, id)
  await presses(place, lead, { deed: 'see-answer', request: id })
  const hand = new Hand(place)
  await place.until(lead, ({ views }) => views.at(-1)?.callback_id === 'hand-over')
  expect((await hand.submits()).outcome).toBe('ok')
  await goes(place, id)
  return id
}

/** A request by name, which is called off; and one of whom nobody is found. */
async function cancelled(place: Workplace): Promise<Id> {
  const { hands } = deskOf(place)
  const hand = new Hand(place)
  const { id } = await openRequest({ right: 'erasure', subject: homonym.name, by }, hands)
  await goes(place, id)
  await presses(place, lead, { deed: 'cancel', request: id })
  await place.until(lead, ({ views }) => views.at(-1)?.callback_id === 'say-cancel')
  const reason = (await hand.top()).blocks.flatMap(
    ({ element }) => (element as Json)?.['options'] ?? [],
  ) as { value: string }[]
  await hand.fills('reason', reason[0]?.value)
  await hand.submits()
  expect((await journalOf(place, id)).map(({ kind }) => kind)).toContain('closed')
  return id
}

/** Everything that can be asked, by a member who may. */
async function looksAround(place: Workplace): Promise<void> {
  for (const user of [lead, officer])
    for (const about of [
      '',
      ' list',
      ' status R-2026-0001',
      ' status',
      ` status ${camille.name}`,
      ` status ${camille.email}`,
      ` ${camille.name}`,
      ' help',
      ' verify',
      ' pause',
      ' resume',
    ])
      await place.as(user, 'command', {
        text: `/rights${about}`,
        channel: 'C0REQUESTS',
        until: 'ephemeral',
      })
  for (const user of [lead, officer, nobody]) await place.as(user, 'open-home', { until: 'home' })
  const { id: request } = await requestIn(place)
  for (const deed of ['see-history', 'see-certificate'] as const) {
    await presses(place, officer, { deed, request })
    await place.until(officer, ({ views }) => views.at(-1)?.callback_id === deed)
  }
}

/** A button of the desk's own, on a card: cards are drawn anew later than tests want. */
async function presses(place: Workplace, user: string, bound: Bound): Promise<void> {
  const { ts: message } = await place.until(user, ({ messages }) =>
    messages.find(({ text }) => text.startsWith('R-2')),
  )
  const forge = { type: 'button', value: sights.en.mint(bound) }
  await place.as(user, 'click', { message, action_id: bound.deed, forge })
}

const quoting = async (): Promise<never> => {
  throw new RangeError(`${camille.name} ${camille.email}`)
}

/** An error that quotes her reaches nobody. */
async function breakdown(place: Workplace): Promise<void> {
  const mend = spoil(deskOf(place).hands.store, 'load', quoting)
  const list = { text: '/rights list', channel: 'C0REQUESTS', until: 'ephemeral' }
  const { ephemerals } = await place.as(lead, 'command', list)
  mend()
  expect(ephemerals.map(({ text }) => text)).toEqual([sights.fr.words.door.failed])
}

/** The card, the thread and the certificate as they come to stand: Slack takes a line a second. */
async function stands(place: Workplace, id: Id): Promise<unknown> {
  const { hands } = deskOf(place)
  const entries = await journalOf(place, id)
  const request = fold(id, entries)
  if (!request) throw new Error('no request')
  const of = { request, entries, head: await hands.store.head() }
  return [threadLines(entries, sights.en), certificateMessage(of, sights.fr)]
}

test('not one message, line, home tab or log line of whole requests names anybody but staff', async () => {
  const place = await openWorkplace({ policy: { pauseSeconds: 0 } })
  await intruders(place)
  const first = await camilles(place)
  const other = await byHand(place)
  const third = await cancelled(place)
  await looksAround(place)
  await intruders(place)
  await breakdown(place)

  const drawn = await Promise.all([first, other, third].map(async (id) => await stands(place, id)))
  const all = [...said(place), { where: 'what is still to be said', what: drawn }]
  expect(all.length).toBeGreaterThan(60)
  expect(all.flatMap(({ where, what }) => found(what).map((word) => `${where}: ${word}`))).toEqual(
    [],
  )
  expect(leaked(place)).toEqual([])
  // The canaries sing where they may.
  const windows = place.slack.log().filter((one) => one.kind === 'api' && isWindow(one.method))
  expect(found(windows)).toEqual(
    expect.arrayContaining([
      'camille',
      'lefèvre',
      'benali',
      camille.email,
      camille.phone,
      homonym.email,
    ]),
  )
}, 30_000)
