import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startZendesk } from '../../sandbox/zendesk/server.ts'
import { createZendesk } from '../../src/zendesk/index.ts'
import { all, errorOf } from './support/client.ts'

const OAUTH = { kind: 'oauth', clientId: 'rightsdesk', clientSecret: 'sandbox-secret' } as const
const AT_ONCE = { index: 0, job: 0, listing: 0, deletion: 0, latency: 0 }

type Settings = Partial<Parameters<typeof startZendesk>[0]>

/** The strict local account with its sample people, and our client signed in as the admin. */
async function desk(settings: Settings = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'account-'))
  const account = await startZendesk({ dir, delays: AT_ONCE, ...settings })
  onTestFinished(async () => {
    await account.close()
    await rm(dir, { recursive: true, force: true })
  })
  return { account, zendesk: createZendesk({ url: account.url, auth: OAUTH }) }
}

/** The first that fits, as ids only; the sample account is sure to have one. */
function some<Item extends { id: number }>(
  items: readonly Item[],
  fits: (item: Item) => boolean,
): Item {
  const found = items.find(fits)
  if (!found) throw new Error('The sample account lacks what this test is about')
  return found
}

test('signs in, knows itself and the account', async () => {
  const { zendesk } = await desk()

  expect(zendesk.warnings).toEqual([])
  expect(await zendesk.users.me()).toMatchObject({ role: 'admin' })
  expect(await zendesk.account.settings()).toEqual({
    agentWorkspace: true,
    agentTicketDeletion: true,
    privateAttachments: expect.anything(),
  })
})

test('credentials that are wrong are said to be wrong', async () => {
  const { account } = await desk()
  const oauth = createZendesk({ url: account.url, auth: { ...OAUTH, clientSecret: 'canary' } })
  const token = createZendesk({
    url: account.url,
    auth: { kind: 'token', email: 'nobody@example.com', token: 'canary' },
  })

  expect(await errorOf(oauth.users.me())).toMatchObject({ name: 'ZendeskUnauthorised' })
  expect(await errorOf(token.users.me())).toMatchObject({ name: 'ZendeskUnauthorised' })
  expect(await errorOf(token.users.show(1))).toMatchObject({ name: 'ZendeskUnauthorised' })
})

test('a scope that does not reach is said to be one', async () => {
  const { account } = await desk()
  const zendesk = createZendesk({ url: account.url, auth: { ...OAUTH, scope: 'raed write' } })

  expect(await errorOf(zendesk.users.me())).toMatchObject({ missingScopes: ['raed'] })
})

test('every user, identity, ticket and comment of the sample account can be read', async () => {
  const { account, zendesk } = await desk()
  const { users: everybody, identities, tickets, comments } = account.state()
  // Who was deleted, or merged into somebody else, isn't listed any more.
  const users = everybody.filter(({ active }) => active)
  const live = tickets.filter(({ deleted, purged }) => !deleted && !purged)

  const shownUsers = await zendesk.users.showMany(users.map(({ id }) => id))
  const shownTickets = await zendesk.tickets.showMany(
    live.map(({ id }) => id),
    { commentCount: true },
  )

  expect(shownUsers.length).toBe(users.length)
  expect(shownTickets.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
    live.map(({ id }) => id).toSorted((a, b) => a - b),
  )
  expect(shownTickets.every(({ comment_count }) => comment_count !== undefined)).toBe(true)
  for (const { id } of users.slice(0, 20)) {
    const own = identities.filter(({ user_id }) => user_id === id)
    expect(await all(zendesk.identities.list(id))).toHaveLength(own.length)
  }
  for (const { id, comment_count } of shownTickets.slice(0, 60)) {
    const read = await all(zendesk.comments.list(id))
    expect(read).toHaveLength(comment_count ?? -1)
    expect(read).toHaveLength(comments.filter(({ ticket_id }) => ticket_id === id).length)
  }
})

test('comments with files, inline images and calls can be read', async () => {
  const { account, zendesk } = await desk()
  const { comments, attachments, tickets } = account.state()
  const live = new Set(tickets.flatMap(({ id, deleted }) => (deleted ? [] : [id])))
  const special = comments.filter(
    ({ id, type, ticket_id }) =>
      live.has(ticket_id) &&
      (type === 'VoiceComment' || attachments.some(({ comment_id }) => comment_id === id)),
  )

  for (const ticket of new Set(special.map(({ ticket_id }) => ticket_id))) {
    const read = await all(zendesk.comments.list(ticket))
    const files = read.flatMap((comment) => comment.attachments).length
    const kept = new Set(comments.flatMap((one) => (one.ticket_id === ticket ? [one.id] : [])))
    expect(files).toBe(attachments.filter(({ comment_id }) => kept.has(comment_id)).length)
  }
  expect(special.some(({ type }) => type === 'VoiceComment')).toBe(true)
})

test('the four lists of a user’s tickets, the search and the export agree', async () => {
  const { account, zendesk } = await desk()
  const requester = some(
    account.state().tickets,
    ({ deleted, status }) => !deleted && status === 'open',
  ).requester_id

  const requested = await all(zendesk.tickets.ofUser(requester, 'requested'))
  for (const role of ['ccd', 'followed', 'assigned'] as const) {
    await expect(all(zendesk.tickets.ofUser(requester, role))).resolves.toBeInstanceOf(Array)
  }
  const exported = await all(zendesk.search.export('ticket', `requester:${requester}`))

  expect(requested.every(({ requester_id }) => requester_id === requester)).toBe(true)
  expect(exported.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
    requested.map(({ id }) => id).toSorted((a, b) => a - b),
  )
  expect(await zendesk.search.count(`type:ticket requester:${requester}`)).toBe(requested.length)
})

test('a user is found by search, by export and by external id', async () => {
  const { account, zendesk } = await desk()
  const user = some(account.state().users, ({ email, external_id, active }) =>
    Boolean(email && external_id && active),
  )
  const is = expect.arrayContaining([expect.objectContaining({ id: user.id })])

  expect(await all(zendesk.users.search({ query: `email:${user.email}` }))).toEqual(is)
  expect(await all(zendesk.users.search({ externalId: String(user.external_id) }))).toEqual(is)
  expect(await all(zendesk.search.export('user', `email:${user.email}`))).toEqual(is)
})

test('a person is erased: blocked first, then tickets, then the user, with proof', async () => {
  const { account, zendesk } = await desk()
  const { users, tickets } = account.state()
  const open = tickets.filter(({ deleted, status }) => !deleted && status !== 'closed')
  const user = some(
    users,
    ({ id, role }) => role === 'end-user' && open.some((one) => one.requester_id === id),
  )
  const own = await all(zendesk.tickets.ofUser(user.id, 'requested'))

  const blocking = own.filter(({ status }) => status !== 'closed').length
  expect(await errorOf(zendesk.users.remove(user.id))).toMatchObject({
    name: 'ZendeskRefused',
    status: 422,
    blockedBy: blocking,
  })
  expect(await zendesk.users.deletionStatuses(user.id)).toBeUndefined()

  for (const { id } of own) await zendesk.tickets.remove(id)
  for (const { id } of own) {
    const job = await zendesk.tickets.purge(id)
    expect(await zendesk.jobs.show(job.id)).toMatchObject({
      status: 'completed',
      results: { success: true },
    })
    expect(await zendesk.tickets.show(id)).toBeUndefined()
    expect(await errorOf(zendesk.tickets.purge(id))).toMatchObject({
      name: 'ZendeskRefused',
      status: 404,
    })
  }
  expect(await zendesk.users.remove(user.id)).toMatchObject({ active: false })
  expect(await zendesk.users.deleted(user.id)).toMatchObject({ id: user.id })
  await zendesk.users.purge(user.id)

  const statuses = await zendesk.users.deletionStatuses(user.id)
  expect(statuses).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ application: 'all', action: 'request_deletion' }),
    ]),
  )
  expect(await zendesk.users.show(user.id)).toMatchObject({ active: false })
}, 30_000)

test('tickets are deleted, listed, restored, and purged in bulk', async () => {
  const { account, zendesk } = await desk()
  const [one, two, three] = account
    .state()
    .tickets.filter(({ deleted, archived, status }) => !deleted && !archived && status === 'open')
    .map(({ id }) => id)
  if (!one || !two || !three) throw new Error('The sample account lacks open tickets')

  const removal = await zendesk.tickets.removeMany([one, two, three])
  expect(await zendesk.jobs.showMany([removal.id])).toMatchObject([{ status: 'completed' }])
  const listed = await all(zendesk.tickets.deletedList())
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([one, two, three]))

  await zendesk.tickets.restore(one)
  expect(await zendesk.tickets.show(one)).toMatchObject({ id: one })
  expect(await zendesk.tickets.isArchived(one)).toBe(false)

  const purge = await zendesk.tickets.purgeMany([two, three])
  expect(await zendesk.jobs.show(purge.id)).toMatchObject({
    status: 'completed',
    results: { success: true },
  })
  expect(await errorOf(zendesk.tickets.restore(two))).toMatchObject({
    status: 404,
    code: 'RecordNotFound',
  })
})

test('users are deleted in bulk, item by item', async () => {
  const { account, zendesk } = await desk()
  const { users, tickets } = account.state()
  const blocked = new Set(
    tickets.flatMap((ticket) =>
      ticket.deleted || ticket.status === 'closed' ? [] : [ticket.requester_id],
    ),
  )
  const people = users.filter(({ role, active }) => role === 'end-user' && active)
  const free = some(people, ({ id }) => !blocked.has(id)).id
  const held = some(people, ({ id }) => blocked.has(id)).id

  const { id } = await zendesk.users.removeMany([free, held])
  const job = await zendesk.jobs.show(id)

  expect(job.results).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: free, success: true }),
      expect.objectContaining({ id: held, success: false }),
    ]),
  )
})

test('a user is suspended, and a ticket is answered and closed', async () => {
  const { account, zendesk } = await desk()
  const ticket = some(
    account.state().tickets,
    ({ deleted, status }) => !deleted && status === 'open',
  )

  const { commentId } = await zendesk.tickets.reply(ticket.id, {
    htmlBody: '<p>Done.</p>',
    public: true,
    status: 'solved',
  })
  const closed = await zendesk.tickets.update(ticket.id, { status: 'closed' })
  const suspended = await zendesk.users.update(ticket.requester_id, { suspended: true })

  expect((await all(zendesk.comments.list(ticket.id))).at(-1)).toMatchObject({
    id: commentId,
    public: true,
  })
  expect(closed).toMatchObject({ status: 'closed' })
  expect(suspended).toMatchObject({ suspended: true })
  expect(await errorOf(zendesk.tickets.update(ticket.id, { subject: 'x' }))).toMatchObject({
    name: 'ZendeskRefused',
    status: 422,
  })
})

test('an update from an old state is not settled, and changes nothing', async () => {
  const { account, zendesk } = await desk()
  const { id } = some(
    account.state().tickets,
    ({ deleted, status }) => !deleted && status === 'open',
  )
  const change = { subject: 'x', safe_update: true, updated_stamp: '2001-01-01T00:00:00Z' }

  expect(await errorOf(zendesk.tickets.update(id, change))).toMatchObject({
    name: 'ZendeskSilent',
    status: 409,
  })
  expect((await zendesk.tickets.show(id))?.subject).not.toBe('x')
})

test('texts and files of a closed ticket are redacted, by the one way that can', async () => {
  const { account, zendesk } = await desk()
  const { tickets, comments, attachments } = account.state()
  const closed = new Set(
    tickets.flatMap(({ id, status, deleted }) => (status === 'closed' && !deleted ? [id] : [])),
  )
  const held = some(
    comments,
    ({ id, ticket_id }) =>
      closed.has(ticket_id) && attachments.some((file) => file.comment_id === id && !file.inline),
  )
  const reread = async () =>
    some(await all(zendesk.comments.list(held.ticket_id)), ({ id }) => id === held.id)
  const before = await reread()
  const file = some(before.attachments, ({ inline }) => !inline)
  const word = /\p{L}{5,}/u.exec(before.plain_body)?.[0] ?? ''

  expect(await errorOf(zendesk.comments.redactText(held.ticket_id, held.id, word))).toMatchObject({
    name: 'ZendeskRefused',
    status: 422,
  })
  expect(
    await errorOf(zendesk.comments.redactAttachment(held.ticket_id, held.id, file.id)),
  ).toMatchObject({ name: 'ZendeskRefused', status: 422 })
  const htmlBody = before.html_body.replaceAll(word, `<redact>${word}</redact>`)
  await zendesk.comments.redact({
    ticketId: held.ticket_id,
    commentId: held.id,
    htmlBody,
    attachmentUrls: [file.content_url],
  })

  const after = await reread()
  expect(after.body).toContain('▇')
  expect(after.body).not.toContain(word)
  expect(after.attachments).toContainEqual(
    expect.objectContaining({ id: file.id, file_name: 'redacted.txt' }),
  )
})

test('a text of an open ticket is redacted the older way', async () => {
  const { account, zendesk } = await desk()
  const { tickets, comments } = account.state()
  const open = new Set(
    tickets.flatMap(({ id, status, deleted }) => (status === 'open' && !deleted ? [id] : [])),
  )
  const comment = some(
    comments,
    ({ ticket_id, type, body }) => open.has(ticket_id) && type === 'Comment' && /\w{6,}/.test(body),
  )
  const word = /\w{6,}/.exec(comment.body)?.[0] ?? ''

  expect(await zendesk.comments.redactText(comment.ticket_id, comment.id, word)).toMatchObject({
    id: comment.id,
  })

  const read = await all(zendesk.comments.list(comment.ticket_id))
  expect(some(read, ({ id }) => id === comment.id).body).not.toContain(word)
})

test('suspended tickets are listed and deleted', async () => {
  const { zendesk } = await desk()
  const [one, ...others] = await all(zendesk.suspended.list())
  if (!one || others.length === 0) throw new Error('The sample account lacks suspended tickets')

  await zendesk.suspended.remove(one.id)
  await zendesk.suspended.removeMany(others.map(({ id }) => id))

  expect(await all(zendesk.suspended.list())).toEqual([])
  expect(await errorOf(zendesk.suspended.remove(one.id))).toMatchObject({ status: 404 })
})

test.each([
  ['drop-after', { name: 'ZendeskSilent', status: undefined }],
  ['drop-before', { name: 'ZendeskSilent', status: undefined }],
  ['error-after', { name: 'ZendeskSilent', status: 503 }],
  ['too-many', { name: 'ZendeskLimited', retryAfterMs: 7_000 }],
] as const)('a write that meets %s is sent once and says what is known', async (kind, said) => {
  const { account, zendesk } = await desk()
  const { id } = some(
    account.state().tickets,
    ({ deleted, status }) => !deleted && status === 'open',
  )
  account.fault({ kind, times: 0, method: 'DELETE', seconds: 7 })

  expect(await errorOf(zendesk.tickets.remove(id))).toMatchObject({ ...said, ids: [id] })

  expect(account.log().filter(({ method }) => method === 'DELETE')).toHaveLength(1)
})

test('the account’s allowance is kept: not one 429 in a burst past the minute', async () => {
  let time = Date.UTC(2026, 10, 23)
  const { account } = await desk({ now: () => time, account: { perMinute: 50 } })
  const slept: number[] = []
  const zendesk = createZendesk({
    url: account.url,
    auth: OAUTH,
    now: () => time,
    sleep: async (ms) => {
      slept.push(ms)
      time += ms
      await Promise.resolve()
    },
  })
  const { id } = some(account.state().users, ({ active }) => active)

  for (let call = 0; call < 100; call += 1) await zendesk.users.show(id)

  expect(account.log().filter(({ status }) => status === 429)).toEqual([])
  expect(slept.length).toBe(2)
})
