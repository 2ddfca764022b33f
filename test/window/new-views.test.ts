import { describe, expect, test } from 'vitest'
import type { FileFind, TicketFind } from '../../src/records/finds.ts'
import { changeView } from '../../src/views/window/change.ts'
import { crowdOf } from '../../src/views/window/crowd.ts'
import { filesOf } from '../../src/views/window/file-items.ts'
import { filesPageSize, filesView } from '../../src/views/window/files.ts'
import { type Found, isUnclosed } from '../../src/views/window/groups.ts'
import { intakeForm } from '../../src/views/window/intake.ts'
import { listView } from '../../src/views/window/list.ts'
import { manyView } from '../../src/views/window/many.ts'
import { pageView } from '../../src/views/window/page.ts'
import { pageOf } from '../../src/views/window/pages.ts'
import { peopleView } from '../../src/views/window/people.ts'
import { reviewView } from '../../src/views/window/review.ts'
import { standingView } from '../../src/views/window/standing.ts'
import { termsView } from '../../src/views/window/terms.ts'
import { keepAllForm } from '../../src/views/window/whole.ts'
import { controls, saying, textOf, tickedIn } from './hand.ts'
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
const long = nasty.repeat(100)
const host = 'nordlys.example.com'

const file = (id: number, more: Partial<FileFind> = {}): FileFind => ({
  id,
  comment: 1,
  name: 'passport.png',
  type: 'image/png',
  size: 1_250_000,
  inline: false,
  url: 'https://example.com/f',
  malware: false,
  ...more,
})

const review = (all: Found, more = {}) => ({
  request,
  user,
  seen,
  people: [candidate(1)],
  found: all,
  answer: { how: 'reply', language: 'fr' } as const,
  basis: '',
  round: 1,
  ...more,
})

const answer = (person: number, how: 'reply' | 'by-hand') => {
  return { person, how, language: 'fr', code: 'own-ticket' }
}

const files = (tickets: readonly TicketFind[], page = 0, sight = english) => {
  const all = found(tickets.map((ticket) => said(ticket)))
  const shown = pageOf(filesOf(all), page, filesPageSize)
  return filesView(sight, { ...listed, page: shown, host }) as never
}

const textIn = (all: Found) => textOf(reviewView(english, review(all)).blocks)
const ticketsOf = (n: number) => found(Array.from({ length: n }, (_, i) => said(find(i + 1))))
const deeds = (all: Found) =>
  controls(reviewView(english, review(all)) as never).map(({ control }) => control.action_id)
const listOf = (group: 'own' | 'others' | 'stay', all: Found) =>
  listView(english, { ...listed, group, page: 0, found: all }) as never
const marks = (view: Parameters<typeof controls>[0]) =>
  controls(view).flatMap(({ control: { action_id: id } }) =>
    id.startsWith('set-class:') ? [id.slice('set-class:'.length)] : [],
  )
const peopleAmong = (candidates: ReturnType<typeof candidate>[], more = {}) => {
  const subject = { by: 'email', value: 'x@example.com' } as const
  const finds = { subject, candidates, gone: [] }
  return peopleView(english, { request, user, seen, basis: 'B', page: 0, finds, ...more })
}

describe('files that nobody has looked at', () => {
  test('are named with their type, size and ticket, and none says that somebody saw it', () => {
    const view = files([
      find(7, {
        attachments: [file(1), file(2, { malware: true, size: null, inline: true })],
        calls: [{ id: 'CA77', comment: 2 }],
      }),
    ])
    const text = saying(view)
    expect(text).toContain('*passport.png*\nimage/png · 1.3 MB · in ticket 7 · Facture')
    expect(text).toContain('inside the text')
    expect(text).toContain('do not open it')
    expect(text).toContain('*Recording of a call*')
    const fields = controls(view).filter(({ control }) => control.type === 'radio_buttons')
    const values = fields.map(({ control }) => {
      const { options, initial_option: first } = control as unknown as {
        options: { value: string }[]
        initial_option: { value: string }
      }
      return [first.value, ...options.map(({ value }) => value)].join(' ')
    })
    expect(values).toEqual([
      'nobody-opened nobody-opened redact nothing-there',
      'nobody-opened nobody-opened redact',
      'nobody-opened nobody-opened redact nothing-there',
    ])
  })

  test('are only shown where their ticket stays, and asked about where they can be taken out', () => {
    const own = { relation: 'own', proposal: { action: 'delete', code: 'own-ticket' } } as const
    const gone = find(1, { ...own, attachments: [file(1)] })
    expect(filesOf(found([said(gone)]))).toEqual([])
    const held = files([find(2, { held: true, attachments: [file(2)] })])
    expect(saying(held)).toContain('Nothing in this ticket can be blacked out here.')
    expect(controls(held).filter(({ control }) => control.type === 'radio_buttons')).toEqual([])
  })

  test('fit into windows, however many and whatever they are called', () => {
    const tickets = Array.from({ length: 40 }, (_, i) =>
      find(i + 1, {
        subject: long,
        attachments: Array.from({ length: 5 }, (_one, n) =>
          file(n + 1, { name: long, type: long, malware: true }),
        ),
        calls: [{ id: long, comment: 1 }],
      }),
    )
    for (const sight of sights)
      for (const page of [0, 1, 99]) expect(faultsIn(files(tickets, page, sight))).toEqual([])
    expect(faultsIn(files([]))).toEqual([])
  })
})

describe('the review', () => {
  test('names rules that would mail or push, and how to keep them silent', () => {
    const rules = Array.from({ length: 12 }, (_, i) => ({
      id: i + 1,
      kind: 'trigger' as const,
      title: i === 0 ? 'Tell the <!channel>' : long,
      does: 'mail' as const,
    }))
    const all = found([], [], { rules })
    const text = textOf(reviewView(english, review(all)).blocks)
    expect(text).toContain('12 rules of the account react to what the plan does:')
    expect(text).toContain('• Tell the &lt;!channel&gt; (trigger): sends a mail')
    expect(text).toContain('and 4 more')
    expect(text).toContain('name a tag in the policy')
    const tagged = textOf(reviewView(french, review(all, { tag: 'rgpd' })).blocks)
    expect(tagged).toContain('le marqueur «\u00a0rgpd\u00a0»')
  })

  test('names what could not be read, and what a further round brought', () => {
    const all = found([said(find(1, { round: 2 })), said(find(2))], [], {
      sources: [
        { code: 'ratings', found: 0, refused: '403' },
        { code: 'side-conversations', found: 0, refused: '404' },
        { code: 'search', found: 3 },
      ],
    })
    const text = textOf(reviewView(english, review(all, { round: 2 })).blocks)
    expect(text).toContain(
      'I may not read these, so nobody knows what they hold: comments of ratings',
    )
    expect(text).toContain('This account does not have: side conversations')
    expect(text).not.toContain('Zendesk’s search')
    expect(text).toContain('Round 2 found 1 more ticket.')
    const first = textOf(reviewView(english, review(all)).blocks)
    expect(first).not.toContain('Round')
  })

  test('says what becomes of the person’s tickets that stay unclosed', () => {
    const keep = { action: 'keep', code: 'legal-claims' } as const
    const own = (id: number, more = {}) => said(find(id, { relation: 'own' }), { ...keep, ...more })
    expect(textIn(found([own(1), own(2, { unclosed: 'wait' })]))).toContain(
      '1 closed by the plan, 1 waited for.',
    )
    expect(textIn(found([own(1, { unclosed: 'wait' })]))).toContain('The request waits until')
    const { index } = found([], [], { ownTicket: { id: 1, requesterId: 7 } })
    expect(isUnclosed(own(1), index)).toBe(false)
    expect(isUnclosed(said(find(2, { relation: 'own', status: 'closed' }), keep), index)).toBe(
      false,
    )
  })

  test('says how many of several people are answered by a reply, and names who has no user', () => {
    const all = found([], [], {
      answers: [answer(0, 'reply'), answer(1, 'reply'), answer(2, 'by-hand')],
    })
    const text = textOf(reviewView(english, review(all, { people: [] })).blocks)
    expect(text).toContain('2 answered by a reply, 1 by you')
    expect(text).toContain('Has no user in Zendesk')
    expect(text).not.toContain('0 users')
  })

  test('offers a page for more than eighty tickets, and not for fewer', () => {
    expect(deeds(ticketsOf(81))).toContain('open-page')
    expect(deeds(ticketsOf(80))).not.toContain('open-page')
  })

  test('with everything in it is taken by Slack', () => {
    const own = find(1, { relation: 'own', attachments: [file(1)], round: 3 })
    const tickets = Array.from({ length: 90 }, (_, i) => said({ ...own, id: i + 1 }))
    const all = found(tickets, [], {
      rules: [{ id: 1, kind: 'webhook', title: long, does: 'push' }],
      sources: Array.from({ length: 20 }, () => ({ code: long, found: 0, refused: long })),
    })
    for (const sight of sights)
      expect(faultsIn(reviewView(sight, review(all, { round: 3, tag: long })))).toEqual([])
  })
})

describe('one decision for a whole group', () => {
  test('never deletes other people’s tickets, and is not offered for one find', () => {
    const own = { relation: 'own', proposal: { action: 'delete', code: 'own-ticket' } } as const
    expect(marks(listOf('own', found([said(find(1, own)), said(find(2, own))])))).toEqual([
      'delete',
      'redact',
      'keep',
    ])
    expect(marks(listOf('others', found([said(find(1)), said(find(2))])))).toEqual([
      'redact',
      'keep',
    ])
    expect(marks(listOf('others', found([said(find(1))])))).toEqual([])
  })

  test('asks for the reason for which all stay', () => {
    for (const sight of sights)
      expect(
        faultsIn(keepAllForm(sight, { ...listed, item: 'list own keep', of: 70_000, page: 0 })),
      ).toEqual([])
  })
})

describe('a find', () => {
  test('says what speaks for and against it, in which round it was found, and where it is', () => {
    const ticket = find(1, {
      round: 2,
      evidence: [
        { code: 'same-name', speaks: 'for' },
        { code: 'other-email', speaks: 'against' },
        { code: 'unheard-of', speaks: 'against' },
      ],
      passages: [passage('r', { where: 'rating' })],
    })
    const all = { ...found([said(ticket)]), host }
    const text = textOf(
      listView(english, { ...listed, group: 'others', page: 0, found: all }).blocks,
    )
    expect(text).toContain('For it: the name is the same')
    expect(text).toContain('Against it: has another e-mail address, unheard-of')
    expect(text).toContain('Found in round 2')
    expect(text).toContain(`<https://${host}/agent/tickets/1|See it in Zendesk>`)
    expect(text).toContain('→ stays: Zendesk lets nobody black this out')
  })

  test('that is not closed is closed or waited for, ticket by ticket', () => {
    const item = { kind: 'ticket', key: 't1', said: said(find(1, { relation: 'own' })) } as const
    const change = {
      ...listed,
      item: 'list own t1',
      page: 0,
      find: item,
      actions: ['keep'] as const,
      passages: [],
      ticked: new Set<string>(),
    }
    const fields = (unclosed?: 'close') =>
      controls(changeView(english, { ...change, unclosed }) as never).map(
        ({ control }) => control.action_id,
      )
    expect(fields('close')).toContain('unclosed')
    expect(fields()).not.toContain('unclosed')
    expect(faultsIn(changeView(french, { ...change, unclosed: 'wait', host }))).toEqual([])
  })
})

describe('a proposed term', () => {
  test('is shown where it was seen, and fits however long it is', () => {
    const { index } = found([], [], {
      proposedTerms: Array.from({ length: 200 }, (_, i) => ({
        term: term(i === 0 ? 'old@example.org' : `${i}${long}`),
        ticket: i + 1,
        seen: {
          before: i === 0 ? 'write to ' : long,
          hit: i === 0 ? 'old@example.org' : long,
          after: long,
        },
      })),
    })
    const view = termsView(english, { ...listed, index, accepted: [] })
    expect(textOf(view.blocks)).toContain('in ticket 1: write to [old@example.org]')
    expect(faultsIn(view)).toEqual([])
  })
})

describe('who may be the person', () => {
  test('is nobody: the words can be changed, or looked for in all texts', () => {
    const view = peopleAmong([]) as never
    expect(saying(view)).toContain('Request R-2026-0042 is open all the same')
    expect(controls(view).map(({ control }) => control.action_id)).toEqual(['other-words', 'terms'])
  })

  test('is none of those who were found, where a human says so', () => {
    const some = [candidate(1, { exact: false }), candidate(2, { exact: false })]
    expect(saying(peopleAmong(some) as never)).toContain('None of them is the person')
    const none = peopleAmong(some, { page: -1 }) as never
    expect(saying(none)).toContain('Then nobody who was found is touched.')
    expect(saying(none)).toContain('Back to those who were found')
    expect(saying(peopleAmong([candidate(1)]) as never)).not.toContain('None of them is the person')
  })

  test('is staff: what happens and that more must approve stands above the boxes', () => {
    const text = saying(peopleAmong([candidate(1, { role: 'agent' })]) as never)
    expect(text).toContain('Staff can be erased only under a higher quorum')
    expect(text).toContain('must hand ownership over before that')
    expect(saying(peopleAmong([candidate(1)]) as never)).not.toContain('quorum')
  })

  test('is weighed by what was written down, where something was', () => {
    const evidence = [{ code: 'same-phone', speaks: 'for' } as const]
    const text = saying(peopleAmong([candidate(1, { evidence })]) as never)
    expect(text).toContain('For it: wrote the ticket you gave, the phone number is the same')
  })

  test('must be ticked where all stand on one page: Slack itself asks for it', () => {
    const boxes = peopleAmong([candidate(1)]).blocks.find(({ type }) => type === 'input')
    expect(boxes).toMatchObject({ optional: false })
  })
})

test('a link to a page of the desk’s own is a button, and the roles have names', () => {
  for (const sight of sights) {
    const url = 'https://desk.example.com/p#secret'
    const view = pageView(sight, { user, url, purpose: 'upload' })
    expect(faultsIn(view)).toEqual([])
    expect(JSON.stringify(view)).toContain(`"url":"${url}"`)
    expect(faultsIn(intakeForm(sight, { user, subject: long, instead: request.id }))).toEqual([])
  }
  const standing = { request, user, turn: { kind: 'bot' as const }, asked: [] }
  const text = (deciders: string[]) =>
    textOf(standingView(french, { ...standing, deciders }).blocks)
  expect(text(['privacy-officer'])).toContain('délégué à la protection des données')
  expect(text(['dpo-team'])).toContain('dpo team')
})

describe('many people', () => {
  const sure = { code: 'verified-address', speaks: 'for' } as const
  const crowd = (n: number) => {
    const people = Array.from({ length: n + 3 }, (_, i) => ({
      subject: { by: 'email', value: `p${i}@example.com` } as const,
      ...(i === n + 2 ? { sameAs: 0 } : {}),
    }))
    const exact = Array.from({ length: n }, (_, i) =>
      candidate(i + 1, { person: i, evidence: [sure] }),
    )
    const doubt = [candidate(9001, { person: n, exact: false }), candidate(9002, { person: n })]
    return {
      subject: { by: 'many', source: 'list', people: [] } as never,
      people,
      candidates: [...exact, ...doubt],
      gone: [],
    }
  }
  const view = (finds: ReturnType<typeof crowd>, ticked: number[], page = 0) =>
    manyView(english, { request, user, seen, basis: 'B', page, finds, ticked }) as never

  test('are parted into those found exactly, those in doubt and those named twice', () => {
    const { sure: all, doubted, twice } = crowdOf(crowd(1000))
    expect([all.length, twice]).toEqual([1000, 1])
    expect(doubted.map(({ candidates }) => candidates.length)).toEqual([2, 0])
  })

  test('are confirmed by one tick with a sample, those in doubt one by one', () => {
    const finds = crowd(1000)
    const shown = view(
      finds,
      crowdOf(finds).sure.map(({ id }) => id),
    )
    const text = saying(shown)
    expect(text).toContain('1,000 people were found exactly, with one confirmed address each')
    expect(text).toContain('and 995 more')
    expect(text).toContain('2 are in doubt: say for each')
    expect(text).toContain('*1001. p1000@example.com*')
    expect(text).toContain('Nobody was found: left out of the request.')
    expect(tickedIn(shown)).toEqual(['all'])
    expect(tickedIn(view(finds, [9002]))).toEqual(['9002'])
  })

  test('fit into a window whatever they are called and however many are in doubt', () => {
    const people = Array.from({ length: 500 }, () => ({
      subject: { by: 'name', value: long } as const,
    }))
    const candidates = people.flatMap((_one, person) =>
      Array.from({ length: 12 }, (_two, i) =>
        candidate(person * 12 + i + 1, { person, exact: false, name: long, alias: long }),
      ),
    )
    const before = Array.from({ length: 50 }, () => ({
      number: 'R-2026-0001',
      state: 'sealed' as const,
    }))
    const subject = { by: 'many', source: 'list', people: [] } as never
    for (const page of [0, 99])
      expect(
        faultsIn(view({ subject, people, candidates, gone: [], before } as never, [1, 2], page)),
      ).toEqual([])
  })
})

test('other requests about the same person, and who only has the same name, are pointed out', () => {
  const before = [{ number: 'R-2026-0007', state: 'closed' as const }]
  const finds = {
    subject: { by: 'email', value: 'x@example.com' } as const,
    candidates: [candidate(1)],
    gone: [],
    before,
    namesakes: [
      candidate(2, { exact: false, evidence: [{ code: 'only-name', speaks: 'against' }] }),
    ],
  }
  const view = peopleView(english, { request, user, seen, basis: '', page: 0, finds }) as never
  expect(saying(view)).toContain('R-2026-0007 (over)')
  expect(saying(view)).toContain('Is this the person?')
  expect(saying(view)).toContain('Somebody else of the same name?')
  expect(tickedIn(view)).toEqual(['1'])
})
