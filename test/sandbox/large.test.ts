import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { frequent, frequentHomonyms } from '../../sandbox/zendesk/sample/case-people.ts'
import { camille, ownTickets } from '../../sandbox/zendesk/sample/people.ts'
import { sampleOf } from '../../sandbox/zendesk/sample/seed.ts'
import { plain } from '../../sandbox/zendesk/text/html.ts'
import { account, monday, query, type Rig, readOnly } from './account.ts'

const large = { size: 'large', perMinute: 100_000 } as const
const shared = readOnly(large)

async function idsOf({ get, call }: Rig, text: string): Promise<number[]> {
  const found: unknown[] = []
  let page = await get(
    `/search/export${query({ query: text, 'filter[type]': 'ticket', 'page[size]': '1000' })}`,
  )
  for (;;) {
    found.push(...page.all('results', 'id'))
    if (page.at('meta', 'has_more') !== true) return found as number[]
    page = await call('GET', String(page.at('links', 'next')))
  }
}

test('a large account has one person with five thousand tickets, in every state', async () => {
  const rig = shared()
  const path = `/users/${frequent.id}/tickets/requested`

  const count = await rig.get(`${path}/count`)
  const page = await rig.get(`${path}?page[size]=100`)
  const current = await idsOf(rig, `requester:${frequent.id} status<closed`)
  const shown = await rig.get(`/tickets/show_many?ids=${current.slice(0, 100).join(',')}`)
  const namesakes = await rig.get(`/users/search${query({ query: `name:"${frequent.name}"` })}`)

  expect([count.at('count', 'value'), page.rows('tickets').length]).toEqual([5000, 100])
  expect(Math.max(...current)).toBe(frequent.newest)
  expect(new Set(shown.all('tickets', 'status'))).toEqual(
    new Set(['new', 'open', 'pending', 'hold', 'solved']),
  )
  expect(namesakes.all('users', 'id')).toEqual([
    frequent.id,
    ...frequentHomonyms.map(({ id }) => id),
  ])
})

test.each([
  ['06 39 98 48 30', '"06 39 98 48 30"'],
  ['0639984830', '0639984830'],
  ['BERNARD Claire', '"BERNARD Claire" -requester:360001157032'],
])(
  '%s is found wherever somebody has written it, in a hundred thousand tickets',
  async (written, asked) => {
    const { crowd } = sampleOf({ now: monday, size: 'large' })
    // Reading all of them would take as long as the rest of these tests together.
    const some = (crowd?.ids() ?? []).filter((_, place) => place % 331 < 12)
    const having = some.filter((id) =>
      crowd?.comments(id).some(({ html_body }) => plain(html_body).includes(written)),
    )

    const found = await idsOf(shared(), asked)

    expect(found.length).toBeGreaterThan(50)
    expect(having.length).toBeGreaterThan(50)
    expect(found.toSorted((a, b) => a - b)).toEqual(expect.arrayContaining(having))
  },
)

test('what is changed in a large account stays changed after a restart, and its file stays small', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'zendesk-'))
  const rig = await account({ dir, account: large })
  const [first = 0, second = 0] = await idsOf(rig, `requester:${frequent.id} status<closed`)
  const { at } = await rig.get(`/tickets/${first}/comments`)
  await rig.put(`/comment_redactions/${String(at('comments', 0, 'id'))}`, {
    ticket_id: first,
    html_body: String(at('comments', 0, 'html_body')).replaceAll(
      frequent.email,
      `<redact>${frequent.email}</redact>`,
    ),
  })
  const lost = await rig.get(`/tickets/${second}/comments`)
  await rig.del(`/tickets/${second}`)
  await rig.del(`/deleted_tickets/${second}`)
  rig.settle()
  await rig.get('/users/me')
  await rig.close()

  const again = await account({ dir, account: large })
  const comments = await again.get(`/tickets/${first}/comments`)
  const purged = await again.put(`/comment_redactions/${String(lost.at('comments', 0, 'id'))}`, {
    ticket_id: second,
  })

  expect(comments.at('comments', 0, 'plain_body')).not.toContain(frequent.email)
  expect([(await again.get(`/tickets/${second}`)).status, purged.status]).toEqual([404, 404])
  expect(statSync(join(dir, 'account.jsonl')).size).toBeLessThan(200_000)
  rmSync(dir, { recursive: true, force: true })
})

test('a large account has the whole sample in it', async () => {
  expect(await idsOf(shared(), `requester:${camille.email}`)).toEqual([...ownTickets])
})
