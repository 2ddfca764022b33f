import type { ModalView, RichTextBlock } from '@slack/types'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leaveOutOptions, lessForm, turnBackForm } from '../../src/views/plan/forms.ts'
import { type PlanModel, planGroups, type Result, type Unit } from '../../src/views/plan/model.ts'
import { planPage } from '../../src/views/plan/page.ts'
import { planlessWindow, resultWindow } from '../../src/views/plan/result.ts'
import { planWindow } from '../../src/views/plan/window.ts'
import { groupsOf, planOf, unit } from './model.ts'
import { buttonIn, sights, taken, textIn } from './support.ts'

const both = Object.values(sights)

/** Every page of a group, as one text. */
function* pagesOf(model: PlanModel, group: (typeof planGroups)[number]): Generator<ModalView> {
  for (let page = 1; ; page += 1) {
    const view = taken(planPage(model, { group, page }, sights.en))
    yield view
    if (!buttonIn(view, 'turn-plan-page', 'next')) return
  }
}

const allOf = (model: PlanModel, group: (typeof planGroups)[number]): string =>
  [...pagesOf(model, group)].map(textIn).join('\n')

describe('what an approver reads', () => {
  test('in either language names the right, the ground, the due date, the opener and the digest', () => {
    const [english, french] = both.map((sight) => textIn(taken(planWindow(planOf(), sight))))

    expect(english).toContain('R-2026-0042 · amber heron')
    expect(english).toContain('Erasure (article 17)')
    expect(english).toContain('Due 23 December 2026 · opened by <@U0AUBRY> · plan abababababab…')
    expect(english).toContain('In all, *1 ticket* is deleted for good.')
    expect(french).toContain('Échéance\u00a0: 23 décembre 2026')
    expect(french).toContain('En tout, *1 ticket* est supprimé définitivement.')
  })

  test('of a plan that changes nothing is that it changes nothing, and no number is asked', () => {
    const empty = planOf({ groups: new Map(), toGo: 0 })
    const view = taken(planWindow(empty, sights.en))

    expect(textIn(view)).toContain('Nothing in Zendesk is changed.')
    expect(view.submit?.text).toBe('Approve this exact plan')
    expect(view.blocks.map(({ type }) => type)).not.toContain('input')
  })

  test('says of each part whether it can be undone, and whose tickets they are', () => {
    const groups = groupsOf({
      tickets: [unit(1), unit(2, { others: true, whose: 'Julien Moreau' })],
      texts: [unit(3, { final: false })],
    })
    const text = textIn(taken(planWindow(planOf({ groups, toGo: 2 }), sights.en)))

    expect(text).toContain(
      '*2 tickets are deleted for good.*\n:warning: 1 of them is somebody else’s',
    )
    expect(text.match(/Cannot be undone/g)).toHaveLength(1)
  })

  test('joins what is blacked out and what is emptied with a word of the language', () => {
    const passages = [[{ text: 'Camille', is: 'goes' as const }]]
    const groups = groupsOf({ passages: [unit(3, { passages, names: ['photo.jpg'] })] })
    const [english, french] = both.map((sight) =>
      textIn(taken(planWindow(planOf({ groups }), sight))),
    )

    expect(english).toContain('*1 passage is blacked out* and *1 file is emptied* in 1 ticket')
    expect(french).toContain('*1 passage est caviardé* et *1 fichier est vidé* dans 1 ticket')
  })

  test('warns of what nobody has opened, of a halt, and of an answer that goes by hand', () => {
    const groups = groupsOf({
      kept: [
        unit(5, { code: 'files-not-opened', files: 2, final: false }),
        unit(5, { code: 'legal-hold', final: false }),
        unit(6, { code: 'made-up-here', final: false }),
      ],
    })
    const model = planOf({
      groups,
      toGo: 0,
      byHand: true,
      rehearsal: true,
      lapsed: 'the policy asks for more now',
      halted: 'A legal hold stands on it.',
    })
    const text = textIn(taken(planWindow(model, sights.en)))

    expect(text).toContain('3 things stay although they may speak of the person:')
    expect(text).toContain('• 1 – a legal hold stands on it\n• 1 – the reason made-up-here')
    expect(text).toContain('1 ticket that stays has files or recordings that nobody has opened')
    expect(text).toContain('The request stands still: A legal hold stands on it.')
    expect(text).toContain('It was agreed to, and no longer is: the policy asks for more now.')
    expect(text).toContain('This desk only rehearses')
    expect(text).toContain('the support lead hands it over')
  })

  test('who cannot approve reads why, and finds nothing to press but See', () => {
    const model = planOf({
      cannot: 'You opened this request.',
      may: { less: false, turnBack: false, hold: false },
    })
    const view = taken(planWindow(model, sights.en))

    expect(textIn(view)).toContain(':lock: You opened this request.')
    expect(view.submit).toBeUndefined()
    expect(view.callback_id).toBe('read-plan')
    for (const deed of ['less', 'turn-back', 'hold'] as const) {
      expect(buttonIn(view, deed)).toBeUndefined()
    }
    expect(buttonIn(view, 'see-plan', 'tickets')).toMatchObject({ item: 'tickets', page: 1 })
  })

  test('who must agree is said by role, with who has', () => {
    const voices = [
      { role: 'privacy-officer', of: 2, said: ['U0LIND'] },
      { role: 'jurist', of: 1, said: [] },
    ]
    const until = '2026-11-26T10:04:00.000Z'
    const text = textIn(taken(planWindow(planOf({ voices, until }), sights.en)))

    expect(text).toContain(
      '• *privacy officer*: 1 / 2 so far (<@U0LIND>)\n• *jurist*: 0 / 1 so far',
    )
    expect(text).toContain('counts until 26 Nov 2026, 10:04.')
  })

  test('of many people the first, and that there are more', () => {
    const people = Array.from({ length: 40 }, (_, i) => ({
      name: `Camille ${i}`,
      email: null,
      phone: '',
      identities: i,
    }))
    const text = textIn(taken(planWindow(planOf({ people }), sights.en)))

    expect(text).toContain('Camille 2\n2 addresses and numbers in the profile')
    expect(text).toContain('and 37 more')
  })
})

test('of somebody without a user is what was looked for, in either language', () => {
  const terms = [
    { kind: 'name', value: 'Zoé Perret' },
    { kind: 'email', value: 'zoe.perret@example.org' },
  ] as const
  const [english, french] = both.map((sight) =>
    textIn(taken(planWindow(planOf({ people: [], terms }), sight))),
  )

  expect(english).toContain('No user of Zendesk is theirs. They were looked for by this:')
  expect(english).toContain('• name: Zoé Perret\n• e-mail address: zoe.perret@example.org')
  expect(french).toContain('Elle n’a pas d’utilisateur dans Zendesk.')
})

describe('a group opens to its last operation', () => {
  test('ten at a time, however many there are', () => {
    const tickets = Array.from({ length: 1_005 }, (_, i) => unit(50_000 + i))
    const model = planOf({ groups: groupsOf({ tickets }), toGo: tickets.length })
    taken(planWindow(model, sights.en))
    const pages = [...pagesOf(model, 'tickets')]
    const numbers = new Set(pages.flatMap((view) => textIn(view).match(/#\d+/g) ?? []))

    expect(pages).toHaveLength(101)
    expect(textIn(pages[0])).toContain('1,005 entries · Page 1 / 101')
    expect(numbers.size).toBe(tickets.length)
    expect(buttonIn(pages[3] as ModalView, 'turn-plan-page', 'last')?.page).toBe(101)
    expect(buttonIn(pages[3] as ModalView, 'turn-plan-page', 'previous')?.page).toBe(3)
  })

  test('a page that there is not is the nearest one', () => {
    const far = textIn(taken(planPage(planOf(), { group: 'tickets', page: 99 }, sights.en)))
    const none = textIn(taken(planPage(planOf(), { group: 'mails', page: -1 }, sights.en)))

    expect(far).toContain('#48210')
    expect(none).toContain('0 entries')
  })

  test('a passage is shown as it is, and as it will be', () => {
    const passages = [
      [
        { text: 'parrainée par ', is: 'around' },
        { text: 'Camille Lefèvre', is: 'goes' },
        { text: ' hier', is: 'around' },
      ],
    ] as const
    const passage = unit(46_240, {
      acts: ['comment.redact'],
      passages,
      others: true,
      whose: 'Léa Marchand',
    })
    const model = planOf({ groups: groupsOf({ passages: [passage] }) })
    const text = allOf(model, 'passages').replaceAll('\n', '')

    expect(text).toContain('parrainée par Camille Lefèvre hier→ parrainée par ▇▇▇▇ hier')
    expect(text).toContain('of Léa Marchand')
    expect(text).not.toContain('somebody else’s ticket')
  })

  test('a changed subject is shown before and after, an emptied field as emptied', () => {
    const texts = [
      { before: 'Pour Camille', after: 'Pour ▇▇▇▇' },
      { field: 360, before: '06 39', after: null },
      { field: 361, after: '' },
    ]
    const model = planOf({ groups: groupsOf({ texts: [unit(48_151, { texts })] }) })
    const text = allOf(model, 'texts').replaceAll('\n', '')

    expect(text).toContain('Subject: Pour Camille→ Pour ▇▇▇▇')
    expect(text).toContain('Field 360: 06 39→ (emptied)')
  })

  test('not a character of a long text is left out, and none is cut in two', () => {
    const long = Array.from({ length: 4_000 }, (_, i) => `${i.toString(36)}🦊`).join(' ')
    const passages = [[{ text: long, is: 'goes' as const }]]
    const model = planOf({
      groups: groupsOf({ passages: [unit(7, { passages })], answer: [unit(8, { body: long })] }),
    })

    for (const group of ['passages', 'answer'] as const) {
      const runs = [...pagesOf(model, group)]
        .flatMap((view) => view.blocks)
        .flatMap((block) => (block.type === 'rich_text' ? (block as RichTextBlock).elements : []))
        .flatMap((part) => (part.type === 'rich_text_quote' ? part.elements : []))
        .map((run) => (run.type === 'text' ? run.text : ''))
      expect(runs.join('').startsWith(long)).toBe(true)
      expect(runs.some((run) => /\p{Surrogate}/u.test(run))).toBe(false)
    }
  })
})

/** What somebody could have written into a ticket to mislead the reader, or to break the window. */
const foreignText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    '<!channel> <@U0AUBRY> <https://example.com|click>',
    '*bold* _it_ ~no~ `code` :warning:',
    '\u202Edeleted\u202C \u2066a\u2069',
    '\ud83e',
    '\u0000\r\n\r\n\u2028',
    'x'.repeat(9_000),
  ),
)
const run = fc.record({
  text: foreignText,
  is: fc.constantFrom('goes', 'stays', 'around') as fc.Arbitrary<'goes'>,
})
const hostileUnit: fc.Arbitrary<Unit> = fc
  .record({
    id: fc.integer({ min: 1 }),
    title: foreignText,
    whose: foreignText,
    code: fc.constantFrom('own-ticket', 'constructor', 'made-up'),
    what: fc.constantFrom('ticket', 'mail', 'user') as fc.Arbitrary<'ticket'>,
    others: fc.boolean(),
    files: fc.nat(),
    passages: fc.array(fc.array(run, { maxLength: 4 }), { maxLength: 4 }),
    texts: fc.array(fc.record({ before: foreignText, after: fc.option(foreignText) }), {
      maxLength: 3,
    }),
    body: foreignText,
  })
  .map((change) => unit(change.id, change))

test('whatever stands in tickets and profiles, Slack takes every window and nobody is pinged', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...planGroups), fc.array(hostileUnit, { maxLength: 12 })),
      foreignText,
      (groups, name) => {
        const person = { name, email: name, phone: name, identities: 1 }
        const model = planOf({ groups: groupsOf(groups), people: [person, person], language: name })
        for (const sight of both) {
          const views = [
            planWindow(model, sight),
            lessForm(model, sight),
            ...planGroups.map((group) => planPage(model, { group, page: 2 }, sight)),
          ]
          for (const view of views) {
            const text = JSON.stringify(taken(view))
            expect(text).not.toMatch(/"type":"mrkdwn","text":"[^"]*<(?!@U0(?:AUBRY|LIND))/)
            expect(text).not.toMatch(/\u202e|\u2066/)
          }
        }
      },
    ),
    { numRuns: 30 },
  )
})

describe('approving less', () => {
  const groups = groupsOf({
    tickets: [unit(48_210, { n: [3, 9] }), unit(48_211, { n: [4, 10], loose: false })],
    passages: [
      unit(46_988, { n: [1], part: '1 / 2', passages: [[{ text: 'Camille', is: 'goes' }]] }),
    ],
    mails: [unit(94_172, { n: [12], what: 'mail' })],
  })

  test('offers what can be left out, alike ones together, by the number of an operation', () => {
    expect(leaveOutOptions(groups, '', sights.en)).toEqual([
      { text: '#48210 · deleted for good', value: '3' },
      { text: '#46988 · 1 passage blacked out, comment 1 / 2', value: '1' },
      { text: '94172 · deleted', value: '12' },
    ])
  })

  test('finds by part of a number or of the words, and says so in the member’s language', () => {
    expect(leaveOutOptions(groups, ' 4698', sights.fr)).toEqual([
      { text: '#46988 · 1 passage caviardé, commentaire 1 / 2', value: '1' },
    ])
    expect(leaveOutOptions(groups, 'Caviardé', sights.fr)).toHaveLength(1)
    expect(leaveOutOptions(groups, 'Camille', sights.en)).toEqual([])
  })

  test('lists a hundred at most, as many as Slack takes', () => {
    const tickets = Array.from({ length: 500 }, (_, i) => unit(1_000 + i))

    expect(leaveOutOptions(groupsOf({ tickets }), '', sights.en)).toHaveLength(100)
    expect(leaveOutOptions(groupsOf({ tickets }), '1499', sights.en)).toHaveLength(1)
  })

  test('its form, and that of a no, are taken by Slack in both languages', () => {
    for (const sight of both) {
      const less = taken(lessForm(planOf({ groups, toGo: 2 }), sight))
      expect(less.blocks.filter(({ type }) => type === 'input')).toHaveLength(2)
      // The number to type is not the plan’s: the field must not ask for that one.
      expect(JSON.stringify(less.blocks)).toContain(sight.words.plan.less.hint)
      expect(JSON.stringify(less.blocks)).not.toContain(sight.words.plan.count.hint)
      const none = taken(lessForm(planOf({ groups, toGo: 0 }), sight))
      expect(none.blocks.filter(({ type }) => type === 'input')).toHaveLength(1)
      const back = taken(turnBackForm({ ...planOf(), root: 'V0ROOT' }, sight))
      expect(textIn(back)).toContain(
        sight === sights.en ? 'It goes too far' : 'Le plan va trop loin',
      )
    }
  })
})

const result = (change: Partial<Result>): string =>
  textIn(
    taken(
      resultWindow(
        { ...planOf(), what: 'approved', missing: [], halted: false, ...change },
        sights.en,
      ),
    ),
  )

describe('what comes of it', () => {
  test('who else must agree, and until when the word counts', () => {
    const missing = [{ role: 'privacy-officer', more: 1 }]
    const text = result({ missing, expires: '2026-11-26T10:04:00.000Z' })

    expect(text).toContain('Still to agree: *privacy officer*, 1 more.')
    expect(text).toContain('Your approval counts until 26 Nov 2026, 10:04.')
  })

  test('until when nothing is sent, and that Stop is on the card', () => {
    expect(result({ pause: '2026-11-23T10:04:00.000Z' })).toContain(
      'Nothing is sent before 23 Nov 2026, 10:04.',
    )
    expect(result({})).toContain('It is carried out now. Stop is on the card.')
    expect(result({ halted: true })).toContain('The request stands still.')
  })

  test('whose turn it is after a no', () => {
    expect(result({ what: 'sent-back' })).toContain('It is the support lead’s turn')
    expect(result({ what: 'declined' })).toContain('You have declined the plan.')
    expect(result({ what: 'held' })).toContain('Nothing more is sent.')
  })

  test('without a plan: that it is over, who sent it back and why, or that the desk works', () => {
    const about = { ...planOf(), over: false }
    const returned = { by: 'U0LIND', code: 'too-much', declined: false }
    const text = (change: object) =>
      textIn(taken(planlessWindow({ ...about, ...change }, sights.en)))

    expect(text({ over: true })).toContain('This request is over.')
    expect(text({ returned, step: 'decide-traces' })).toContain(
      '<@U0LIND> has sent it back: it goes too far.',
    )
    expect(text({ returned, step: 'decide-traces' })).toContain(
      'It is the support lead’s turn: Decide what happens to each trace.',
    )
    expect(text({})).toContain('I am working at it.')
  })
})
