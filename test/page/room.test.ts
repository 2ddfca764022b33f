import { describe, expect, test } from 'vitest'
import { changed, readAddress, writeAddress } from '../../sandbox/page/client/model/address.ts'
import { allCommands, offered } from '../../sandbox/page/client/model/commands.ts'
import { ago, dateWords } from '../../sandbox/page/client/model/dates.ts'
import {
  aroundRedactions,
  batched,
  type DeskRequest,
  isWrite,
  touchedBy,
  withNewer,
} from '../../sandbox/page/client/model/desk.ts'
import { initialsOf, roleOf } from '../../sandbox/page/client/model/people.ts'
import type { Message } from '../../sandbox/page/client/model/records.ts'
import { serial } from '../../sandbox/page/client/model/serial.ts'
import { linesOf, placed } from '../../sandbox/page/client/model/timeline.ts'
import { wordsFor } from '../../sandbox/page/client/words/words.ts'
import { groups, home, users } from '../../sandbox/slack/state/cast.ts'

const clock = { locale: 'en-GB', tz: 'Europe/Copenhagen' }

const message = (ts: string, more: Partial<Message> = {}): Message => ({
  ts,
  channel: 'C1',
  user: 'U1',
  text: 'a',
  ...more,
})
const of = (...messages: Message[]) => ({ messages, ephemerals: [], notices: [] })

const request = (seq: number, method: string, path: string): DeskRequest => ({
  seq,
  at: '2026-11-23T09:00:00Z',
  method,
  path,
  status: 200,
  effect: [{ kind: 'ticket.deleted', id: seq }],
})

describe('where one is', () => {
  test('is read back from the address as it was written', () => {
    const address = { as: 'U0LIND', in: 'C0AUDIT', thread: '1.2', ticket: '48213' }
    expect(readAddress(writeAddress(address))).toEqual(address)
    expect(readAddress('#nonsense&as=')).toEqual({})
    expect(changed(address, { thread: undefined, in: 'home' })).toEqual({
      as: 'U0LIND',
      in: 'home',
      ticket: '48213',
    })
  })
})

describe('the people', () => {
  test('have the part that groups and membership give them', () => {
    const around = { groups, team: home }
    const roles = Object.fromEntries(users.map((one) => [one.id, roleOf(one, around)]))
    expect(roles).toEqual({
      U0AUBRY: 'support lead',
      U0LIND: 'privacy officer',
      U0OKAFOR: 'privacy officer',
      U0BERGER: 'privacy officer',
      U0WEBER: 'member',
      U0GUEST: 'guest',
      U0VISITOR: 'single guest',
      U0GONE: 'deactivated',
      U0RIGHTS: 'app',
      U0ELSEWHERE: 'stranger',
    })
  })

  test('are recognised by two letters at most', () => {
    expect(['Inès Aubry', 'Ada', 'Jan van der Berg', ''].map(initialsOf)).toEqual([
      'IA',
      'A',
      'JB',
      '',
    ])
  })
})

describe('a conversation', () => {
  test('shows first messages in the channel and the replies in their thread', () => {
    const source = of(
      message('100.0', { thread_ts: '100.0', reply_count: 2 }),
      message('101.0', { thread_ts: '100.0' }),
      message('102.0', { thread_ts: '100.0', subtype: 'thread_broadcast' }),
      message('103.0', { channel: 'C2' }),
    )
    const keys = (thread?: string): string[] =>
      linesOf(source, { channel: 'C1', thread }).map(({ key }) => key)
    expect(keys()).toEqual(['100.0', '102.0'])
    expect(keys('100.0')).toEqual(['100.0', '101.0', '102.0'])
  })

  test('puts private lines in their place by time', () => {
    const source = {
      ...of(message('100.0'), message('300.0')),
      ephemerals: [{ ...message('200.0'), id: 'e', bot: true }],
      notices: [{ id: 'n', channel: 'C1', ts: '250.0', text: 'b' }],
    }
    const kinds = linesOf(source, { channel: 'C1' }).map(({ kind }) => kind)
    expect(kinds).toEqual(['message', 'ephemeral', 'notice', 'message'])
  })

  test('names the author again after a pause, a thread, a card, or on a new day', () => {
    const noon = 1_795_000_000
    const at = (seconds: number, more: Partial<Message> = {}): Message =>
      message(`${noon + seconds}.000000`, more)
    const lines = placed(
      linesOf(
        of(
          at(0),
          at(10),
          at(20, { user: 'U2' }),
          at(900, { user: 'U2' }),
          at(910, { user: 'U2', blocks: [{ type: 'header' }] }),
          at(86_400, { user: 'U2' }),
        ),
        { channel: 'C1' },
      ),
      clock,
    )
    expect(lines.map(({ follows }) => follows)).toEqual([false, true, false, false, false, false])
    expect(lines.map(({ newDay }) => newDay)).toEqual([true, false, false, false, false, true])
  })
})

describe('dates', () => {
  test('are told in the language and at the clock of whoever reads', () => {
    const at = Date.parse('2026-12-24T17:30:00Z') / 1000
    expect(dateWords(at, '{date_short} at {time}', clock)).toBe('24 Dec 2026 at 18:30')
    expect(dateWords(at, '{date}', { locale: 'fr-FR', tz: 'Europe/Paris' })).toBe(
      '24 décembre 2026',
    )
    expect(dateWords(at, '{unheard_of}', clock)).toBe('{unheard_of}')
    expect(ago(at - 180, at, 'en-GB')).toBe('3 minutes ago')
    expect(ago(at + 7200, at, 'fr-FR')).toBe('dans 2 heures')
  })
})

describe('commands', () => {
  const known = [{ command: '/rights', description: 'My desk' }]

  test('are offered while the first word is typed', () => {
    const all = allCommands(known, ['/rights', '/rights-erase'])
    const names = (typedText: string): string[] =>
      offered(all, typedText).map(({ command }) => command)
    expect(names('/')).toEqual(['/rights', '/rights-erase'])
    expect(names('/RIGHTS-')).toEqual(['/rights-erase'])
    expect(names('/rights ')).toEqual([])
    expect(names('a /rights')).toEqual([])
    expect(allCommands(known, null)).toEqual(known)
  })
})

describe('the account', () => {
  test('a redacted passage is told apart from what is left', () => {
    expect(aroundRedactions('Ask ▇▇▇▇ in ▇▇.')).toEqual(['Ask ', '▇▇▇▇', ' in ', '▇▇', '.'])
  })

  test('reading and signing in are no writes', () => {
    expect(isWrite(request(1, 'GET', '/api/v2/tickets'))).toBe(false)
    expect(isWrite(request(1, 'POST', '/oauth/tokens'))).toBe(false)
    expect(isWrite(request(1, 'DELETE', '/api/v2/tickets/1'))).toBe(true)
    expect(isWrite(request(1, 'JOB', '/api/v2/deleted_tickets'))).toBe(true)
  })

  test('long rows of reads are folded, so that the writes between them are seen', () => {
    const all = 'rrrrwrrwwrrrrr'
      .split('')
      .map((kind, index) => request(index + 1, kind === 'w' ? 'PUT' : 'GET', '/a'))
    const sizes = batched(all).map(({ requests }) => requests.length)
    expect(sizes).toEqual([4, 1, 1, 1, 1, 1, 5])
  })

  test('the newest requests are added once, and the oldest make room', () => {
    const all = Array.from({ length: 310 }, (_, index) => request(index + 1, 'GET', '/a'))
    const shown = withNewer(all.slice(0, 200), all)
    expect(shown.length).toBe(300)
    expect(shown.at(0)?.seq).toBe(11)
    expect(shown.at(-1)?.seq).toBe(310)
    expect(touchedBy([request(7, 'DELETE', '/a')])).toEqual(new Set(['7']))
  })
})

describe('reading the workspace', () => {
  test('never runs twice at once, and runs once more for whatever came meanwhile', async () => {
    const open: (() => void)[] = []
    let started = 0
    const read = serial(async () => {
      started += 1
      await new Promise<void>((resolve) => open.push(resolve))
    })
    const all = [read(), read(), read()]
    expect(started).toBe(1)
    open.shift()?.()
    await all[0]
    await expect.poll(() => started).toBe(2)
    open.shift()?.()
    await Promise.all(all)
    expect(started).toBe(2)
  })

  test('a failure is told and does not stop the next reading', async () => {
    let count = 0
    const read = serial(async () => {
      count += 1
      await Promise.resolve()
      if (count === 1) throw new Error('no answer')
    })
    const [first, second] = await Promise.allSettled([read(), read()])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
  })
})

describe('the words', () => {
  test('follow the locale, and French keeps its spaces from breaking', () => {
    const french = wordsFor('fr-FR')
    expect(wordsFor('en-GB').home).toBe('Home')
    expect(french.home).toBe('Accueil')
    const all = JSON.stringify(french, (_, value: unknown) =>
      typeof value === 'function' ? (value as (one: unknown) => string)(3) : value,
    )
    expect(all).not.toMatch(/[^\u00a0][:;?!»](?!\/)(?=[ "])(?<!":)(?<!",)/u)
    expect(all).not.toContain("'")
  })
})
