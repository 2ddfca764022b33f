import type {
  CollectedPassage,
  CollectedTicket,
  Party,
  RawRecord,
  Standing,
} from '../../records/collected.ts'
import type { TicketDecision } from '../../records/finds.ts'
import { ZendeskRefused } from '../../zendesk/index.ts'
import { gather } from '../gather.ts'
import type { Hands } from '../hands.ts'
import { type Pieces, textOf } from './pieces.ts'
import { filesOf } from './ticket-files.ts'

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
      createdAt: textOf(ticket['created_at']),
      passages: passagesOf(decision, comments),
      written: comments.filter((one) => isBy(one, users)),
    } satisfies CollectedTicket
    await pieces.put(`ticket-${id}`, piece)
    return
  }
  await pieces.put(`ticket-${id}`, {
    ...common,
    gives: 'whole',
    ticket,
    comments,
    ...(await besideComments(ticket, hands)),
  } satisfies CollectedTicket)
}

/** What a ticket of the person's holds besides its conversation. */
const besideComments = async (ticket: RawRecord, hands: Hands) => ({
  audits: await allowed(async () => await gather(hands.zendesk.holdings.audits(Number(ticket.id)))),
  sideConversations: await allowed(
    async () => await gather(hands.zendesk.holdings.sideConversations(Number(ticket.id))),
  ),
  ratings: await ratingOf(ticket, hands),
})

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
  const copied = ticket['email_cc_ids'] ?? ticket['collaborator_ids']
  const by: readonly (readonly [Standing, boolean])[] = [
    ['requester', is(ticket['requester_id'])],
    ['submitter', is(ticket['submitter_id'])],
    ['cc', is(copied)],
    ['follower', is(ticket['follower_ids'])],
    ['assignee', is(ticket['assignee_id'])],
    ['commenter', comments.some((one) => isBy(one, users))],
  ]
  const found = by.flatMap(([standing, holds]) => (holds ? [standing] : []))
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
  return { id, name: textOf(user['name']), identifiers, is }
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
