import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { verifyFolder } from '../../src/records/verify.ts'
import {
  camille,
  homonym,
  homonymTickets,
  mentions,
  ownTickets,
  staff,
} from '../zendesk/sample/people.ts'
import type { Zendesk as Account } from '../zendesk/server.ts'
import type { Listed } from './reading.ts'

/** Something looked at after the tour, and whether it is as it must be. */
export type Check = { readonly name: string; readonly ok: boolean; readonly found: string }

type State = ReturnType<Account['state']>

/** Case, accents, markup and the punctuation inside phone numbers, all gone. */
export const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\d)[\s.\-/()]+(?=\d)/g, '')
    .replaceAll(/\s+/g, ' ')

const { email, second, externalId } = camille
const traces = [email, second, externalId, 'camille lefevre', 'lefevre camille', '639981234'].map(
  plain,
)
/** Whether a record or a text holds something of hers, however it is written. */
export const speaksOfHer = (record: unknown): boolean => {
  const text = plain(JSON.stringify(record))
  return traces.some((trace) => text.includes(trace))
}

/**
 * The whole account, read behind the desk's back: what still speaks of her lies in tickets that the
 * lead decided to keep, or is the sender of a mail, which the plan named as out of reach.
 */
export function accountForgot(state: State, kept: ReadonlySet<number>): Check {
  const left = [
    ...state.tickets.filter(({ id }) => !kept.has(id)),
    ...state.comments.filter(({ ticket_id: ticket }) => !kept.has(ticket)).map(withoutSender),
    ...state.users.filter(({ id }) => id !== homonym.id),
    ...state.identities.filter(({ user_id: user }) => user !== homonym.id),
    ...state.suspended_tickets,
  ].filter(speaksOfHer)
  return {
    name: 'the account holds nothing of her that no human decision explains',
    ok: left.length === 0,
    found: `${left.length} traces left`,
  }
}

const withoutSender = (comment: State['comments'][number]) => ({ ...comment, via: undefined })

/** Not a letter of the namesake's has changed. */
export function namesakeUntouched(before: State, after: State): Check {
  const of = ({ users, tickets, comments }: State) =>
    JSON.stringify([
      users.filter(({ id }) => id === homonym.id),
      tickets.filter(({ id }) => homonymTickets.some((ticket) => ticket === id)),
      comments.filter(({ ticket_id: id }) => homonymTickets.some((ticket) => ticket === id)),
    ])
  return {
    name: 'her namesake’s tickets are untouched',
    ok: of(before) === of(after),
    found: `${homonymTickets.length} tickets compared`,
  }
}

/** Whatever was sent twice had its effect once. */
export function onceInEffect(account: Account): Check {
  const effects = account
    .log()
    .flatMap(({ effect, body }) =>
      effect.map(({ kind, id }) => `${kind} ${id} ${howOf(kind, body)}`),
    )
  const twice = effects.filter((effect, i) => effects.indexOf(effect) !== i)
  return {
    name: 'no write took effect twice',
    ok: twice.length === 0,
    found: `${effects.length} effects, ${twice.length} of them twice`,
  }
}

/** A ticket is tagged, edited and closed by one call each. */
const howOf = (kind: string, body: unknown): string =>
  kind === 'ticket.updated' ? JSON.stringify(body) : ''

/** In which groups of a plan an effect is to be read, and by whose number. */
const places: Readonly<Record<string, readonly string[]>> = {
  'ticket.deleted': ['tickets', 'own-ticket'],
  'ticket.purged': ['tickets', 'own-ticket'],
  'comment.redacted': ['passages', 'own-ticket'],
  'chat.redacted': ['passages', 'files'],
  'recording.deleted': ['recordings'],
  'attachment.redacted': ['files', 'passages'],
  'ticket.updated': ['tags', 'texts', 'closings', 'own-ticket'],
  'suspended_ticket.deleted': ['mails'],
  'comment.created': ['answer'],
  'user.deleted': ['user'],
  'user.purge_requested': ['user'],
}

/** Exactly what the approvers read in the plans that they approved was written, and one answer. */
export function nothingElseWritten(account: Account, before: State, listed: Listed): Check {
  const effects = account
    .log()
    .filter(({ actor, method }) => actor === staff.admin.id && method !== 'PURGE')
    .flatMap(({ effect, path }) => effect.map((one) => ({ ...one, path })))
  const ticketOf = ticketsBehind(before)
  const isListed = ({ kind, id, path }: (typeof effects)[number]): boolean => {
    const thing =
      kind === 'comment.created'
        ? /tickets\/(\d+)/.exec(path)?.[1]
        : (ticketOf.get(String(id)) ?? id)
    return (places[kind] ?? []).some((group) => listed.has(`${group} ${thing}`))
  }
  const outside = effects.filter((effect) => !isListed(effect))
  const answers = effects.filter(({ kind }) => kind === 'comment.created').length
  return {
    name: 'nothing was written that its approver had not read in the plan',
    ok: effects.length > 0 && outside.length === 0 && answers === 1,
    found: `${effects.length} effects, ${outside.length} of them elsewhere; ${listed.size} things read`,
  }
}

/** In which ticket a comment, a file or a recording lies, by its id. */
function ticketsBehind({ comments, attachments, recordings, chats }: State): Map<string, number> {
  const of = new Map(comments.map(({ id, ticket_id: ticket }) => [String(id), ticket]))
  for (const { id, comment_id: comment } of attachments) {
    of.set(String(id), of.get(String(comment)) ?? 0)
  }
  for (const { history, ticket_id: ticket } of chats) {
    for (const { message_id: message } of history) of.set(String(message), ticket)
  }
  for (const recording of recordings) {
    const comment = comments.find((one) => JSON.stringify(one).includes(recording))
    of.set(recording, comment?.ticket_id ?? 0)
  }
  return of
}

/** No file of the desk's holds her name, an address, a phone or a ticket number, the stub apart. */
export async function folderForgot(dir: string): Promise<Check> {
  const secrets = [
    camille.name,
    'Lefèvre',
    email,
    second,
    camille.phone,
    '639981234',
    '06 39 98 12 34',
    externalId,
    String(camille.id),
  ].flatMap((text) => [text, Buffer.from(text).toString('base64').replace(/=+$/, '')])
  // Five digits stand in any page of hashes by chance: only a number by itself would be hers.
  const tickets = [...ownTickets, ...mentions.map(({ ticket }) => ticket)]
  const number = new RegExp(`(?<![\\w+/])(?:${tickets.join('|')})(?![\\w+/])`)
  const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => !file.startsWith(join(dir, 'stubs')))
  const telling: string[] = []
  for (const file of files) {
    const bytes = await readFile(file)
    const tells = secrets.some((secret) => bytes.includes(secret)) || number.test(bytes.toString())
    if (tells) telling.push(file)
  }
  return {
    name: 'the desk’s folder holds no byte of her outside the stub',
    ok: telling.length === 0,
    found: `${files.length} files read, ${telling.length} of them tell`,
  }
}

/** The log verifies; and would not, had a single byte of it been changed. */
export async function logVerifies(dir: string): Promise<Check[]> {
  const honest = await verifyFolder(dir)
  const forged = `${dir}-forged`
  await cp(dir, forged, { recursive: true })
  const file = join(forged, 'journal', '000001.jsonl')
  const bytes = await readFile(file)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
  const { ok, faults } = await verifyFolder(forged)
  return [
    { name: 'the log verifies', ok: honest.ok, found: `${honest.entries} entries` },
    {
      name: 'one flipped byte in a copy of it is found',
      ok: !ok && faults.length > 0,
      found: faults[0]?.text ?? 'not found',
    },
  ]
}
