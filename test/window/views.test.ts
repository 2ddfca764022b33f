import { type Arbitrary, array, assert, constantFrom, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Passage, TicketFind } from '../../src/records/finds.ts'
import { answerView } from '../../src/views/window/answer.ts'
import { changeView } from '../../src/views/window/change.ts'
import { doubtfulPageSize, doubtfulView } from '../../src/views/window/doubtful.ts'
import { type Found, type Item, itemsOf } from '../../src/views/window/groups.ts'
import { intakeForm } from '../../src/views/window/intake.ts'
import { listView } from '../../src/views/window/list.ts'
import { lookingView } from '../../src/views/window/looking.ts'
import { pageOf } from '../../src/views/window/pages.ts'
import { peopleView } from '../../src/views/window/people.ts'
import { reviewView } from '../../src/views/window/review.ts'
import { standingView } from '../../src/views/window/standing.ts'
import { termsView } from '../../src/views/window/terms.ts'
import { saying, textOf, tickedIn } from './hand.ts'
import {
  candidate,
  faultsIn,
  find,
  found,
  nasty,
  passage,
  request,
  said,
  seen,
  sights,
  term,
  user,
} from './model.ts'

const [english, french] = sights
if (!english || !french) throw new Error('two languages are spoken')

const listed = { request: request.id, user, seen }
const long = nasty.repeat(200)

const review = (all: Found, note?: string) => ({
  request,
  user,
  seen,
  people: [candidate(1)],
  found: all,
  answer: { how: 'reply', language: 'fr' } as const,
  basis: '',
  round: 1,
  note,
})

const doubtfulOf = (tickets: readonly TicketFind[], page = 0) => {
  const all = itemsOf('passages', found(tickets.map((ticket) => said(ticket))))
  const ones = all.map((item) => ({ item, asked: item.said.find.passages, sure: 1 }))
  return { ...listed, doubt: 'passages' as const, page: pageOf(ones, page, doubtfulPageSize) }
}

const asked = { action: 'ask', code: 'weak-passages' } as const

describe('Slack takes every window', () => {
  test.each(sights)('as it usually is, in $locale', (sight) => {
    const some = found(
      [
        said(
          find(1, {
            relation: 'own',
            files: 2,
            proposal: { action: 'delete', code: 'own-ticket' },
          }),
        ),
        said(find(2), { passages: ['c1-0'] }),
        said(find(3, { proposal: asked })),
        said(find(4, { proposal: { action: 'ask', code: 'namesake' }, namesake: true })),
        said(find(5, { unread: true, proposal: { action: 'ask', code: 'unreadable' } })),
        said(find(6, { held: true, proposal: { action: 'keep', code: 'legal-hold' } })),
      ],
      [
        {
          find: { id: 9, passages: [passage('author-0', { where: 'author' })], proposal: asked },
          action: 'keep',
          code: 'weak-passages',
          open: true,
        },
      ],
      { proposedTerms: [{ term: term('new@example.com'), ticket: 1 }] },
    )
    expect(faultsIn(reviewView(sight, review(some)))).toEqual([])
    expect(
      faultsIn(
        reviewView(
          sight,
          review({ ...some, choices: { acceptTerms: [term('new@example.com')] } }, 'a note'),
        ),
      ),
    ).toEqual([])
    for (const group of [
      'own',
      'others',
      'mails',
      'namesake',
      'passages',
      'unsure',
      'stay',
    ] as const) {
      expect(faultsIn(listView(sight, { ...listed, group, page: 0, found: some }))).toEqual([])
    }
    expect(faultsIn(termsView(sight, { ...listed, index: some.index, accepted: [] }))).toEqual([])
    for (const how of ['reply', 'by-hand'] as const) {
      const proposed = { how, language: 'de', code: 'ticket-closed' }
      expect(
        faultsIn(
          answerView(sight, {
            ...listed,
            proposed,
            answer: { how, language: 'de' },
            preview: 'Hallo',
            languages: ['en', 'fr'],
          }),
        ),
      ).toEqual([])
    }
    expect(faultsIn(intakeForm(sight, { user, subject: '' }))).toEqual([])
    for (const step of ['people', 'traces', 'plan'] as const)
      expect(faultsIn(lookingView(sight, { request, user, step }))).toEqual([])
  })

  test('when there is nothing at all in it', () => {
    expect(faultsIn(reviewView(english, { ...review(found([])), people: [] }))).toEqual([])
    expect(
      faultsIn(listView(english, { ...listed, group: 'own', page: 5, found: found([]) })),
    ).toEqual([])
    expect(faultsIn(doubtfulView(english, doubtfulOf([])))).toEqual([])
    expect(
      faultsIn(
        peopleView(english, {
          request,
          user,
          seen,
          basis: '',
          page: 0,
          finds: { subject: { by: 'name', value: 'x' }, candidates: [], gone: [candidate(1)] },
        }),
      ),
    ).toEqual([])
    const blank = candidate(1, {
      name: '',
      email: '',
      phone: '',
      identities: [{ type: 'email', value: '' }],
    })
    expect(
      faultsIn(
        peopleView(french, {
          request,
          user,
          seen,
          basis: '',
          page: 0,
          finds: { subject: { by: 'user', id: 1 }, candidates: [blank], gone: [] },
        }),
      ),
    ).toEqual([])
    expect(
      faultsIn(
        answerView(english, {
          ...listed,
          proposed: { how: 'by-hand', language: '', code: '' },
          answer: { how: 'by-hand', language: 'en' },
          preview: '',
          languages: [],
        }),
      ),
    ).toEqual([])
  })

  test('when there are thousands of everything, and all of it is long', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      passage(`c${i}`, { before: long, hit: long, after: long }),
    )
    const tickets = Array.from({ length: 800 }, (_, i) =>
      find(i + 1, {
        subject: long,
        requesterName: long,
        via: Array.from({ length: 30 }, () => long),
        files: 9,
        recordings: 9,
        passages: i < 30 ? many : many.slice(0, 3),
        proposal: i % 2 ? asked : { action: 'redact', code: long },
      }),
    )
    const all = found(
      tickets.map((one) => said(one)),
      [],
      {
        terms: Array.from({ length: 500 }, () => term(long)),
        proposedTerms: Array.from({ length: 500 }, (_, i) => ({
          term: term(`${i}${long}`),
          ticket: i + 1,
        })),
      },
    )
    const people = Array.from({ length: 40 }, (_, i) =>
      candidate(i + 1, { name: long, alias: long }),
    )
    expect(faultsIn(reviewView(french, { ...review(all), people }))).toEqual([])
    for (const page of [0, 1, 99])
      expect(faultsIn(listView(french, { ...listed, group: 'others', page, found: all }))).toEqual(
        [],
      )
    for (const page of [0, 39])
      expect(
        faultsIn(
          doubtfulView(
            french,
            doubtfulOf(
              tickets.filter(({ id }) => id % 2 === 0),
              page,
            ),
          ),
        ),
      ).toEqual([])
    expect(
      faultsIn(termsView(french, { ...listed, index: all.index, accepted: [term(long)] })),
    ).toEqual([])
    const finds = {
      subject: { by: 'name', value: long } as const,
      candidates: people,
      gone: people,
    }
    for (const page of [0, 3])
      expect(
        faultsIn(
          peopleView(french, {
            request,
            user,
            seen,
            basis: '',
            page,
            finds,
            ticked: people.map(({ id }) => id),
          }),
        ),
      ).toEqual([])
    expect(faultsIn(intakeForm(french, { user, subject: long, wrong: long, note: long }))).toEqual(
      [],
    )
  })

  test('whatever somebody wrote in a ticket, a name or an address', () => {
    const text = string({ unit: 'binary', maxLength: 200 })
    const anyPassage = record({
      before: text,
      hit: text,
      after: text,
      where: constantFrom('comment', 'written', 'subject', 'field'),
    }) as Arbitrary<Partial<Passage>>
    assert(
      property(text, array(anyPassage, { maxLength: 60 }), (words, parts) => {
        const passages = parts.map((part, i) => passage(`c${i}-0`, part))
        const ticket = find(1, { subject: words, requesterName: words, passages, proposal: asked })
        const one: Item = { kind: 'ticket', key: 't1', said: said(ticket) }
        expect(faultsIn(doubtfulView(english, doubtfulOf([ticket])))).toEqual([])
        expect(
          faultsIn(
            listView(english, {
              ...listed,
              group: 'passages',
              page: 0,
              found: found([said(ticket)]),
            }),
          ),
        ).toEqual([])
        expect(
          faultsIn(
            changeView(english, {
              ...listed,
              item: 'form passages t1',
              page: 0,
              find: one,
              actions: ['delete', 'redact', 'keep'],
              passages,
              ticked: new Set(['c0-0']),
            }),
          ),
        ).toEqual([])
        expect(faultsIn(intakeForm(english, { user, subject: words }))).toEqual([])
        const finds = {
          subject: { by: 'name', value: words } as const,
          candidates: [candidate(1, { name: words, email: words })],
          gone: [],
        }
        expect(
          faultsIn(peopleView(english, { request, user, seen, basis: '', page: 0, finds })),
        ).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('wherever the request stands', () => {
    const kinds = ['human', 'bot', 'time', 'halt', 'over'] as const
    for (const kind of kinds) {
      for (const step of ['approve', 'pause', 'hand-over', 'seal', 'unheard-of', undefined]) {
        const turn = { kind, step, until: request.due, code: 'zendesk-403' }
        expect(
          faultsIn(
            standingView(french, {
              request,
              user,
              turn,
              asked: [{ role: 'privacy-officer', of: 2 }],
              deciders: ['lead'],
            }),
          ),
        ).toEqual([])
      }
    }
  })
})

const peopleAmong = (candidates: ReturnType<typeof candidate>[], more = {}) =>
  peopleView(english, {
    request,
    user,
    seen,
    basis: 'B',
    page: 0,
    finds: { subject: { by: 'name', value: 'x' }, candidates, gone: [] },
    ...more,
  }) as never

describe('who is the person', () => {
  test('is ticked already only where one alone is exactly what was asked for', () => {
    expect(tickedIn(peopleAmong([candidate(1)]))).toEqual(['1'])
    expect(tickedIn(peopleAmong([candidate(1, { exact: false }), candidate(2)]))).toEqual(['2'])
    expect(tickedIn(peopleAmong([candidate(1), candidate(2)]))).toEqual([])
    expect(tickedIn(peopleAmong([candidate(1, { exact: false })]))).toEqual([])
    expect(tickedIn(peopleAmong([candidate(1, { role: 'agent' })]))).toEqual([])
    expect(tickedIn(peopleAmong([candidate(1, { via: 'same-identity' })]))).toEqual([])
  })

  test('is weighed: for and against, namesakes and staff', () => {
    const text = saying(
      peopleAmong([
        candidate(1),
        candidate(2, {
          exact: false,
          via: 'name',
          name: 'LEFÈVRE Camille',
          role: 'agent',
          suspended: true,
        }),
      ]),
    )
    expect(text).toContain('For it: wrote the ticket you gave')
    expect(text).toContain(
      'Against it: only the name is the same, 1 other here has the same name, is staff',
    )
    expect(text).toContain('suspended')
  })

  test('may stand on another page, and stays ticked there', () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      candidate(i + 1, { exact: false, name: `N ${i}` }),
    )
    const second = peopleAmong(many, { page: 1, ticked: [3, 12] })
    expect(saying(second)).toContain('11 to 20 of 25')
    expect(tickedIn(second)).toEqual(['12'])
  })
})

describe('what was found', () => {
  test('never turns into formatting, a ping or a link', () => {
    const ticket = find(1, { subject: nasty, requesterName: nasty })
    const text = textOf(
      listView(english, { ...listed, group: 'others', page: 0, found: found([said(ticket)]) })
        .blocks,
    )
    expect(text).toContain('&lt;!channel&gt;')
    expect(text).not.toContain('<!channel>')
  })

  test('is shown with what it becomes', () => {
    const two = [passage('c1-0'), passage('c1-1', { hit: 'Camille' })]
    const ticket = said(find(1, { passages: two, files: 1 }), { passages: ['c1-0'] })
    const text = textOf(
      listView(english, { ...listed, group: 'others', page: 0, found: found([ticket]) }).blocks,
    )
    expect(text).toContain(
      '…la facture est au nom de [LEFEVRE Camille] alors que j’ai payé…\n→ …la facture est au nom de ▇▇▇ alors que j’ai payé…',
    )
    expect(text).toContain('[Camille] alors que j’ai payé…\n→ stays')
    expect(text).toContain('nobody has opened: 1 file')
  })

  test('in doubt has no box ticked, and more passages than anybody reads have one box', () => {
    const few = doubtfulView(english, doubtfulOf([find(1, { proposal: asked })])) as never
    expect(tickedIn(few)).toEqual([])
    const many = Array.from({ length: 51 }, (_, i) => passage(`c${i}`))
    const view = doubtfulView(
      english,
      doubtfulOf([find(1, { proposal: asked, passages: many })]),
    ) as never
    expect(saying(view)).toContain('All 51 passages')
  })

  test('is counted by group, and what is open stands under it', () => {
    const held = said(
      find(6, { relation: 'own', held: true, proposal: { action: 'keep', code: 'legal-hold' } }),
    )
    const text = textOf(
      reviewView(english, review(found([held, said(find(3, { proposal: asked }))]))).blocks,
    )
    expect(text).toContain('*What stays*\n1 kept')
    expect(text).toContain('*1 still needs your decision.*')
    expect(text).toContain('A legal hold keeps the user.')
  })
})

const at = (step: string): string =>
  textOf(
    lookingView(english, {
      request,
      user,
      step: 'traces',
      progress: { step, done: 4, of: 1200 },
    }).blocks,
  )

const waitsFor = (code: string): string =>
  textOf(
    lookingView(french, { request, user, step: 'people', waits: { code, until: request.due } })
      .blocks,
  )

describe('while the desk is looking', () => {
  test('the window says how far it is, in places and in conversations', () => {
    expect(at('find-traces')).toContain('4 of 1,200 places')
    expect(at('read-conversations')).toContain('4 of 1,200 conversations read')
  })

  test('the window says why it waits and until when', () => {
    expect(waitsFor('zendesk-silent')).toContain(
      'Zendesk ne répond pas pour le moment. Je réessaie de moi-même à 23 déc. 2026',
    )
    expect(waitsFor('something-else')).toContain('Je n’ai pas pu continuer.')
  })
})
