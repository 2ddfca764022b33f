import { expect, test } from 'vitest'
import { camille, commentId } from '../../sandbox/zendesk/sample/people.ts'
import { account, type Rig } from './account.ts'

async function comment(
  { get }: Rig,
  ticket: number,
  position = 0,
): Promise<{
  id: number
  html: string
  attachments: { id: number; content_url: string; file_name: string; inline: boolean }[]
}> {
  const list = await get(`/tickets/${ticket}/comments?include_inline_images=true`)
  const { id, html_body, attachments } = list.rows('comments')[position] ?? {}
  return { id: Number(id), html: String(html_body), attachments: attachments as [] }
}

const redact = (html: string, ...secrets: string[]): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, `<redact>${secret}</redact>`), html)

test('a passage in an archived ticket of somebody else is redacted in all its forms', async () => {
  const rig = await account()
  const { id, html } = await comment(rig, 22310)

  const { status, at } = await rig.put(`/comment_redactions/${id}`, {
    ticket_id: 22310,
    html_body: redact(html, 'CAMILLE.LEFEVRE@EXAMPLE.COM'),
  })
  const ticket = await rig.get('/tickets/22310')
  const audits = await rig.get('/tickets/22310/audits')

  expect(status).toBe(200)
  expect(at('comment', 'plain_body')).toContain('50 € à ▇▇▇▇, c’est')
  expect(at('comment', 'created_at')).toBeUndefined()
  expect(ticket.at('ticket', 'tags')).toEqual(['redacted_content'])
  expect(JSON.stringify([ticket.body, audits.body])).not.toMatch(/camille\.lefevre/i)
  expect(rig.log().flatMap(({ effect }) => effect)).toEqual([{ kind: 'comment.redacted', id }])
})

test('redacting again is harmless and changes nothing', async () => {
  const rig = await account()
  const before = await comment(rig, 22310)
  await rig.put(`/comment_redactions/${before.id}`, {
    ticket_id: 22310,
    html_body: redact(before.html, 'Julien'),
  })
  const after = await comment(rig, 22310)

  const { status, at } = await rig.put(`/comment_redactions/${before.id}`, {
    ticket_id: 22310,
    html_body: redact(after.html, '▇▇▇▇'),
  })

  expect([status, at('comment', 'html_body')]).toEqual([200, after.html])
  expect(rig.log().at(-1)?.effect).toEqual([])
})

test('an html_body that is not the current one with marks is refused', async () => {
  const rig = await account()
  const { id, html } = await comment(rig, 22310)

  const { status } = await rig.put(`/comment_redactions/${id}`, {
    ticket_id: 22310,
    html_body: redact(html, 'bon').replace('Bonjour', 'Salut'),
  })

  expect(status).toBe(422)
})

test('text, link, inline image and file go in one call, on a closed ticket', async () => {
  const rig = await account()
  const { id, html, attachments } = await comment(rig, 44120)
  const file = attachments.find(({ inline }) => !inline)
  const image = attachments.find(({ inline }) => inline)
  const marked = redact(html, 'Camille Lefèvre', '06 39 98 12 34')
    .replace('<img ', '<img redact ')
    .replace('<a href', '<a redact href')

  const { status, at } = await rig.put(`/comment_redactions/${id}`, {
    ticket_id: 44120,
    html_body: marked,
    external_attachment_urls: [file?.content_url],
  })
  const after = await comment(rig, 44120)
  const old = await rig.call('GET', file?.content_url ?? '')
  const picture = await rig.call('GET', image?.content_url ?? '')
  const fresh = await rig.call('GET', after.attachments[0]?.content_url ?? '')

  expect(status).toBe(200)
  expect(String(at('comment', 'html_body'))).not.toMatch(/Lef|06 39|mailto|<img|redact/)
  expect(after.attachments.map(({ file_name }) => file_name)).toEqual([
    'redacted.txt',
    'redacted.txt',
  ])
  expect([old.status, picture.status, fresh.status, fresh.text]).toEqual([404, 404, 200, ''])
})

test('a mark around markup keeps the markup', async () => {
  const rig = await account()
  const { id, html } = await comment(rig, 46988)

  const { at } = await rig.put(`/comment_redactions/${id}`, {
    ticket_id: 46988,
    html_body: html.replace('Camille <b>Lef</b>èvre', '<redact>Camille <b>Lef</b>èvre</redact>'),
  })

  expect(at('comment', 'html_body')).toBe(
    html.replace('Camille <b>Lef</b>èvre', '▇▇▇▇<b>▇▇▇</b>▇▇▇▇'),
  )
})

test.each([
  ['a comment of another ticket', 48213, 404],
  ['a messaging conversation', 46903, 422],
])('%s is not redacted this way', async (_, ticket, status) => {
  const rig = await account()
  const position = ticket === 48213 ? 22310 : ticket

  const answer = await rig.put(`/comment_redactions/${commentId(position)}`, { ticket_id: ticket })

  expect(answer.status).toBe(status)
})

test('without Agent Workspace only the older ways are left, and not on closed tickets', async () => {
  const rig = await account({ account: { agentWorkspace: false } })
  const { id } = await comment(rig, 48090, 1)

  const modern = await rig.put(`/comment_redactions/${id}`, { ticket_id: 48090 })
  const text = await rig.put(`/tickets/48090/comments/${id}/redact`, { text: '0639981234' })
  const closed = await rig.put(`/tickets/45112/comments/${commentId(45112)}/redact`, {
    text: 'LEFEVRE',
  })
  const settings = await rig.get('/account/settings')

  expect([modern.status, text.status, closed.status]).toEqual([403, 200, 422])
  expect(text.at('comment', 'body')).toBe(
    'Même tournée que Camille Lefèvre (▇▇▇▇), à rappeler aussi.',
  )
  expect(settings.at('settings', 'agents', 'agent_workspace')).toBe(false)
})

test('the older way misses a string that spans markup or is written otherwise', async () => {
  const rig = await account()
  const { id, html } = await comment(rig, 46988)

  const spanning = await rig.put(`/tickets/46988/comments/${id}/redact`, {
    text: 'Camille Lefèvre',
  })
  const otherCase = await rig.put(`/tickets/46988/comments/${id}/redact`, { text: 'antoine' })

  expect([spanning.at('comment', 'html_body'), otherCase.at('comment', 'html_body')]).toEqual([
    html,
    html,
  ])
})

test('the answer to an attachment redaction shows the old file', async () => {
  const rig = await account()
  const { id, attachments } = await comment(rig, 48090)
  const closed = await comment(rig, 27604)

  const { at } = await rig.put(
    `/tickets/48090/comments/${id}/attachments/${attachments[0]?.id}/redact`,
    {},
  )
  const after = await comment(rig, 48090)
  const refused = await rig.put(
    `/tickets/27604/comments/${closed.id}/attachments/${closed.attachments[0]?.id}/redact`,
    {},
  )

  expect(at('attachment')).toMatchObject({ file_name: 'colis.jpg', deleted: false })
  expect(after.attachments).toMatchObject([{ file_name: 'redacted.txt', size: 0 }])
  expect(refused.status).toBe(422)
})

test('a ticket takes thirty updates in ten minutes from one user', async () => {
  const rig = await account()
  const statuses: number[] = []

  for (let n = 0; n < 31; n += 1)
    statuses.push((await rig.put('/tickets/48090', { ticket: { tags: [`t${n}`] } })).status)
  const redaction = await rig.put(`/tickets/48090/comments/${commentId(48090, 1)}/redact`, {
    text: '0639981234',
  })
  rig.clock.pass(600_000)
  const later = await rig.put(`/tickets/48090/comments/${commentId(48090, 1)}/redact`, {
    text: '0639981234',
  })

  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429])
  expect([redaction.status, later.status]).toEqual([429, 200])
  expect(later.headers.get('zendesk-ratelimit-per-ticket-updates')).toBe(
    'total=30; remaining=29; resets=600',
  )
})

test('her description goes with her first comment', async () => {
  const rig = await account()
  const { id, html } = await comment(rig, 48213)

  await rig.put(`/comment_redactions/${id}`, {
    ticket_id: 48213,
    html_body: redact(html, camille.name),
  })

  expect(String((await rig.get('/tickets/48213')).at('ticket', 'description'))).not.toContain(
    'Lefèvre',
  )
})
