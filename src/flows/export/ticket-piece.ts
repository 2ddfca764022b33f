import type {
  CollectedFile,
  CollectedPassage,
  CollectedTicket,
  Party,
  RawRecord,
  Standing,
} from '../../records/collected.ts'
import type { TicketDecision, TicketFind } from '../../records/finds.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import { gather } from '../gather.ts'
import type { Hands } from '../hands.ts'
import type { Pieces } from './pieces.ts'

type Users = readonly number[]

/**
 * One ticket onto the shelf: of the person's own all of it, of somebody else's the passages that were
 * decided and the person's own comments, and nothing else. Files that nobody has given are not read.
 */
export async function collectTicket(
  decision: TicketDecision,
  users: Users,
  pieces: Pieces,
  hands: Hands,
): Promise<void> {
  const { id } = decision.find
  const { holdings } = hands.zendesk
  const ticket = await holdings.ticket(id)
  const comments = await gather(holdings.comments(id))
  const parties = await partiesOf(ticket, comments, users, hands)
  const files = await filesOf(decision, comments, pieces, hands)
  const common = {
    kind: 'ticket',
    id,
    as: standingsOf(ticket, comments, users),
    parties,
    files,
  } as const
  if (decision.action === 'excerpt') {
    const piece = {
      ...common,
      gives: 'passages',
      createdAt: String(ticket['created_at'] ?? ''),
      passages: passagesOf(decision, comments),
      written: comments.filter((one) => isBy(one, users)),
    } satisfies CollectedTicket
    await pieces.put(`ticket-${id}`, piece)
    return
  }
  const piece = {
    ...common,
    gives: 'whole',
    ticket,
    comments,
    audits: await allowed(async () => await gather(holdings.audits(id))),
    sideConversations: await allowed(async () => await gather(holdings.sideConversations(id))),
    ratings: await ratingOf(ticket, hands),
  } satisfies CollectedTicket
  await pieces.put(`ticket-${id}`, piece)
}

const isBy = (record: RawRecord, users: Users): boolean =>
  users.some((id) => id === record['author_id'])

/** What the account has not, or does not let us read. */
async function allowed(read: () => Promise<RawRecord[]>): Promise<RawRecord[]> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ZendeskRefused && [403, 404].includes(error.status ?? 0)) return []
    throw error
  }
}

async function ratingOf(ticket: RawRecord, { zendesk }: Hands): Promise<RawRecord[]> {
  const rating = ticket['satisfaction_rating']
  const id = rating && typeof rating === 'object' && 'id' in rating ? rating.id : undefined
  if (typeof id !== 'number') return []
  return await allowed(async () => [await zendesk.holdings.rating(id)])
}

function standingsOf(
  ticket: RawRecord,
  comments: readonly RawRecord[],
  users: Users,
): [Standing, ...Standing[]] {
  const is = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(is) : users.some((id) => id === value)
  const found: Standing[] = [
    ...(is(ticket['requester_id']) ? (['requester'] as const) : []),
    ...(is(ticket['submitter_id']) ? (['submitter'] as const) : []),
    ...(is(ticket['email_cc_ids'] ?? ticket['collaborator_ids']) ? (['cc'] as const) : []),
    ...(is(ticket['follower_ids']) ? (['follower'] as const) : []),
    ...(is(ticket['assignee_id']) ? (['assignee'] as const) : []),
    ...(comments.some((one) => isBy(one, users)) ? (['commenter'] as const) : []),
  ]
  const [first, ...more] = found
  return first ? [first, ...more] : ['mentioned']
}

/** Everybody who is named in it by an id, and what names him: what the mask works with. */
async function partiesOf(
  ticket: RawRecord,
  comments: readonly RawRecord[],
  users: Users,
  { zendesk }: Hands,
): Promise<Party[]> {
  const named = ['requester_id', 'submitter_id', 'assignee_id'].map((key) => ticket[key])
  const copied = ['email_cc_ids', 'collaborator_ids', 'follower_ids'].flatMap((key) => {
    const ids = ticket[key]
    return Array.isArray(ids) ? ids : []
  })
  const authors = comments.map((one) => one['author_id'])
  const ids = [...named, ...copied, ...authors].filter(
    (id): id is number => typeof id === 'number' && id > 0,
  )
  const people = await zendesk.holdings.people(new Set(ids))
  return people.map((user) => partyOf(user, users))
}

function partyOf(user: RawRecord, users: Users): Party {
  const id = Number(user.id)
  const is = users.includes(id) ? 'person' : user['role'] === 'end-user' ? 'other' : 'staff'
  const identifiers = [user['email'], user['phone']].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )
  return { id, name: String(user['name'] ?? ''), identifiers, is }
}

function passagesOf(
  { find, passages }: TicketDecision,
  comments: readonly RawRecord[],
): CollectedPassage[] {
  const given = new Set(passages)
  const at = new Map(comments.map((one) => [one.id, one['created_at']]))
  return find.passages
    .filter(({ key }) => given.has(key))
    .map(({ where, comment, before, hit, after }) => {
      const when = comment === undefined ? undefined : at.get(comment)
      return {
        where,
        ...(comment === undefined ? {} : { comment }),
        ...(typeof when === 'string' ? { at: when } : {}),
        before,
        hit,
        after,
      }
    })
}

async function filesOf(
  { find, files }: TicketDecision,
  comments: readonly RawRecord[],
  pieces: Pieces,
  hands: Hands,
): Promise<CollectedFile[]> {
  const all = [...attachmentsOf(find), ...callsOf(find, comments)]
  const taken: CollectedFile[] = []
  for (const { url, malware, ...lying } of all) {
    const isGiven = files[lying.id]?.verdict === 'give' && url !== undefined
    // As it is called on the shelf.
    const file = { ...lying, id: lying.id.toLowerCase() }
    if (malware) taken.push({ ...file, heldBack: 'malware' })
    else if (!isGiven) taken.push({ ...file, heldBack: 'held-back' })
    else taken.push(await taking(file, url, pieces, hands))
  }
  return taken
}

type Lying = CollectedFile & { readonly url: string | undefined; readonly malware: boolean }

const attachmentsOf = ({ id: ticket, attachments }: TicketFind): Lying[] =>
  attachments.map(({ id, comment, name, type, inline, url, malware }) => ({
    id: String(id),
    ticket,
    comment,
    name,
    type,
    inline,
    recording: false,
    url,
    malware,
  }))

function callsOf({ id: ticket, calls }: TicketFind, comments: readonly RawRecord[]): Lying[] {
  return calls.map(({ id, comment }) => {
    const data = comments.find((one) => one.id === comment)?.['data']
    const url =
      data && typeof data === 'object' && 'recording_url' in data ? data.recording_url : undefined
    return {
      id,
      ticket,
      comment,
      name: `${id}.mp3`,
      type: 'audio/mpeg',
      inline: false,
      recording: true,
      url: typeof url === 'string' ? url : undefined,
      malware: false,
    }
  })
}

/** What cannot be had any more is said, and stops nothing. */
async function taking(
  file: CollectedFile,
  url: string,
  pieces: Pieces,
  { zendesk }: Hands,
): Promise<CollectedFile> {
  try {
    const open = async () => (await zendesk.files.stream(url)).content
    return { ...file, ...(await pieces.file(file.id, open)) }
  } catch (error) {
    const isGone = error instanceof ZendeskRefused || error instanceof TypeError
    if (!isGone) throw error
    return { ...file, heldBack: 'not-there' }
  }
}
