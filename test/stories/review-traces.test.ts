import { expect, test } from 'vitest'
import { camille, suspendedTicket } from '../../sandbox/zendesk/sample/people.ts'
import { planShown, tracesFound } from '../../src/flows/index.ts'
import type { Ticket } from '../../src/zendesk/index.ts'
import { decideNow } from '../support/deeds.ts'
import { writes } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { refuses } from './support/journal.ts'
import { each, through } from './support/through.ts'
import { camilles, carefully, confirmed, decided, opened, planned } from './support/way.ts'

const other = 47771

const bare = (text: string): string => text.replaceAll(/\s|&egrave;|è/g, '')

async function found(d: Desk): Promise<string> {
  const id = await opened(d, camilles.subject)
  await confirmed(d, id, camilles.user)
  return id
}

const hitsIn = async (d: Desk, id: string, ticket: number, place: string = 'envelope') =>
  (await tracesFound(id, d.hands)).tickets
    .find((find) => find.id === ticket)
    ?.passages.filter(({ where }) => where === place)
    .map(({ hit }) => hit)

const around: readonly (readonly [string, Partial<Ticket>])[] = [
  ['its recipient', { recipient: camille.email }],
  ['its external id', { external_id: camille.email }],
  ['a tag', { tags: ['vip', camille.email] }],
  ['a field of several values', { custom_fields: [{ id: 1, value: ['x', camille.email] }] }],
  ['the comment of a rating', { satisfaction_rating: { score: 'bad', comment: camille.email } }],
  ['where it came from', { via: { channel: 'email', source: { to: { address: camille.email } } } }],
]

test.each(around)(
  'a ticket in which she stands in %s is named as out of reach',
  async (_, change) => {
    const d = await desk()
    const { tickets } = d.hands.zendesk
    through(d, () => ({
      tickets: {
        showMany: async (ids, counted) =>
          (await tickets.showMany(ids, counted)).map((ticket) =>
            ticket.id === other ? { ...ticket, ...change } : ticket,
          ),
      },
    }))
    const id = await found(d)

    const place = change.satisfaction_rating ? 'rating' : 'envelope'
    expect(await hitsIn(d, id, other, place)).toEqual([camille.email])
    await decided(d, id)
    const { plan } = await planShown(id, d.hands)
    expect(plan.kept.map(({ code }) => code)).toContain('out-of-reach')
  },
)

test('a number in a field, a file’s name and what a call says are read, too', async () => {
  const d = await desk()
  const { tickets, comments } = d.hands.zendesk
  const file = {
    id: 1,
    content_url: '',
    content_type: null,
    size: 1,
    inline: false,
    deleted: false,
  }
  const fields = [{ id: 1, value: 33639981234 }]
  through(d, () => ({
    tickets: {
      showMany: async (ids, counted) =>
        (await tickets.showMany(ids, counted)).map((ticket) =>
          ticket.id === other ? { ...ticket, custom_fields: fields } : ticket,
        ),
    },
    comments: {
      list: (ticket) =>
        each(comments.list(ticket), (comment) =>
          ticket === other
            ? {
                ...comment,
                attachments: [{ ...file, file_name: `${camille.externalId}.pdf` }],
                data: { transcription_text: `Ici ${camille.name}`, call_duration: 20 },
              }
            : comment,
        ),
    },
  }))
  const id = await found(d)

  expect(new Set(await hitsIn(d, id, other))).toEqual(new Set(['33639981234', camille.externalId]))
  expect(await hitsIn(d, id, other, 'transcript')).toEqual([camille.name])
})

test('a held-back mail that only came for her is found', async () => {
  const d = await desk()
  const { suspended } = d.hands.zendesk
  const nobody = { id: null, name: 'Shop', email: 'shop@example.org' }
  through(d, () => ({
    suspended: {
      list: () =>
        each(suspended.list(), (mail) => ({
          ...mail,
          author: nobody,
          subject: '',
          content: '',
          recipient: mail.id === suspendedTicket ? camille.second : null,
          via: { channel: 'email', source: {} },
        })),
    },
  }))
  const id = await found(d)

  const { index } = await tracesFound(id, d.hands)
  expect(index.suspended.map((mail) => mail.id)).toEqual([suspendedTicket])
})

test('files in other people’s tickets that stay are named, for nobody has opened them', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  const { plan } = await planShown(id, d.hands)

  expect(plan.kept.filter(({ code }) => code === 'files-not-opened')).toHaveLength(1)
})

test('each passage says where it stands in the text that the human has seen', async () => {
  const d = await desk()
  const id = await found(d)
  const { tickets } = await tracesFound(id, d.hands)
  const mentions = tickets.flatMap(({ bodies, passages }) =>
    passages
      .filter(({ where, attribute }) => where === 'comment' && !attribute)
      .map(({ comment, spans, hit }) => ({
        text: spans.map(({ start, end }) => bodies[String(comment)]?.slice(start, end)).join(''),
        hit,
      })),
  )

  expect(mentions.length).toBeGreaterThan(20)
  expect(mentions.filter(({ text, hit }) => bare(text) !== bare(hit))).toEqual([])
})

test('on an older account a text that also stands in a longer word is not planned, and refused', async () => {
  const d = await desk({ account: { agentWorkspace: false } })
  const code = camille.externalId
  await writes(d, 48151, `Son code : ${code}. À ne pas confondre avec ${code}99.`)
  await writes(d, 48027, `Son code : ${code}. À ne pas confondre avec ${code}99.`)
  d.clock.pass(60_000)
  const id = await found(d)
  const { tickets } = await tracesFound(id, d.hands)
  const find = tickets.find((ticket) => ticket.id === 48027)
  expect(find?.proposal).toEqual({ action: 'ask', code: 'text-stands-elsewhere' })

  const choices = await carefully(d, id)
  await refuses(decideNow({ id, by: lead, choices }, d.hands), 'action-impossible')
  const kept = { action: 'keep', code: 'cannot-be-redacted' } as const
  await decided(d, id, { tickets: { 48027: kept, 48151: kept } })
  const { items } = await planShown(id, d.hands)
  expect(items.map(({ address }) => address.ticket)).not.toContain(48027)
})
