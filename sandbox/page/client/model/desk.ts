import { holds } from './choices.ts'

/** A person on the Zendesk account. */
export type DeskUser = {
  readonly id: number
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly role: string
  readonly locale: string
  readonly active: boolean
  readonly suspended: boolean
  readonly details: string | null
  readonly notes: string | null
  readonly hidden: {
    readonly deletedAt: number | null
    readonly purgeAskedAt: number | null
    readonly purged: boolean
    readonly mergedInto: number | null
  }
}

/** A ticket; a purged one is kept as a hollow. */
export type DeskTicket = {
  readonly id: number
  readonly subject: string
  readonly status: string
  readonly created_at: string
  readonly updated_at: string
  readonly requester_id: number
  readonly tags: readonly string[]
  readonly via: { readonly channel: string }
  readonly archived: boolean
  readonly deleted: boolean
  readonly purged: boolean
}

/** One message of a ticket. */
export type DeskComment = {
  readonly id: number
  readonly ticket_id: number
  readonly author_id: number
  readonly public: boolean
  readonly created_at: string
  readonly body: string
}

/** A file of a comment. */
export type DeskFile = {
  readonly id: number
  readonly comment_id: number
  readonly file_name: string
  readonly redacted: boolean
}

/** A message that was not let in. */
type DeskSuspended = {
  readonly id: number
  readonly author: { readonly name: string; readonly email: string }
  readonly subject: string
  readonly content: string
  readonly cause: string
  readonly created_at: string
}

/** The account as it stands: `GET /_state`. */
export type DeskState = {
  readonly users: readonly DeskUser[]
  readonly identities: readonly {
    readonly id: number
    readonly user_id: number
    readonly type: string
    readonly value: string
  }[]
  readonly tickets: readonly DeskTicket[]
  readonly comments: readonly DeskComment[]
  readonly attachments: readonly DeskFile[]
  readonly suspended_tickets: readonly DeskSuspended[]
}

/** One request served: `GET /_log`. */
export type DeskRequest = {
  readonly seq: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly status: number | null
  readonly effect: readonly { readonly kind: string; readonly id: number | string }[]
}

/** How a person or a ticket stands, in one word that is translated elsewhere. */
export type Standing = 'here' | 'suspended' | 'deleted' | 'purged' | 'merged'

/** How somebody stands on the account. */
export function standingOf({ active, suspended, hidden }: DeskUser): Standing {
  if (hidden.mergedInto !== null) return 'merged'
  if (hidden.purged || hidden.purgeAskedAt !== null) return 'purged'
  if (!active || hidden.deletedAt !== null) return 'deleted'
  return suspended ? 'suspended' : 'here'
}

/** How a ticket stands. */
export const ticketStanding = ({ deleted, purged }: DeskTicket): Standing =>
  purged ? 'purged' : deleted ? 'deleted' : 'here'

/** Whether a request changed something on the account, or asked to. */
export const isWrite = ({ method, path }: DeskRequest): boolean =>
  method !== 'GET' && !path.startsWith('/oauth')

/** Newest first. */
const byUpdate = (a: DeskTicket, b: DeskTicket): number => (a.updated_at < b.updated_at ? 1 : -1)

/** The tickets to show: the changed ones first, then the newest; filtered by number, subject and person. */
export function ticketsFor(
  { tickets, users }: DeskState,
  wanted: string,
  touched: ReadonlySet<string>,
): DeskTicket[] {
  const names = new Map(users.map(({ id, name, email }) => [id, `${name} ${email ?? ''}`]))
  const rank = ({ id }: DeskTicket): number => (touched.has(String(id)) ? 0 : 1)
  return tickets
    .filter(({ id, subject, requester_id }) =>
      holds(`${id} ${subject} ${names.get(requester_id) ?? ''}`, wanted),
    )
    .toSorted((a, b) => rank(a) - rank(b) || byUpdate(a, b))
}

/** The people to show, filtered by name, address and phone. */
export function peopleFor(
  { users }: DeskState,
  wanted: string,
  touched: ReadonlySet<string>,
): DeskUser[] {
  const rank = ({ id }: DeskUser): number => (touched.has(String(id)) ? 0 : 1)
  return users
    .filter(({ id, name, email, phone }) =>
      holds(`${id} ${name} ${email ?? ''} ${phone ?? ''}`, wanted),
    )
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** A text cut where passages were redacted, every second piece being black. */
export const aroundRedactions = (text: string): string[] => text.split(/(▇+)/)

/** What the requests changed lately, by id. */
export const touchedBy = (requests: readonly DeskRequest[]): Set<string> =>
  new Set(requests.flatMap(({ effect }) => effect.map(({ id }) => String(id))))

/** How many requests are kept on the screen. */
const most = 300

/** Adds the newest requests to those that are shown. */
export function withNewer(
  shown: readonly DeskRequest[],
  newer: readonly DeskRequest[],
): DeskRequest[] {
  const last = shown.at(-1)?.seq ?? 0
  return [...shown, ...newer.filter(({ seq }) => seq > last)].slice(-most)
}

/** Requests in a row: each write alone, and reads beside each other as one. */
export type Batch = { readonly key: number; readonly requests: readonly DeskRequest[] }

/** This many reads in a row are told one by one. */
const few = 3

/** Folds long rows of reads, so that the writes between them are seen. */
export function batched(requests: readonly DeskRequest[]): Batch[] {
  const rows: DeskRequest[][] = []
  for (const request of requests) {
    const last = rows.at(-1)
    if (last?.[0] && !isWrite(last[0]) && !isWrite(request)) last.push(request)
    else rows.push([request])
  }
  return rows
    .flatMap((row) => (row.length > few ? [row] : row.map((one) => [one])))
    .map((row) => ({ key: row.at(-1)?.seq ?? 0, requests: row }))
}
