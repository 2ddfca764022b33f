import {
  type KeptItem,
  type PlanRead,
  shownChange,
  shownPassage,
  unopenedFiles,
} from '../../flows/index.ts'
import type { OperationKind } from '../../records/plan.ts'
import type { Request } from '../../records/request.ts'
import type { Groups, PlanGroup, Unit } from '../../views/plan/model.ts'

type Item = PlanRead['items'][number]

const byKind: Readonly<Partial<Record<OperationKind, PlanGroup>>> = {
  'ticket.tag': 'tags',
  'recording.delete': 'recordings',
  'attachment.redact': 'files',
  'chat-file.redact': 'files',
  'chat.redact': 'passages',
  'ticket.delete': 'tickets',
  'ticket.purge': 'tickets',
  'comment.redact': 'passages',
  'comment.redact-text': 'passages',
  'ticket.edit': 'texts',
  'suspended.delete': 'mails',
  'ticket.close': 'closings',
}

/** Where the approver reads an operation. */
const groupOf = ({ operation: { kind, phase } }: Item): PlanGroup =>
  kind === 'identity.delete'
    ? 'identities'
    : (phase === 'tickets' && byKind[kind]) || (phase === 'delivery' ? 'answer' : phase)

/** The plan as its approver reads it: all operations on one thing together, nothing left out. */
export function groupsOf(read: PlanRead): Groups {
  const clusters = new Map<string, [Item, ...Item[]]>()
  for (const item of read.items) {
    const key = `${groupOf(item)} ${keyOf(item)}`
    const before = clusters.get(key)
    if (before) before.push(item)
    else clusters.set(key, [item])
  }
  const around = aroundOf(read)
  const groups = new Map<PlanGroup, Unit[]>()
  for (const items of clusters.values()) {
    listed(groups, groupOf(items[0])).push(unitOf(items, around))
  }
  for (const kept of read.kept) listed(groups, 'kept').push(keptUnit(kept, around))
  return groups
}

function listed(groups: Map<PlanGroup, Unit[]>, group: PlanGroup): Unit[] {
  const units = groups.get(group) ?? []
  groups.set(group, units)
  return units
}

const keyOf = ({ address }: Pick<Item, 'address'>): string => JSON.stringify(address)

type Around = {
  readonly read: PlanRead
  readonly deciders: ReadonlyMap<string, string>
  /** What cannot be left out by itself, by the key that flows leave out by. */
  readonly fixed: ReadonlySet<string>
  readonly comments: ReadonlyMap<number, readonly number[]>
}

function aroundOf(read: PlanRead): Around {
  const fixed = new Set(read.items.filter(isFixed).map(keyOf))
  const comments = new Map<number, number[]>()
  for (const { address, operation } of read.items) {
    if (operation.phase !== 'tickets' || !address.ticket || !address.comment) continue
    const known = comments.get(address.ticket) ?? []
    if (!known.includes(address.comment)) comments.set(address.ticket, [...known, address.comment])
  }
  return { read, fixed, comments, deciders: decidersOf(read.request) }
}

/** The person would not go, or would not be told: `flows/plan/narrow.ts` refuses to leave these out. */
const isFixed = ({ operation: { kind, phase, undo } }: Item): boolean =>
  phase !== 'tickets' || undo === 'restore' || kind === 'ticket.close' || kind === 'ticket.tag'

function decidersOf({ looks }: Request): Map<string, string> {
  const said = [looks.people?.decided, looks.traces?.decided]
  return new Map(
    said.flatMap((one) => (one && one.by !== 'bot' ? [[one.entry, one.by.user] as const] : [])),
  )
}

function unitOf(items: readonly [Item, ...Item[]], around: Around): Unit {
  const [first] = items
  const { address } = first
  const find =
    address.ticket === undefined ? undefined : around.read.tickets.get(address.ticket)?.find
  const changes = items.map((item) => shownChange(item, find))
  const names = changes.flatMap(({ files }) => files)
  const body = changes.find((change) => change.body !== undefined)?.body
  return {
    ...thingOf(first, around),
    n: items.map(({ n }) => n),
    acts: [...new Set(items.map(({ operation }) => operation.kind))],
    code: first.operation.why,
    ...deciderOf(first.operation.decided, around),
    ...partOf(first, around),
    files: falling(items, 'files'),
    recordings: falling(items, 'recordings'),
    passages: [...changes.flatMap(({ passages }) => passages), ...evidence(first, around)],
    texts: changes.flatMap(({ texts }) => texts),
    ...(names.length > 0 ? { names } : {}),
    ...personIn(first.operation.person, around),
    ...(body === undefined ? {} : { body }),
    final: items.some(isFinal),
    loose: !around.fixed.has(keyOf(first)),
  }
}

/** A tag can be taken off again by anybody who works on the ticket. */
const isFinal = ({ operation: { kind, undo } }: Item): boolean =>
  undo === 'none' && kind !== 'ticket.tag'

/** The name of whom of several people it is about. */
function personIn(person: number | undefined, { read }: Around): { person?: string } {
  const name = read.users.find((user) => user.person === person)?.name
  return person === undefined || name === undefined ? {} : { person: name }
}

/** What speaks for deleting a held-back message, or somebody else's ticket. */
function evidence(item: Item, around: Around): Unit['passages'] {
  return (foundIn(item, around)?.passages ?? []).map(shownPassage)
}

function foundIn({ address, operation }: Item, { read }: Around) {
  const { ticket, suspended: mail } = address
  if (mail !== undefined) return read.suspended.find(({ find }) => find.id === mail)?.find
  const find = read.tickets.get(ticket ?? 0)?.find
  return operation.kind === 'ticket.delete' && find?.relation === 'other' ? find : undefined
}

const falling = (items: readonly Item[], what: string): number =>
  items.reduce((sum, { operation }) => sum + (operation.falls?.[what] ?? 0), 0)

const deciderOf = (entry: string, { deciders }: Around): { by?: string } => {
  const by = deciders.get(entry)
  return by === undefined ? {} : { by }
}

/** Which of the ticket's comments, where several of them are changed. */
function partOf({ address }: Pick<Item, 'address'>, { comments }: Around): { part?: string } {
  const all = comments.get(address.ticket ?? 0) ?? []
  if (all.length < 2 || address.comment === undefined) return {}
  return { part: `${all.indexOf(address.comment) + 1} / ${all.length}` }
}

type Thing = Pick<Unit, 'what' | 'id' | 'title' | 'whose' | 'others'>

function thingOf({ address }: Pick<Item, 'address'>, { read }: Around): Thing {
  const { ticket, user, suspended = 0 } = address
  if (user !== undefined) return userThing(user, read)
  if (ticket === undefined) return { what: 'mail', id: suspended, others: false }
  const find = read.tickets.get(ticket)?.find
  if (!find) return { what: 'ticket', id: ticket, others: false }
  const others = find.relation === 'other'
  return {
    what: 'ticket',
    id: ticket,
    title: find.subject,
    ...(others ? { whose: find.requesterName } : {}),
    others,
  }
}

function userThing(id: number, { users }: PlanRead): Thing {
  const known = users.find((user) => user.id === id)
  return {
    what: 'user',
    id,
    others: false,
    ...(known ? { title: known.name } : {}),
    ...(known?.email ? { whose: known.email } : {}),
  }
}

function keptUnit(kept: KeptItem, around: Around): Unit {
  return {
    ...thingOf(kept, around),
    n: [],
    acts: [],
    code: kept.code,
    ...deciderOf(kept.decided, around),
    ...unopenedIn(kept, around),
    passages: kept.passages,
    texts: [],
    final: false,
    loose: false,
  }
}

function unopenedIn(
  { address, code }: KeptItem,
  { read }: Around,
): Pick<Unit, 'files' | 'recordings' | 'names'> {
  const decision = read.tickets.get(address.ticket ?? 0)
  if (code !== 'files-not-opened' || !decision) return { files: 0, recordings: 0 }
  return unopenedFiles(decision)
}
