import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policy as localPolicy } from '../../sandbox/local/policy.ts'
import { camille, others } from '../../sandbox/zendesk/sample/people.ts'
import { approve, openRequest, planShown, stop } from '../../src/flows/index.ts'
import { readAnchors } from '../../src/records/anchor-export.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import type { Desk } from '../stories/support/desk.ts'
import { carefully } from '../stories/support/way.ts'
import { confirmNow, decideNow } from '../support/deeds.ts'
import type { Message } from '../support/workplace.ts'
import { buttonsOn, type DeskPlace, lead, openPlace, team } from './place.ts'
import { textIn } from './support.ts'

const by = { user: lead, team }
const [officer, deputy, third] = ['U0LIND', 'U0OKAFOR', 'U0BERGER']

async function opened(place: DeskPlace, subject = '#48090'): Promise<string> {
  const { hands, keeper } = place.desk()
  const { id } = await openRequest({ right: 'erasure', subject, by }, hands)
  await keeper.wake(id)
  return id
}

async function planned(place: DeskPlace, subject?: string): Promise<string> {
  const id = await opened(place, subject)
  const { hands, keeper } = place.desk()
  await confirmNow({ id, by, users: [others.nadia.id] }, hands)
  await keeper.wake(id)
  await decideNow({ id, by, choices: await carefully({ hands } as Desk, id) }, hands)
  await keeper.wake(id)
  return id
}

async function approved(place: DeskPlace, id: string, user = deputy): Promise<void> {
  const { hands, keeper } = place.desk()
  const { digest, plan } = await planShown(id, hands)
  const ticketsToGo = plan.operations.filter(({ kind }) => kind === 'ticket.purge').length
  await approve({ id, by: { user, team }, digest, ticketsToGo }, hands)
  await keeper.wake(id)
}

/** It is over, and Slack shows it. */
async function sealed(place: DeskPlace, id: string): Promise<void> {
  await expect
    .poll(async () => (await place.desk().hands.store.load(id)).entries.map(({ kind }) => kind), {
      timeout: 10_000,
      interval: 20,
    })
    .toContain('sealed')
  await place.drawn()
}

test('a whole erasure: one card, one line an event, messages that end, a certificate, anchors', async () => {
  const place = await openPlace()
  const id = await opened(place)
  await place.drawn()
  expect(buttonsOn(await place.card())).toEqual(['open-window', 'cancel', 'see-history'])
  const [ask] = await place.direct(lead)
  expect(textIn(ask)).toContain('Dites qui est la personne')

  const { hands, keeper } = place.desk()
  await confirmNow({ id, by, users: [others.nadia.id] }, hands)
  await keeper.wake(id)
  await decideNow({ id, by, choices: await carefully({ hands } as Desk, id) }, hands)
  await keeper.wake(id)
  await place.drawn()
  expect(textIn(await place.card())).toContain('Waiting for approval')
  expect((await place.direct(lead)).flatMap((one) => buttonsOn(one))).toEqual([])
  for (const user of [officer, deputy, third]) {
    const [told, ...more] = await place.direct(user)
    expect(more).toEqual([])
    expect(told && buttonsOn(told)).toEqual(['read-plan'])
  }

  await approved(place, id)
  await sealed(place, id)
  const card = await place.card()
  expect(buttonsOn(card)).toEqual(['see-certificate', 'see-history'])
  expect(textIn(card)).toContain('Sealed: nothing of the person is left here.')
  expect(textIn((await place.direct(third))[0])).toContain(`Done by <@${deputy}>`)

  const thread = await place.thread()
  expect(new Set(thread).size).toBe(thread.length)
  expect(thread[0]).toContain(`<@${lead}> (support lead): Opened.`)
  expect(thread.find((line) => line.includes('Approved: 1 of 1 (privacy officer)'))).toBeDefined()
  expect(thread.filter((line) => line.startsWith('Redact and delete tickets: '))).toHaveLength(1)
  expect(thread.at(-2)).toContain('Sealed')
  expect(thread.at(-1)).toContain('Certificate of R-')

  const anchors = await place.messages('C0AUDIT')
  expect(anchors.length).toBeGreaterThanOrEqual(2)
  const file = join(place.config.dataDir, '..', 'audit.json')
  await writeFile(file, JSON.stringify(anchors))
  const witnesses = await readAnchors(file)
  expect(witnesses.faults).toEqual([])

  const said = JSON.stringify([await place.messages('C0REQUESTS'), anchors])
  for (const secret of ['Nadia', 'Benali', 'nadia.benali', String(others.nadia.id), '48090']) {
    expect(said).not.toContain(secret)
  }
  const against = { live: true, anchors: witnesses.anchors }
  const verdict = await verifyFolder(place.config.dataDir, against)
  expect(verdict.faults).toEqual([])
  expect(verdict.anchors.checked).toBe(anchors.length)
  expect(place.troubles).toEqual([])
}, 30_000)

test('after a restart nothing is said twice, and what was left half said is said', async () => {
  const place = await openPlace()
  const id = await planned(place)
  await place.drawn()
  const before = await place.messages('C0REQUESTS')
  const direct = await place.direct(deputy)

  await place.again()
  await place.drawn()

  expect((await place.messages('C0REQUESTS')).map(({ ts }) => ts)).toEqual(
    before.map(({ ts }) => ts),
  )
  expect((await place.direct(deputy)).map(({ ts }) => ts)).toEqual(direct.map(({ ts }) => ts))

  await place.as(lead, 'open-home', { until: 'home' })
  await approved(place, id)
  await sealed(place, id)
  expect(buttonsOn(await place.card())).toEqual(['see-certificate', 'see-history'])
  expect(buttonsOn((await place.direct(deputy))[0])).toEqual([])
}, 30_000)

test('stop and go on by the card: who may is heard, who may not is told, an old yes does not count', async () => {
  const place = await openPlace({ policy: { pauseSeconds: 900 } })
  const id = await planned(place)
  await approved(place, id)
  await place.drawn()
  expect(buttonsOn(await place.card())).toContain('stop')

  const asked = await place.press(officer, 'stop')
  expect(asked['confirm']).toBeDefined()
  expect(await place.hears('U0WEBER', 'stop')).toContain('This needs one of these roles')
  expect(await place.hears(officer, 'stop')).toContain('Stopped.')
  await place.drawn()
  const halted = await place.card()
  expect(buttonsOn(halted)).toContain('go-on')
  expect(buttonsOn(halted)).not.toContain('stop')
  expect(textIn((await place.direct(lead)).at(-1))).toContain('Elle est à l’arrêt')

  await place.hears(officer, 'go-on')
  await place.drawn()
  const { hands } = place.desk()
  await stop({ id, by, code: 'stopped' }, hands)
  await place.drawn()
  const fresh = goOnOf(await place.card())
  expect(fresh).not.toBe(goOnOf(halted))
  const late = await place.as(officer, 'click', {
    message: halted.ts,
    action_id: 'go-on',
    forge: { type: 'button', action_id: 'go-on', value: goOnOf(halted) },
    until: 'ephemeral',
  })
  expect(late.ephemerals[0]?.text).toContain('already')
  await place.drawn()
  expect((await place.thread()).filter((line) => line.includes('Goes on.'))).toHaveLength(1)
}, 30_000)

test('what was deleted and not yet for good is restored from the card of a stopped request', async () => {
  const place = await openPlace()
  const id = await planned(place)
  const { hands } = place.desk()
  const { tickets } = hands.zendesk
  const { removeMany } = tickets
  Object.assign(tickets, {
    removeMany: async (ids: readonly number[]) => {
      await stop({ id, by, code: 'stopped' }, hands)
      return await removeMany(ids)
    },
  })
  await approved(place, id)
  await place.drawn()

  const asked = await place.press(officer, 'restore')
  expect(JSON.stringify(asked['confirm'])).toContain('Restore the deleted tickets?')
  expect(JSON.stringify(asked['confirm'])).toContain('What cannot come back')
  expect(await place.hears('U0WEBER', 'restore')).toContain('This needs one of these roles')
  const stale = await place.card()
  expect(await place.hears(officer, 'restore')).toMatch(/tickets? (is|are) restored/)
  await place.drawn()
  expect(buttonsOn(await place.card())).not.toContain('restore')
  expect((await place.thread()).at(-1)).toContain('restored')

  await place.hears(officer, 'go-on')
  const late = await place.as(officer, 'click', {
    message: stale.ts,
    action_id: 'restore',
    forge: { type: 'button', action_id: 'restore', value: valueOf(stale, 'restore') },
    until: 'ephemeral',
  })
  expect(late.ephemerals[0]?.text).toContain('This request is not stopped.')
  expect(place.troubles).toEqual([])
}, 30_000)

const goOnOf = (message: Message): string => valueOf(message, 'go-on')

const valueOf = ({ blocks }: Message, deed: string): string =>
  blocks
    .flatMap((block) => (block['elements'] ?? []) as { action_id?: string; value?: string }[])
    .find(({ action_id: id }) => id === deed)?.value ?? ''

test('cancel asks why, ends the request, and leaves the certificate of nothing done', async () => {
  const place = await openPlace()
  await opened(place)
  await place.drawn()

  const { modal } = await place.press(lead, 'cancel')
  expect(modal?.callback_id).toBe('say-cancel')
  await place.as(lead, 'fill', { view: modal?.id, action_id: 'reason', value: 'duplicate' })
  await place.as(lead, 'submit', { view: modal?.id, until: 'quiet' })
  await place.drawn()

  const card = await place.card()
  expect(textIn(card)).toContain('Cancelled: there is another request for the same')
  const { modal: certificate } = await place.press(deputy, 'see-certificate')
  expect(textIn(certificate)).toContain('Nothing was carried out.')
  const { modal: history } = await place.press(lead, 'see-history')
  expect(textIn(history)).toContain('Ouverte.')
  await place.as(lead, 'close', { view: history?.id })
}, 30_000)

test('/rights: help for everybody, the rest for who has a role, in the language of who asks', async () => {
  const place = await openPlace()
  expect(await place.says('U0WEBER', 'help')).toContain('Who may')
  expect(await place.says('U0WEBER', '')).toContain('You have no role')
  expect(await place.says(lead, 'aide')).toContain('Qui peut')
  // What somebody typed may name a person.
  const lost = await place.says(officer, 'lsit <!channel> Camille')
  expect(lost).toContain('I did not understand this.')
  expect(lost).not.toMatch(/lsit|Camille/)
  expect(await place.says(officer, 'list')).toContain('No request is open.')

  await opened(place)
  await place.drawn()
  const { text } = await place.card()
  const [number = '', name = ''] = /^(R-\S+) · (\w+ \w+)/.exec(text)?.slice(1) ?? []
  expect(await place.says(lead, '')).toContain(`*${number} · ${name}*`)
  for (const about of [number, number.toLowerCase(), name, number.slice(2)]) {
    expect(await place.says(officer, `status ${about}`)).toContain('Who is the person?')
  }
  expect(await place.says(lead, 'statut')).toContain('Dites laquelle')
  const unknown = await place.says(officer, 'status Camille')
  expect(unknown).toContain('I know no such request.')
  expect(unknown).not.toContain('Camille')
  expect(await place.says(lead, 'vérifier')).toContain('Le journal est intact')
  expect(await place.says(lead, '')).not.toContain('48090')
}, 30_000)

test('a changed log is found by /rights verify', async () => {
  const place = await openPlace()
  await opened(place)
  await place.drawn()
  const file = join(place.config.dataDir, 'journal', '000001.jsonl')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"bot"', '"bat"'))

  expect(await place.says(officer, 'verify')).toMatch(/The log does not verify: \d+ fault/)
}, 30_000)

test('pause and resume are said to all, on each card and on the home that is open', async () => {
  const place = await openPlace()
  await opened(place)
  const { board } = place
  board().homeOpened(deputy)
  await place.drawn()

  expect(await place.says('U0WEBER', 'pause')).toContain('roles')
  expect(await place.says(officer, 'pause')).toContain('The desk is paused.')
  expect(await place.says(officer, 'pause')).toContain('paused already')
  await place.drawn()
  const said = (await place.messages('C0REQUESTS')).map(({ text }) => text)
  expect(said.filter((text) => text.includes(`<@${officer}> has paused the desk`))).toHaveLength(1)
  expect(textIn(await place.card())).toContain('The whole desk is paused')
  const { home } = await place.screen(deputy)
  expect(textIn(home)).toContain('The whole desk is paused')

  expect(await place.says(lead, 'reprendre')).toContain('Le service reprend.')
  await place.drawn()
  expect(textIn(await place.card())).not.toContain('paused')
  expect(place.troubles).toEqual([])
}, 30_000)

test('the home tab shows what waits, and to whom has no role nothing', async () => {
  const place = await openPlace()
  await planned(place)
  await place.drawn()

  await place.as(deputy, 'open-home', { until: 'home' })
  const { home } = await place.screen(deputy)
  expect(textIn(home)).toContain('Waiting for approval')
  expect(JSON.stringify(home)).toContain('"action_id":"read-plan"')
  await place.as('U0WEBER', 'open-home', { until: 'home' })
  const { home: nothing } = await place.screen('U0WEBER')
  expect(textIn(nothing)).toContain('You have no role at this desk')
  expect(textIn(nothing)).not.toContain(camille.name)
}, 30_000)

test('an answer that cannot be sent is shown to the lead alone, and handed over by her word only', async () => {
  const place = await openPlace()
  const id = await planned(place, others.nadia.email)
  await approved(place, id)
  await place.drawn()
  expect(buttonsOn(await place.card())).toContain('see-answer')
  expect(textIn((await place.direct(lead)).at(-1))).toContain('Remettez la réponse')

  const denied = await place.press(deputy, 'see-answer')
  expect(denied.ephemerals[0]?.text).toContain('This needs one of these roles')
  expect(denied.modal).toBeNull()
  const first = await place.press(lead, 'see-answer')
  expect(textIn(first.modal)).toContain('R-')
  expect(first.modal?.callback_id).toBe('hand-over')
  await place.as(lead, 'close', { view: first.modal?.id, until: 'quiet' })
  await place.drawn()
  expect(buttonsOn(await place.card())).toContain('see-answer')

  const { modal } = await place.press(lead, 'see-answer')
  await place.as(lead, 'submit', { view: modal?.id, until: 'quiet' })
  await sealed(place, id)
  expect(await place.thread()).toContain(
    `<@${lead}> (support lead): The answer was given to the person by hand.`,
  )
  expect(buttonsOn(await place.card())).toEqual(['see-certificate', 'see-history'])
}, 30_000)

test('the posted heads vouch for the log; where they may not be posted, the card goes on', async () => {
  const place = await openPlace()
  await place.admin('channel', { id: 'C0AUDIT', remove: ['U0RIGHTS'] })
  const id = await planned(place)
  await approved(place, id)
  await sealed(place, id)

  expect(buttonsOn(await place.card())).toEqual(['see-certificate', 'see-history'])
  expect(place.troubles.join()).toMatch(
    /anchor: SlackRefused: chat.postMessage: (not_in_channel|channel_not_found)/,
  )
}, 30_000)

test('a card that Slack would not take at the end gets its last form at the next start, and then rests', async () => {
  const place = await openPlace()
  const id = await planned(place)
  await place.drawn()
  const refuse = { kind: 'refuse', method: '^chat\\.update$', channel: 'C0REQUESTS', times: 0 }
  await place.send('/_faults', { ...refuse, error: 'edit_window_closed' })
  await approved(place, id)
  await sealed(place, id)
  expect(place.troubles.join()).toContain('card: SlackRefused: chat.update: edit_window_closed')
  expect(buttonsOn(await place.card())).toContain('read-plan')

  await fetch(`${place.slack.url}/_faults`, { method: 'DELETE' })
  await place.again()
  await place.drawn()
  expect(buttonsOn(await place.card())).toEqual(['see-certificate', 'see-history'])
  expect((await place.thread()).filter((line) => line.startsWith('Certificate'))).toHaveLength(1)

  const { version } = await place.desk().hands.store.load(id)
  await place.again()
  await place.drawn()
  expect((await place.desk().hands.store.load(id)).version).toBe(version)
}, 30_000)

test('two approvals: each approver is asked once, and the first is not asked for the second', async () => {
  const quorum = localPolicy.quorum.map((rule) => ({ ...rule, of: 2 }))
  const place = await openPlace({ policy: { quorum, pauseSeconds: 900 } })
  const id = await planned(place)
  await place.drawn()
  await approved(place, id, deputy)
  await place.drawn()

  expect(textIn(await place.card())).toContain('1 of 2 approvals (privacy officer)')
  expect((await place.direct(deputy)).map((one) => buttonsOn(one))).toEqual([[]])
  expect((await place.direct(third)).map((one) => buttonsOn(one))).toEqual([['read-plan']])
  await approved(place, id, third)
  await place.drawn()
  expect(textIn((await place.direct(officer))[0])).toContain(`Done by <@${deputy}>, <@${third}>`)
  expect(await place.thread()).toContain(
    `<@${third}> (privacy officer): Approved: 2 of 2 (privacy officer).`,
  )
}, 30_000)
