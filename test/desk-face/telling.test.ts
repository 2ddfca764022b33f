import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/records/entry.ts'
import { certificateMessage, certificateView } from '../../src/views/desk/certificate.ts'
import { deskOf } from '../../src/views/desk/desk-of.ts'
import { pastMessage } from '../../src/views/desk/direct.ts'
import { answersOn, answerView } from '../../src/views/desk/handing-over.ts'
import { historyView } from '../../src/views/desk/history.ts'
import { homeView } from '../../src/views/desk/home.ts'
import { deskText, helpText, listText } from '../../src/views/desk/said.ts'
import { lineMessage, threadLines } from '../../src/views/desk/thread.ts'
import { cancelReasons, cancelView } from '../../src/views/desk/windows.ts'
import { approver, entry, opened, opener } from '../records/support/entries.ts'
import {
  agreed,
  approved,
  at,
  coded,
  first,
  intended,
  oneOfEach,
  settled,
  slept,
  toPlan,
  woke,
} from '../records/support/journal.ts'
import { deedsIn, policy, sent, shown, sights, standingAfter, textIn } from './support.ts'

const [one, two, three] = [intended([1]), intended([2, 3]), intended([4, 5])]
const quorum = [{ role: 'privacy', of: 2 }]
const yes = (user: string) => ({
  ...approved(first, { user, team: 'T0DESK' }),
  role: 'privacy',
  quorum,
})
const proved = entry({
  kind: 'proved',
  by: 'bot',
  code: 'proved',
  counts: { terms: 12, scanned: 29, explained: 4, unexplained: 0, 'products-open': 0 },
  on: at('p#all'),
})
const whole: readonly Entry[] = [
  ...toPlan,
  entry({ kind: 'viewed', by: approver, role: 'privacy', digest: first }),
  yes('U0APPROVER'),
  yes('U0SECOND'),
  agreed(),
  slept('pause', '2026-11-23T09:15:00.000Z'),
  woke('pause'),
  one,
  settled([[1, 'done']], { call: one.call }),
  coded('stopped', 'stopped'),
  entry({ kind: 'continued', by: opener, role: 'lead' }),
  two,
  settled(
    [
      [2, 'done'],
      [3, 'drifted'],
    ],
    { call: two.call },
  ),
  three,
  settled(
    [
      [4, 'done'],
      [5, 'already'],
    ],
    { call: three.call },
  ),
  entry({ kind: 'turned-away', by: opener, deed: 'approve', code: 'own-request' }),
  oneOfEach['handed-over'],
  proved,
  entry({
    kind: 'closed',
    by: 'bot',
    code: 'partly-done',
    counts: { done: 3, drifted: 1, kept: 4 },
  }),
  entry({ kind: 'sealed', by: 'bot', stub: '2027-11-23T09:00:00.000Z' }),
]
const journal = [opened(), ...whole]
const head = { size: 214, hash: 'b'.repeat(64) }
const certified = { request: standingAfter(whole).request, entries: journal, head }

describe('the thread', () => {
  const texts = threadLines(journal, sights.en).map(({ text }) => text)

  test('tells each event once and in order, and of calls only what each phase came to', () => {
    expect(texts.map((text) => text.replaceAll(/<!date[^>]*>/g, '…'))).toEqual([
      '<@U0OPENER>: Opened. Received on 23 November 2026, due on 23 December 2026.',
      '0 users were found who may be the person.',
      '<@U0OPENER>: Confirmed: 0 users are the person.',
      'Tickets found: 0, of which 0 are for a human to decide.',
      '<@U0OPENER>: Decided: 0 to delete, 0 to redact, 0 to keep.',
      'The plan is written: 5 operations. Digest `dddddddddddd…`',
      '<@U0APPROVER> (privacy): Approved: 1 of 2 (privacy).',
      '<@U0SECOND> (privacy): Approved: 2 of 2 (privacy).',
      'All approvals are there: exactly this plan may be carried out.',
      'Pause until …: Stop still saves everything.',
      'Carrying out has begun.',
      '<@U0OPENER>: Stopped: nothing more is sent. 1 of 5 operations were over by then.',
      '<@U0OPENER> (lead): Goes on.',
      'Redact and delete tickets: 2 done, 1 changed since and left alone.',
      'Delete the user, then for good: 1 done, 1 gone before.',
      '<@U0OPENER>: The answer was given to the person by hand.',
      'Looked again for 12 terms in 29 tickets: nothing is left that no decision explains (4 that one does).',
      'Closed: Partly done. 3 done, 1 changed since and left alone, 4 kept.',
      'Sealed: the vault and its key are gone, nothing of the person is left here. The log stays. What recognises a later request of the same person is kept until 23 November 2027.',
    ])
  })

  test('names each line by its entry, so that a restart says nothing twice', () => {
    const early = threadLines(journal.slice(0, 8), sights.en)
    const ids = threadLines(journal, sights.en).map(({ entry: id }) => id)

    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.slice(0, early.length)).toEqual(early.map(({ entry: id }) => id))
    expect(early.map(({ text }) => text)).toEqual(texts.slice(0, early.length))
  })

  test('every line of every kind of entry is one that Slack takes', () => {
    for (const sight of Object.values(sights)) {
      for (const { text } of threadLines([opened(), ...Object.values(oneOfEach)], sight)) {
        expect(sent(lineMessage(text)).text).toBe(text)
      }
    }
  })

  test('an approval that no longer counts is taken off the count', () => {
    const approval = yes('U0APPROVER')
    const lines = threadLines(
      [
        opened(),
        ...toPlan,
        approval,
        entry({ kind: 'revoked', by: 'bot', approval: approval.id, code: 'expired' }),
        yes('U0SECOND'),
      ],
      sights.en,
    ).map(({ text }) => text)

    expect(lines.at(-2)).toBe(
      'The approval of <@U0APPROVER> no longer counts: it was given too long ago.',
    )
    expect(lines.at(-1)).toContain('Approved: 1 of 2')
  })
})

describe('the certificate', () => {
  test('says from the log alone who did what, what was done, how it was proved and what stays', () => {
    const said = textIn(shown(certificateView(certified, 'U0OPENER', sights.en)))

    expect(said).toContain('Certificate of R-2026-0042 · amber heron')
    expect(said).toContain('*Erasure* — *Partly done*')
    expect(said).toContain('<@U0SECOND> (privacy): Approved: 2 of 2 (privacy).')
    expect(said).toContain(
      'Plan `dddddddddddd…`, as approved: 5 operations. Of its operations: 3 done, 1 gone before, 1 changed since and left alone.',
    )
    expect(said).toContain('Searched for 12 terms; 29 tickets read')
    expect(said).toContain('4 that a human decision explains, 0 that no decision explains')
    expect(said).toContain(`\`${first}\``)
    expect(said).toContain(`The log has 214 entries; its head is \`${head.hash}\``)
    expect(said).toContain('npm run verify')
    expect(said).not.toContain('not sealed yet')
  })

  test('stands in the thread, too, in the language of the channel', () => {
    const said = textIn(sent(certificateMessage(certified, sights.fr)))

    expect(said).toContain('Certificat de R-2026-0042')
    expect(said).toContain('Le journal a 214 entrées')
  })

  test('says where held-back mails could not be looked at, in place of how many were', () => {
    const counts = { terms: 12, scanned: 29, places: 34, mails: 0, 'mails-refused': 1 }
    const word = entry({ kind: 'proved', by: 'bot', code: 'proved', counts, on: at('p#all') })
    const entries = [...whole.filter(({ kind }) => kind !== 'proved'), word]
    const { request } = standingAfter(entries)
    const of = { request, entries: [opened(), ...entries], head }
    const said = textIn(shown(certificateView(of, 'U0OPENER', sights.en)))

    expect(said).toContain('holds back could not be looked at')
    expect(said).not.toContain('in 0 mails')
  })

  test('says what was searched, what people have seen, and who is back, in the window alone', () => {
    const counts = { terms: 12, scanned: 29, places: 34, mails: 7, 'files-seen': 2 }
    const entries = [
      ...whole.filter(({ kind }) => kind !== 'proved'),
      entry({
        kind: 'proved',
        by: 'bot',
        code: 'proved',
        counts: { ...counts, 'files-unopened': 3 },
        on: at('p#all'),
      }),
      entry({
        kind: 'looked-again',
        by: 'bot',
        code: 'returned',
        days: 7,
        counts: { users: 1, looked: 40 },
      }),
    ]
    const { request } = standingAfter(entries)
    const of = { request, entries: [opened(), ...entries], head }
    const address = 'https://nordlys.zendesk.com/agent/users/41000000005376'
    const inWindow = textIn(
      shown(certificateView({ ...of, returned: [address] }, 'U0OPENER', sights.en)),
    )

    expect(inWindow).toContain('34 lists and searches, and in 7 mails')
    expect(inWindow).toContain('2 seen by people, 3 that nobody has opened')
    expect(inWindow).toContain('Looked again after 7 days: 1 user has an address of the person’s.')
    expect(inWindow).toContain(address)
    expect(textIn(sent(certificateMessage(of, sights.en)))).not.toContain('/agent/users/')
  })

  test('of what was cancelled says that nothing was carried out', () => {
    const entries = [
      ...toPlan,
      entry({ kind: 'closed', by: opener, role: 'lead', code: 'withdrawn', counts: {} }),
    ]
    const { request } = standingAfter(entries)
    const of = { request, entries: [opened(), ...entries], head }
    const said = textIn(shown(certificateView(of, 'U0OPENER', sights.en)))

    expect(said).toContain('Cancelled: the person withdrew it')
    expect(said).toContain('Nothing was carried out.')
    expect(said).toContain('The result was not proved')
    expect(said).toContain('The request is not sealed yet')
  })

  test('of a hundred plans and a thousand stops is still taken by Slack', () => {
    const stops = Array.from({ length: 500 }, () => [
      coded('stopped', 'stopped'),
      entry({ kind: 'continued', by: opener }),
    ]).flat()
    const plans = Array.from({ length: 100 }, () => [...toPlan, agreed(), intended([1])]).flat()
    const entries = [...plans, ...stops, ...whole]
    const { request } = standingAfter(entries)

    const of = { request, entries: [opened(), ...entries], head }
    expect(sent(certificateMessage(of, sights.en)).blocks.length).toBeLessThan(50)
  })
})

describe('the history', () => {
  const all = [opened(), ...whole, ...Object.values(oneOfEach).slice(1)]
  const page = (at_: number) =>
    shown(
      historyView(
        { request: standingAfter(whole).request, user: 'U0OPENER', page: at_ },
        all,
        sights.en,
      ),
    )

  test('tells every entry, the latest first, a page at a time', () => {
    const [newest, older] = [page(0), page(1)]

    expect(textIn(newest)).toContain('Page 1 of 3, the latest first')
    expect(deedsIn(newest)).toEqual(['see-history'])
    expect(textIn(newest)).toContain('Older')
    expect(textIn(older)).toContain('Newer')
    expect(textIn(page(99))).toContain('Page 3 of 3')
    expect(textIn(page(2))).toContain('<@U0OPENER>\nOpened.')
  })

  test('also holds the clicks that were refused, with the reason', () => {
    expect(textIn([page(0), page(1), page(2)])).toContain(
      'Turned away from “approve”: You opened this request. Somebody else must approve it.',
    )
  })
})

describe('what a member sees of everything', () => {
  const many = Array.from({ length: 300 }, () => standingAfter(toPlan))
  const desk = (user: string, all = many) => deskOf(user, all)

  test('nothing: it says what to do next', () => {
    const home = shown(
      homeView({ user: 'U0OPENER', paused: false, desk: desk('U0X', []) }, sights.en),
    )

    expect(textIn(home)).toContain('Nothing is waiting for you.')
    expect(textIn(home)).toContain('/rights-erase 48213')
    expect(deskText(desk('U0X', []), 'C0REQUESTS', sights.en)).toContain('/rights-erase 48213')
  })

  test('three hundred: all lists fit, and each says how many more there are', () => {
    const home = shown(
      homeView({ user: 'U0APPROVER', paused: true, desk: desk('U0APPROVER') }, sights.en),
    )
    const said = textIn(home)

    expect(home.blocks.length).toBeLessThanOrEqual(100)
    expect(said).toContain('and 280 more')
    expect(said).toContain('The whole desk is paused')
    expect(deedsIn(home)).toContain('read-plan')
    for (const text of [
      deskText(desk('U0APPROVER'), 'C0REQUESTS', sights.fr),
      listText(many, 'C0REQUESTS', sights.fr),
    ]) {
      expect(text.length).toBeLessThan(3_000)
      expect(text).toMatch(/et \d+ de plus/)
    }
  })

  test('a button in a list is his alone, and of what waits for him the one that is asked', () => {
    const home = homeView(
      { user: 'U0SECOND', paused: false, desk: desk('U0SECOND', many.slice(0, 1)) },
      sights.en,
    )

    expect(deedsIn(home)[0]).toBe('read-plan')
    expect(JSON.stringify(home)).toContain(String.raw`\"user\":\"U0SECOND\"`)
  })

  test('somebody without a role learns how to get one, and nothing else', () => {
    const said = textIn(shown(homeView({ user: 'U0X', paused: false }, sights.en)))

    expect(said).toContain('You have no role at this desk')
    expect(said).not.toContain('R-2026')
  })

  test('help names every subcommand, who may, and where the buttons are', () => {
    const said = helpText({ deeds: policy.deeds, channel: 'C0REQUESTS' }, sights.en)

    for (const word of ['list', 'status', 'verify', 'pause', 'resume', 'help', '/rights-erase']) {
      expect(said).toContain(word)
    }
    expect(said).toContain('Stop, go on, pause: lead, privacy')
    expect(said).toContain('<#C0REQUESTS>')
    expect(said.length).toBeLessThan(3_000)
  })
})

describe('small windows and messages', () => {
  const { request } = standingAfter(toPlan)
  const about = { request, user: 'U0OPENER' }

  test('cancelling offers every reason in words', () => {
    for (const sight of Object.values(sights)) {
      const said = textIn(shown(cancelView(about, sight)))
      for (const code of cancelReasons)
        expect(said).toContain(sight.words.desk.reason[code].slice(0, 70))
    }
  })

  const toHand = { ...about, digest: 'd'.repeat(64), opened: 0 }

  const alone = (text: string) => shown(answerView(toHand, answersOn([{ text }], 0), 1, sights.en))

  test('an answer of any length is shown whole', () => {
    const text = Array.from({ length: 400 }, (_, i) => `Line ${i} <!channel> *x*`).join('\n')
    const said = textIn(alone(text))

    for (const i of [0, 199, 399]) expect(said).toContain(`Line ${i} <!channel>`)
    expect(alone('x'.repeat(50_000)).blocks.length).toBeLessThan(30)
  })

  test('of several answers each stands under its person’s name, and all are opened before all are given', () => {
    const answers = Array.from({ length: 7 }, (_, i) => ({
      who: { name: `Person ${i}`, email: i === 1 ? null : `p${i}@example.com` },
      text: `Text ${i} ${'y'.repeat(3_000)}`,
    }))
    for (const sight of Object.values(sights)) {
      const opening = shown(answerView(toHand, answersOn(answers, 0), 7, sight))
      expect(textIn(opening)).toContain('Person 0 · p0@example.com')
      expect(textIn(opening)).toContain('Text 4')
      expect(textIn(opening)).not.toContain('Text 5')
      expect(textIn(opening)).toMatch(/7 pe/)
      expect(opening.submit).toBeUndefined()
      expect(deedsIn(opening)).toEqual(['see-answer'])

      const last = shown(answerView({ ...toHand, opened: 1 }, answersOn(answers, 1), 7, sight))
      expect(textIn(last)).toContain('Text 6')
      expect(last.submit?.text).toBe(sight.words.desk.answering['submit-all'])
      const back = answerView({ ...toHand, opened: 2 }, answersOn(answers, 0), 7, sight)
      expect(back.callback_id).toBe('hand-over')
    }
  })

  test('what is left of a message when it is over names who has done it and has no button', () => {
    const past = sent(pastMessage(request, ['U0APPROVER'], sights.en))

    expect(past.text).toContain('Done by <@U0APPROVER>.')
    expect(deedsIn(past)).toEqual([])
  })
})
