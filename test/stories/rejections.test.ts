import { describe, expect, test } from 'vitest'
import type { Fault } from '../../sandbox/zendesk/faults.ts'
import { cases } from '../../sandbox/zendesk/sample/case-people.ts'
import { goOn, openRequest, type Resting, tracesFound } from '../../src/flows/index.ts'
import { unreadBlock } from '../../src/views/window/around.ts'
import { type Words, wordsFor } from '../../src/words/index.ts'
import { sights, textIn } from '../desk-face/support.ts'
import { confirmNow } from '../support/deeds.ts'
import { effectsOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { faultsOf } from './support/journal.ts'
import { leadSees } from './support/lead-sees.ts'
import { approved, decided, nadias, planned } from './support/way.ts'

type No = Partial<Fault>
const languages = ['en', 'fr'] as const
const envelope = (error: string, description = 'x'): string =>
  JSON.stringify({ error, description })
const titled = (title: string): string => JSON.stringify({ error: { title, message: 'x' } })

/** What Zendesk says, in all its envelopes, and without one. */
const no = {
  unknown: { status: 401, says: envelope("Couldn't authenticate you") },
  scope: {
    status: 403,
    says: envelope('Forbidden', 'You are missing the following required scopes: read'),
  },
  forbidden: { status: 403, says: titled('Forbidden') },
  noEndpoint: { status: 404, says: envelope('InvalidEndpoint', 'Not found') },
  noRecord: { status: 404, says: envelope('RecordNotFound', 'Not found') },
  tooMany: { status: 400, says: envelope('TooManyValues', 'Maximum 100 users per call') },
  tooDeep: { status: 400, says: '{"errors":[{"code":"InvalidPaginationDepth","title":"x"}]}' },
  cursor: { status: 400, says: '{"errors":[{"code":"InvalidCursor","title":"Invalid cursor"}]}' },
  beyond: {
    status: 422,
    says: 'Requested response size was greater than Search Response Limits',
  },
  invalid: {
    status: 422,
    says: JSON.stringify({
      error: 'RecordInvalid',
      details: { base: [{ description: 'Base: nadia.benali@example.org' }] },
    }),
  },
  page: { status: 200, says: '<html>nadia.benali@example.org</html>' },
  otherShape: { status: 200, says: '{}' },
  collision: { status: 409, says: 'Requester creation collision - please try again' },
  maintenance: { status: 503, seconds: 10 },
} as const satisfies Record<string, No>

const slowDowns: readonly No[] = [
  'Rate limit for ticket updates exceeded, please wait before updating this ticket again',
  'You have exceeded the rate limit for updating a single unique user. user email: nadia.benali@example.org',
  'Number of allowed API requests per minute exceeded',
  envelope('TooManyJobs'),
].map((says) => ({ kind: 'too-many', seconds: 27, says }))

const spoil = (d: Desk, method: string, path: string, fault: No, times = 0): void =>
  d.account.fault({ kind: 'error-before', method, path, times, ...fault })

/** In both languages the card, the thread and the message to him say this; and `Go on` is there. */
async function expectHalt(d: Desk, id: string, say: (words: Words) => string): Promise<void> {
  const seen = await leadSees(d, id)
  for (const language of languages) {
    const said = say(wordsFor(language))
    const { card, thread, direct, buttons } = seen[language]
    expect(card).toContain(said)
    expect(thread.at(-1)).toContain(said)
    expect(direct).toContain(said)
    expect(buttons).toContain('go-on')
  }
  await goOn({ id, by: lead }, d.hands)
}

const generic = (code: string) => (words: Words) => `${words.halt['zendesk-refused']} (${code})`

const halts: readonly (readonly [string, No, (words: Words) => string])[] = [
  ['credentials that are not known', no.unknown, ({ halt }) => halt.credentials],
  ['a scope that is missing', no.scope, ({ halt }) => halt.credentials],
  ['a misspelt scope, or a role', no.forbidden, ({ halt }) => halt['zendesk-403']],
  ['an endpoint that the account has not', no.noEndpoint, generic('zendesk-404')],
  ['too many values', no.tooMany, generic('zendesk-400')],
  ['a page too far', no.tooDeep, generic('zendesk-400')],
  ['a cursor that is too old', no.cursor, generic('zendesk-400')],
  ['more than search gives', no.beyond, generic('zendesk-422')],
  ['somebody else’s page', no.page, ({ halt }) => halt['unreadable-answer']],
  ['another shape', no.otherShape, ({ halt }) => halt['unreadable-answer']],
]

describe('while the desk looks', () => {
  test('each refusal halts with words on what to do, Go on looks again, and nothing is lost', async () => {
    const d = await desk()
    const { id } = await openRequest(
      { right: 'erasure', subject: nadias.subject, by: lead },
      d.hands,
    )
    for (const [what, fault, say] of halts) {
      spoil(d, 'GET', '/users/search$', fault)
      expect([what, await d.go(id)]).toMatchObject([what, { on: 'halt' }])
      d.account.clearFaults()
      await expectHalt(d, id, say)
    }
    expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
    await confirmNow({ id, by: lead, users: [nadias.user] }, d.hands)
    for (const [what, fault, say] of halts) {
      spoil(d, 'GET', '/search/export$', fault)
      expect([what, await d.go(id)]).toMatchObject([what, { on: 'halt' }])
      d.account.clearFaults()
      await expectHalt(d, id, say)
    }
    expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
    expect((await tracesFound(id, d.hands)).tickets).toHaveLength(3)
    expect(effectsOf(d)).toEqual([])
    expect(await faultsOf(d)).toEqual([])
  })

  test('what passes by itself is said with its time, and nobody is called', async () => {
    const d = await desk()
    const { id } = await openRequest(
      { right: 'erasure', subject: nadias.subject, by: lead },
      d.hands,
    )
    const waits = [
      ...slowDowns.map((fault) => [fault, 'zendesk-limited'] as const),
      [no.collision, 'zendesk-silent'] as const,
      [no.maintenance, 'zendesk-silent'] as const,
    ]
    for (const [fault, code] of waits) {
      spoil(d, 'GET', '/users/search$', fault)
      const resting = await d.step(id)
      expect(resting).toMatchObject({ on: 'time', step: code })
      d.account.clearFaults()
      const seen = await leadSees(d, id, resting)
      for (const language of languages) {
        const { waits: why } = wordsFor(language).window.looking
        expect(seen[language].card).toContain(why[code])
        expect(seen[language].direct).toBe('')
      }
    }
    expect(await d.go(id)).toEqual({ on: 'human', step: 'confirm-people' })
  })

  test('a place that our role or the account keeps shut is named in the review, and stops nobody', async () => {
    const d = await desk({ policy: { ownTickets: 'redact' } })
    const { id } = await openRequest(
      { right: 'erasure', subject: cases.aside.email, by: lead },
      d.hands,
    )
    await d.go(id)
    for (const path of ['/suspended_tickets$', '/triggers', '/webhooks'])
      spoil(d, 'GET', path, no.forbidden)
    spoil(d, 'GET', '/audits$', no.scope)
    spoil(d, 'GET', '/side_conversations$', no.noEndpoint)
    await confirmNow({ id, by: lead, users: [cases.aside.id] }, d.hands)
    expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
    const { index } = await tracesFound(id, d.hands)
    const refused = index.sources.filter((one) => one.refused !== undefined)
    expect(refused.map(({ code }) => code).toSorted()).toEqual([
      'history',
      'rules',
      'side-conversations',
      'suspended',
      'webhooks',
    ])
    for (const language of languages) {
      const { around, source } = wordsFor(language).window
      const said = textIn(unreadBlock(sights[language], { found: { index } } as never))
      for (const one of [around.unread, around.none]) expect(said).toContain(one)
      for (const { code } of refused) expect(said).toContain(source[code as keyof typeof source])
    }
  })
})

const rejected = (code: keyof Words['desk']['event']['rejected']) => (words: Words) =>
  words.desk.event.rejected[code]
const refused = (code: string) => (words: Words) => words.desk.event.refused(code)
const blocked = JSON.stringify({
  error: 'RecordInvalid',
  details: { base: [{ type: 'User is requester on 2 ticket(s) that are not closed.' }] },
})

type Refused = readonly [No, (words: Words) => string]
const writes: readonly (readonly [string, string, string, readonly Refused[]])[] = [
  [
    'the deletion of tickets',
    'DELETE',
    '/tickets/destroy_many$|/api/v2/tickets/(26845|47310)$',
    [
      [no.forbidden, rejected('zendesk-403')],
      [no.noEndpoint, refused('zendesk-404')],
      [no.tooMany, refused('zendesk-400')],
      [no.invalid, refused('zendesk-422')],
    ],
  ],
  [
    'their purge',
    'DELETE',
    '/deleted_tickets/',
    [
      [no.forbidden, rejected('zendesk-403')],
      [no.invalid, refused('zendesk-422')],
    ],
  ],
  [
    'the answer, to a suspended requester too',
    'PUT',
    '/tickets/48090$',
    [
      [no.invalid, refused('zendesk-422')],
      [no.forbidden, rejected('zendesk-403')],
    ],
  ],
  [
    'the deletion of the user',
    'DELETE',
    '/api/v2/users/',
    [
      [no.forbidden, rejected('zendesk-403')],
      [no.invalid, rejected('user-refused')],
      [{ status: 422, says: blocked }, (words) => words.desk.event['open-tickets'](2)],
    ],
  ],
  [
    'the purge of the user, before the soft deletion is known too',
    'DELETE',
    '/deleted_users/',
    [
      [no.noRecord, refused('zendesk-404')],
      [no.forbidden, rejected('zendesk-403')],
    ],
  ],
]

/** As far as it goes: where a lead or an approver is asked he says yes, where it stands he lets it go on. */
async function through(d: Desk, id: string): Promise<Resting> {
  for (let times = 0; times < 12; times += 1) {
    const resting = await d.go(id)
    if (resting.on === 'halt') await goOn({ id, by: lead }, d.hands)
    else if (resting.on !== 'human') return resting
    else if (resting.step === 'decide-traces') await decided(d, id)
    else if (resting.step === 'approve') await approved(d, id)
    else if (resting.step === 'confirm-people')
      await confirmNow({ id, by: lead, users: [nadias.user] }, d.hands)
    else return resting
  }
  throw new Error('it never ended')
}

describe('while the desk writes', () => {
  test.each(writes)(
    '%s: each no is told in the thread with a way out, and the rest is done after it',
    async (_, method, path, noes) => {
      const d = await desk()
      const id = await planned(d)
      await approved(d, id)
      for (const [fault, say] of noes) {
        const from = (await leadSees(d, id)).en.thread.length
        spoil(d, method, path, fault)
        expect([fault, await d.go(id)]).toMatchObject([fault, { on: 'human' }])
        d.account.clearFaults()
        const seen = await leadSees(d, id)
        for (const language of languages) {
          const { thread, direct } = seen[language]
          expect(thread.slice(from).join('\n')).toContain(say(wordsFor(language)))
          expect(direct).not.toBe('')
        }
        const { step } = (await d.step(id)) as { step: string }
        if (step === 'confirm-people')
          await confirmNow({ id, by: lead, users: [nadias.user] }, d.hands)
        await d.go(id)
        await decided(d, id)
        await approved(d, id)
      }
      expect(await through(d, id)).toEqual({ on: 'nothing' })
      expect((await d.request(id)).closed?.code).toBe('done')
      expect(effectsOf(d).filter((effect) => effect.startsWith('user.purged'))).toHaveLength(1)
      expect(await faultsOf(d)).toEqual([])
    },
  )
})
