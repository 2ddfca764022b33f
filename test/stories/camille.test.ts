import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  camille,
  homonym,
  homonymTickets,
  ownTickets,
  requestTicket,
  suspendedTicket,
  weakMention,
} from '../../sandbox/zendesk/sample/people.ts'
import { verifyFolder } from '../../src/records/verify.ts'
import { effectsOf } from './support/account.ts'
import { type Desk, desk } from './support/desk.ts'
import { herForms, leaksIn } from './support/forms.ts'
import { told } from './support/journal.ts'
import { approved, camilles, planned } from './support/way.ts'

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&egrave;', 'è')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')

/** Everything of the homonym, as it stands in the account. */
function homonymIn(d: Desk): unknown {
  const { users, identities, tickets, comments } = d.account.state()
  const hers = new Set<number>([...homonymTickets, weakMention.ticket])
  return {
    users: users.filter(({ id }) => id === homonym.id),
    identities: identities.filter(({ user_id }) => user_id === homonym.id),
    tickets: tickets.filter(({ id }) => hers.has(id)),
    comments: comments.filter(({ ticket_id }) => hers.has(ticket_id)),
  }
}

/** Texts of the account in which she still stands, by what they are. */
function remainsIn(d: Desk): string[] {
  const { users, identities, tickets, comments, suspended_tickets } = d.account.state()
  const kept = new Set<number>([...homonymTickets, weakMention.ticket])
  const others = comments.filter(({ ticket_id }) => !kept.has(ticket_id))
  const texts: [string, string][] = [
    ...users
      .filter(({ id }) => id !== homonym.id)
      .map((u): [string, string] => [`user ${u.id}`, JSON.stringify(u)]),
    ...identities
      .filter((i) => i.user_id !== homonym.id)
      .map((i): [string, string] => [`identity ${i.id}`, i.value]),
    ...tickets
      .filter(({ id }) => !kept.has(id))
      .map((t): [string, string] => [
        `ticket ${t.id}`,
        JSON.stringify([t.subject, t.custom_fields]),
      ]),
    ...others.map((c): [string, string] => [
      `comment ${c.id}`,
      `${plain(c.html_body)} ${c.html_body}`,
    ]),
    ...suspended_tickets.map((m): [string, string] => [`mail ${m.id}`, JSON.stringify(m)]),
  ]
  const forms = [...herForms, /camille lef[eè]vre/i]
  return texts.filter(([, text]) => forms.some((form) => form.test(text))).map(([what]) => what)
}

test('Camille is forgotten, each effect happens once, and her namesake is not touched', async () => {
  const d = await desk()
  const before = structuredClone(homonymIn(d))
  const id = await planned(d, camilles)
  await approved(d, id)

  expect(await d.go(id)).toEqual({ on: 'nothing' })

  expect(remainsIn(d)).toEqual([])
  expect(homonymIn(d)).toEqual(before)
  expect((await told(d, id)).slice(-3)).toEqual(['proved proved', 'closed done', 'sealed'])
  expect((await d.request(id)).proved?.counts['products-open']).toBe(0)

  const effects = effectsOf(d)
  const touched = effects.filter((effect) =>
    /^(ticket\.(deleted|purged)|user|suspended)/.test(effect),
  )

  expect(effects).toEqual([...new Set(effects)])
  expect(touched.toSorted()).toEqual(
    [
      ...ownTickets.flatMap((ticket) => [`ticket.deleted ${ticket}`, `ticket.purged ${ticket}`]),
      `suspended_ticket.deleted ${suspendedTicket}`,
      ...['deleted', 'purge_requested', 'purged'].map((what) => `user.${what} ${camille.id}`),
    ].toSorted(),
  )
  expect(effects.at(-5)).toBe(`ticket.deleted ${requestTicket}`)
})

test('the data folder holds nothing of her after the seal, and one flipped byte shows', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  await approved(d, id)
  expect(leaksIn(d.dir)).toEqual([])
  await d.go(id)
  await d.shut()

  expect(leaksIn(d.dir)).toEqual([])
  expect(await verifyFolder(d.dir)).toMatchObject({ ok: true, faults: [] })

  const file = join(d.dir, 'journal', '000001.jsonl')
  const bytes = readFileSync(file)
  const at = bytes.indexOf('"approved"')
  bytes.writeUInt8(bytes.readUInt8(at + 1) ^ 1, at + 1)
  writeFileSync(file, bytes)
  const { ok, faults } = await verifyFolder(d.dir)
  expect(ok).toBe(false)
  expect(faults[0]).toMatchObject({ file: '000001.jsonl' })
  expect(faults[0]?.line).toBeGreaterThan(5)
})
