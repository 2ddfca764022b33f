import { array, assert, constantFrom, property, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/records/entry.ts'
import { cardOf } from '../../src/views/desk/card.ts'
import { turnMessage } from '../../src/views/desk/direct.ts'
import { headwayOf } from '../../src/views/desk/headway.ts'
import { approver, entry } from '../records/support/entries.ts'
import {
  agreed,
  approved,
  at,
  coded,
  decided,
  first,
  found,
  intended,
  oneOfEach,
  planned,
  settled,
  slept,
  toPlan,
  woke,
} from '../records/support/journal.ts'
import { deedsIn, sent, sights, standingAfter, textIn } from './support.ts'

const second = { user: 'U0SECOND', team: 'T0DESK' }
const counted = {
  ...planned(),
  counts: { 'tickets-go': 9, redactions: 12, mails: 1, users: 1, kept: 4 },
}
const call = intended([1])
const toBegun = [...toPlan, approved(), approved(first, second), agreed(), woke('pause')]
const running = [...toBegun, intended([1]), settled([[1, 'done']]), intended([2, 3])]
const closed = entry({ kind: 'closed', by: 'bot', code: 'done', counts: { done: 5 } })
const proved = entry({ kind: 'proved', by: 'bot', code: 'proved', counts: {}, on: at('p#all') })

type Case = {
  readonly after: readonly Entry[]
  readonly says: readonly string[]
  readonly deeds: readonly string[]
}

const cases: Readonly<Record<string, Case>> = {
  'just opened': {
    after: [],
    says: ['Looking for the person', 'I am working', 'Due 23 December 2026 (in 29 days)'],
    deeds: ['open-window', 'cancel', 'see-history'],
  },
  'somebody was found': {
    after: [found('people')],
    says: ['Who is the person?', 'Turn: <@U0OPENER>'],
    deeds: ['open-window', 'cancel', 'see-history'],
  },
  'traces were found': {
    after: [
      found('people'),
      decided('people'),
      { ...found('traces'), counts: { tickets: 29, ask: 14 } },
    ],
    says: ['What happens to each trace?', '29 tickets found', '14 for a human to decide'],
    deeds: ['open-window', 'cancel', 'see-history'],
  },
  'a plan waits for approval': {
    after: [...toPlan.slice(0, 4), counted],
    says: [
      'Waiting for approval',
      'Turn: <@U0APPROVER>, <@U0SECOND>',
      '9 tickets go for good · 12 redactions · 1 suspended message goes · 1 user goes for good · 4 kept',
      '0 of 2 approvals (privacy)',
    ],
    deeds: ['open-window', 'read-plan', 'cancel', 'see-history'],
  },
  'one of two has approved': {
    after: [...toPlan, approved()],
    says: ['Turn: <@U0SECOND>', '1 of 2 approvals (privacy)', 'Approved by <@U0APPROVER>'],
    deeds: ['open-window', 'read-plan', 'cancel', 'see-history'],
  },
  'it was sent back': {
    after: [...toPlan, entry({ kind: 'sent-back', by: approver, digest: first, code: 'too-much' })],
    says: ['Turn: <@U0OPENER>', 'Sent back by <@U0APPROVER>: it goes too far.'],
    deeds: ['open-window', 'cancel', 'see-history'],
  },
  'the pause before the first write': {
    after: [...toPlan, approved(), agreed(), slept('pause', '2026-11-24T09:15:00.000Z')],
    says: [
      'Pausing before the first write',
      'Turn: nobody, until <!date^1795511700^{date_num} {time}|',
    ],
    deeds: ['open-window', 'read-plan', 'stop', 'cancel', 'see-history'],
  },
  'a bulk call is out': {
    after: running,
    says: ['Redacting and deleting tickets', '2 operations is under way: it stops after these'],
    deeds: ['read-plan', 'stop', 'see-history'],
  },
  'somebody stopped it': {
    after: [...running, coded('stopped', 'stopped')],
    says: ['Halted', 'Stopped by a member.'],
    deeds: ['read-plan', 'see-answer', 'go-on', 'see-history'],
  },
  'a legal hold halts it': {
    after: [
      ...running,
      settled([
        [2, 'done'],
        [3, 'done'],
      ]),
      coded('halted', 'legal-hold'),
    ],
    says: ['Turn: <@U0APPROVER>, <@U0SECOND>', 'A legal hold stands'],
    deeds: ['read-plan', 'see-answer', 'go-on', 'see-history'],
  },
  'what is halted may be ended once the person is answered': {
    after: [
      ...toBegun,
      call,
      settled([[1, 'done']], { call: call.call }),
      oneOfEach['handed-over'],
      coded('halted', 'job-stuck'),
    ],
    says: ['A job of Zendesk’s does not end.'],
    deeds: ['read-plan', 'go-on', 'end-partly', 'see-history'],
  },
  closed: {
    after: [...running, proved, closed],
    says: ['Done', '5 done'],
    deeds: ['see-certificate', 'see-history'],
  },
  sealed: {
    after: [...running, proved, closed, entry({ kind: 'sealed', by: 'bot' })],
    says: ['Done', 'Sealed: nothing of the person is left here.'],
    deeds: ['see-certificate', 'see-history'],
  },
  'it was cancelled': {
    after: [
      found('people'),
      entry({ kind: 'closed', by: approver, code: 'duplicate', counts: {} }),
    ],
    says: ['Cancelled: there is another request for the same'],
    deeds: ['see-certificate', 'see-history'],
  },
}

const pausedCard = (entries: readonly Entry[]): string =>
  textIn(cardOf(standingAfter(entries, { paused: true }), sights.en))

const later = (one: Entry, seconds: number): Entry => ({
  ...one,
  at: new Date(Date.parse('2026-11-23T09:00:00.000Z') + seconds * 1000).toISOString(),
})

describe('the card says where a request stands, and has every deed that applies and no other', () => {
  test('deleted tickets can be taken back as long as there are any', () => {
    const halted = [...running, coded('stopped', 'stopped')]
    for (const sight of Object.values(sights)) {
      const card = sent(cardOf(standingAfter(halted, { restorable: 12 }), sight))
      expect(deedsIn(card)).toEqual(['read-plan', 'see-answer', 'go-on', 'restore', 'see-history'])
      expect(textIn(card)).toContain(sight.words.desk.ask['restore-text'](12))
      expect(deedsIn(cardOf(standingAfter(halted, { restorable: 0 }), sight))).not.toContain(
        'restore',
      )
    }
  })

  test.each(Object.entries(cases))('%s', (_, { after, says, deeds }) => {
    const standing = standingAfter(after)
    const card = sent(cardOf(standing, sights.en))

    for (const text of says) expect(textIn(card)).toContain(text)
    expect(deedsIn(card)).toEqual(deeds)
    expect(card.text).toMatch(/^R-2026-0042 · amber heron: /)
    sent(cardOf(standing, sights.fr))
  })

  test('the plan’s button is bound to the digest that is in force', () => {
    const card = cardOf(standingAfter(toPlan), sights.en)

    expect(JSON.stringify(card)).toContain(String.raw`\"deed\":\"read-plan\"`)
    expect(JSON.stringify(card)).toContain(first)
  })

  test('in French it is French', () => {
    const card = cardOf(standingAfter([found('people')]), sights.fr)

    expect(textIn(card)).toContain('Qui est la personne\u00a0?')
    expect(textIn(card)).toContain('Échéance le 23 décembre 2026 (dans 29 jours)')
  })

  test('a late one says so', () => {
    const late = standingAfter([], { now: '2026-12-26T09:00:00.000Z' })

    expect(textIn(cardOf(late, sights.en))).toContain('(3 days late)')
  })

  test('while the desk is paused every open card says so, and a closed one does not', () => {
    expect(pausedCard(toPlan)).toContain('The whole desk is paused')
    expect(pausedCard([...running, proved, closed])).not.toContain('paused')
  })

  test('what Zendesk makes it wait for is said with the moment of the next try', () => {
    const waits = { code: 'zendesk-limited', until: '2026-11-24T09:15:00.000Z' }

    expect(textIn(cardOf(standingAfter(running, { waits }), sights.en))).toContain(
      'Zendesk asks us to wait. I try again by myself at <!date^1795511700^',
    )
  })

  test('no journal whatever makes a card that Slack would not take', () => {
    const kinds = Object.values(oneOfEach).filter(({ kind }) => kind !== 'opened')
    const entries = array(constantFrom<Entry>(...toPlan, ...kinds), { maxLength: 40 })
    const users = array(stringMatching(/^U[A-Z0-9]{8}$/), { maxLength: 200 })

    assert(
      property(entries, users, (journal, asked) => {
        const standing = standingAfter(journal, { asked })
        for (const sight of Object.values(sights)) {
          expect(sent(cardOf(standing, sight)).blocks.length).toBeLessThan(10)
          sent(turnMessage(standing, { user: 'U0OPENER', channel: 'C0REQUESTS' }, sight))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('progress', () => {
  const journal = [
    ...toBegun,
    intended([1]),
    later(settled([[1, 'done']]), 0),
    intended([2]),
    later(settled([[2, 'done']]), 30),
    intended([3]),
  ]

  test('done, of how many, how fast, how long yet: by the times of the journal', () => {
    const standing = standingAfter(journal)
    const headway = headwayOf(standing.request, journal)

    expect(headway).toEqual({ done: 2, of: 5, rate: 2, minutes: 2 })
    expect(textIn(cardOf({ ...standing, ...(headway ? { headway } : {}) }, sights.en))).toContain(
      '2 of 5 · 2 a minute · about 2 minutes left',
    )
  })

  test('nothing is promised before anything can be told', () => {
    expect(headwayOf(standingAfter(toPlan).request, toPlan)).toBeUndefined()
    expect(headwayOf(standingAfter(running).request, running)).toEqual({ done: 1, of: 5 })
  })
})
