import { expect, test } from 'vitest'
import { camille, organizations, staff } from '../../sandbox/zendesk/sample/people.ts'
import { createZendesk } from '../../src/zendesk/index.ts'
import { all } from '../zendesk/support/client.ts'
import { account } from './account.ts'

const opened = async () => {
  const { url } = await account()
  const auth = { kind: 'token', email: staff.admin.email, token: 'sandbox-token' } as const
  return createZendesk({ url, auth })
}

test('everything about a person can be read whole, custom fields by their names', async () => {
  const { holdings } = await opened()

  const user = await holdings.user(camille.id)
  const fields = await all(holdings.userFields())

  expect(fields.map(({ key }) => key)).toEqual(Object.keys(Object(user['user_fields'])))
  expect((await all(holdings.identities(camille.id))).length).toBeGreaterThan(1)
  const comments = await all(holdings.comments(48213))
  expect(comments[0]).toHaveProperty('metadata.system.ip_address')
  const ticket = await holdings.ticket(48213)
  const named = await all(holdings.ticketFields())
  expect(Object(ticket['custom_fields'])).toHaveLength(named.length)
  expect((await holdings.tickets([48213, 1])).map(({ id }) => id)).toEqual([48213])
})

test('staff are in a group, customers in none', async () => {
  const { holdings } = await opened()

  expect(await all(holdings.groups(staff.agent.id))).toHaveLength(1)
  expect(await all(holdings.groups(camille.id))).toEqual([])
})

test('an organisation says whether its members read each other’s tickets', async () => {
  const zendesk = await opened()
  const [first] = Object.values(organizations)

  expect(await zendesk.organizations.show(first?.id ?? 0)).toMatchObject({ shared_tickets: false })
  expect(await zendesk.organizations.show(1)).toBeUndefined()
})

test('a file can be had from where a download broke', async () => {
  const { get, url } = await account()
  const files = (await get('/tickets/44120/comments?include_inline_images=true'))
    .rows('comments')
    .flatMap(({ attachments }) => attachments as { content_url: string }[])
  const address = files[0]?.content_url ?? url

  const whole = await (await fetch(address)).text()
  const rest = await fetch(address, { headers: { range: 'bytes=5-' } })

  expect(rest.status).toBe(206)
  expect(await rest.text()).toBe(whole.slice(5))
  expect((await fetch(address, { headers: { range: 'bytes=99999999-' } })).status).toBe(416)
})
