import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry } from '../sandbox/zendesk/account/log.ts'
import { camille, ownTickets } from '../sandbox/zendesk/sample/people.ts'
import {
  approve,
  type Choice,
  confirmPeople,
  decideTraces,
  handOver,
  openRequest,
  peopleFound,
  planShown,
  tracesFound,
} from '../src/flows/index.ts'
import { type Row, rounded } from './row.ts'
import { lead, officer, type VirtualDesk, virtualDesk } from './virtual-desk.ts'

type Traces = Awaited<ReturnType<typeof tracesFound>>['tickets'][number]

/** What an erasure sent, and what it was for. */
type Cost = {
  readonly writes: number
  readonly polls: number
  readonly reads: number
  /** Tickets deleted for good. */
  readonly tickets: number
  readonly redactions: number
  /** Comments with passages that go. */
  readonly comments: number
  /** Held-back mails deleted. */
  readonly mails: number
  /** Different conversations that were read. */
  readonly scanned: number
  /** The reads by what they were for. */
  readonly readsFor: { readonly finding: number; readonly doing: number; readonly proving: number }
}

/** Row 3: what one person's erasure costs in calls, over the fewest that can do it. */
export async function calls(): Promise<readonly Row[]> {
  const root = await mkdtemp(join(tmpdir(), 'rightsdesk-bench-'))
  const at = async <T>(name: string, work: (desk: VirtualDesk) => Promise<T>): Promise<T> => {
    const desk = await virtualDesk(join(root, name))
    const done = await work(desk)
    await desk.close()
    return done
  }
  try {
    const deleted = await at('deleted', async (desk) => await erase(desk, keepOthers))
    const redacted = await at('redacted', async (desk) => await erase(desk, redactOthers))
    const peer = await at('peer', oneCallATicket)
    return [deletion(deleted, peer), redaction(redacted), reads(redacted)]
  } finally {
    await rm(root, { recursive: true })
  }
}

/** The request is opened by address: there is no ticket of its own, and no answer to send. */
function deletion(cost: Cost, peer: Pick<Cost, 'writes' | 'polls'>): Row {
  // Soft and permanent deletion by 100 and a poll for each job; the user soft, then permanent.
  const floor = 4 * Math.ceil(cost.tickets / 100) + 2 + cost.mails
  const value = rounded((cost.writes + cost.polls) / floor)
  return {
    row: 3,
    figure: `writes and job polls to delete one person, ${cost.tickets} tickets and ${cost.mails} mail ÷ floor`,
    value,
    goal: '1.00',
    met: value <= 1,
    peers: { 'one call a ticket': rounded((peer.writes + peer.polls) / floor) },
    note: `${cost.writes} writes and ${cost.polls} polls, where ${floor} would do`,
  }
}

function redaction({ redactions, comments }: Cost): Row {
  const value = rounded(redactions / comments)
  return {
    row: 3,
    figure: 'redaction calls ÷ comments with passages that go',
    value,
    goal: '1.00',
    met: value <= 1,
    peers: {},
    note: `${redactions} calls for ${comments} comments, all passages of one together`,
  }
}

function reads(cost: Cost): Row {
  const { finding, doing, proving } = cost.readsFor
  const value = rounded(cost.reads / cost.scanned)
  return {
    row: 3,
    figure: 'reads of a whole erasure with redactions ÷ conversations scanned',
    value,
    goal: '≤ 1.1',
    met: value <= 1.1,
    peers: {},
    note: `${cost.reads} reads for ${cost.scanned} conversations: ${finding} to find (each conversation once), ${doing} before and after the writes in tickets, ${proving} for the user and the proof`,
  }
}

/** Erases the sample person through the flow. */
async function erase(
  desk: VirtualDesk,
  choose: (ticket: Traces) => Choice | undefined,
): Promise<Cost> {
  const { hands, go, account } = desk
  const before = account.log().length
  const id = await decidedRequest(desk, choose)
  const decided = account.log().length
  await go(id)
  const { digest, items } = await planShown(id, hands)
  const of = (kind: string) => items.filter(({ operation }) => operation.kind === kind)
  const ticketsToGo = of('ticket.purge').length
  await approve({ id, by: officer, digest, ticketsToGo }, hands)
  await go(id)
  const done = account.log().length
  await handOver({ id, by: lead }, hands)
  await go(id)
  const log = account.log().slice(before)
  const readsIn = (from: number, to?: number) => sent(account.log().slice(from, to)).reads
  return {
    ...sent(log),
    readsFor: {
      finding: readsIn(before, decided),
      doing: readsIn(decided, done),
      proving: readsIn(done),
    },
    tickets: ticketsToGo,
    redactions: log.filter(({ path }) => path.includes('/comment_redactions/')).length,
    comments: new Set(of('comment.redact').map(({ address }) => address.comment)).size,
    mails: of('suspended.delete').length,
    scanned: new Set(log.filter(({ path }) => path.endsWith('/comments')).map(({ path }) => path))
      .size,
  }
}

/** A request about her, up to the lead's decisions. */
async function decidedRequest(
  { hands, go }: VirtualDesk,
  choose: (ticket: Traces) => Choice | undefined,
): Promise<string> {
  const { id } = await openRequest({ right: 'erasure', subject: camille.email, by: lead }, hands)
  await go(id)
  const { candidates, seen } = await peopleFound(id, hands)
  await confirmPeople({ id, by: lead, seen, users: candidates.map((user) => user.id) }, hands)
  await go(id)
  const { tickets, ...found } = await tracesFound(id, hands)
  const chosen = tickets.flatMap((ticket) => {
    const choice = choose(ticket)
    return choice ? [[ticket.id, choice] as const] : []
  })
  const choices = { tickets: Object.fromEntries(chosen) }
  await decideTraces({ id, by: lead, seen: found.seen, choices }, hands)
  return id
}

const keepOthers = ({ relation }: Traces): Choice | undefined =>
  relation === 'other' ? { action: 'keep', code: 'bench' } : undefined

function redactOthers({ proposal, namesake, passages }: Traces): Choice | undefined {
  if (namesake) return { action: 'keep', code: 'bench' }
  if (proposal.action !== 'ask') return undefined
  return { action: 'redact', code: 'bench', passages: passages.map(({ key }) => key) }
}

/** The same deletions by a script of the usual kind: a call, and a job, for each ticket. */
async function oneCallATicket({
  account,
  zendesk,
  rest,
}: VirtualDesk): Promise<Pick<Cost, 'writes' | 'polls'>> {
  const before = account.log().length
  for (const ticket of ownTickets) {
    await zendesk.tickets.remove(ticket)
    const { id } = await zendesk.tickets.purge(ticket)
    do await rest(1_000)
    while ((await zendesk.jobs.show(id)).status !== 'completed')
  }
  await zendesk.users.remove(camille.id)
  await zendesk.users.purge(camille.id)
  return sent(account.log().slice(before))
}

function sent(log: readonly LogEntry[]): Pick<Cost, 'writes' | 'polls' | 'reads'> {
  const api = log.filter(({ path, actor }) => path.startsWith('/api/') && actor !== null)
  const polls = api.filter(
    ({ method, path }) => method === 'GET' && path.includes('/job_statuses/'),
  )
  const gets = api.filter(({ method }) => method === 'GET')
  const writes = api.filter(({ method }) => ['PUT', 'POST', 'DELETE'].includes(method))
  return { writes: writes.length, polls: polls.length, reads: gets.length - polls.length }
}
