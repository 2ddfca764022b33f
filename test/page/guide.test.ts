import { expect, test } from 'vitest'
import type { DeskState, DeskTicket, DeskUser } from '../../sandbox/page/client/model/desk.ts'
import { doneIn, nextIn, type Scene } from '../../sandbox/page/client/model/guide.ts'
import type { Message, View, Whole } from '../../sandbox/page/client/model/records.ts'
import { app, channels, groups, home, users } from '../../sandbox/slack/state/cast.ts'

const whole: Whole = {
  team: home,
  teams: [home],
  app,
  installation: { requestUrl: null, commands: null },
  users,
  groups,
  channels,
  messages: [],
  views: {},
}
const person = (id: string) => users.find((one) => one.id === id)
const fromApp = (channel: string): Message => ({ ts: '1.0', channel, user: app.user, text: 'a' })
const view: View = { id: 'V', hash: '', type: 'modal', blocks: [], state: { values: {} } }
const next = (scene: Partial<Scene>) =>
  nextIn(doneIn({ me: undefined, whole, desk: undefined, ...scene }))

const dm = { ...channels[0], id: 'D0LIND', kind: 'im', members: ['U0LIND', app.user] } as const
const told = {
  ...whole,
  channels: [...channels, dm] as Whole['channels'],
  messages: [fromApp('C0REQUESTS'), fromApp('D0LIND')],
}
const approved = { ...told, messages: [...told.messages, fromApp('C0AUDIT')] }
const desk = (active: boolean): DeskState => ({
  users: [
    {
      id: 1,
      active,
      suspended: false,
      hidden: { mergedInto: null, deletedAt: null, purged: false, purgeAskedAt: null },
    } as unknown as DeskUser,
  ],
  identities: [],
  tickets: [{ id: 48_213, requester_id: 1, deleted: !active } as unknown as DeskTicket],
  comments: [],
  attachments: [],
  suspended_tickets: [],
})

test('the first steps begin with becoming the lead', () => {
  expect(next({})).toBe('lead')
  expect(next({ me: person('U0LIND') })).toBe('lead')
  expect(next({ me: person('U0AUBRY') })).toBe('command')
})

test('an open window or a card in the channel means that the command was sent', () => {
  const opened = { ...whole, views: { U0AUBRY: [view] } }
  expect(next({ me: person('U0AUBRY'), whole: opened })).toBe('confirm')
  const card = { ...whole, messages: [fromApp('C0REQUESTS')] }
  expect(next({ me: person('U0WEBER'), whole: card })).toBe('confirm')
})

test('once an officer has been written to, it is his turn; an approval is seen in the audit channel', () => {
  expect(next({ me: person('U0AUBRY'), whole: told })).toBe('officer')
  expect(next({ me: person('U0LIND'), whole: told })).toBe('approve')
  expect(next({ me: person('U0AUBRY'), whole: approved })).toBe('watch')
})

test('it is over when the person is gone from the account', () => {
  expect(next({ whole: approved, desk: desk(true) })).toBe('watch')
  expect(next({ whole: approved, desk: desk(false) })).toBeUndefined()
})
