import { setTimeout as pause } from 'node:timers/promises'
import { account } from './account.ts'
import { type AuthTools, type Credentials, oauthAuth, tokenAuth } from './auth.ts'
import { chats } from './chats.ts'
import { comments } from './comments.ts'
import { createExchange } from './exchange.ts'
import { files } from './files.ts'
import { createGovernor } from './governor.ts'
import { holdings } from './holdings.ts'
import { identities } from './identities.ts'
import { jobs } from './jobs.ts'
import { createOpen } from './open.ts'
import { organizations } from './organizations.ts'
import { createPeek } from './peek.ts'
import { recordings } from './recordings.ts'
import { rules } from './rules.ts'
import { search } from './search.ts'
import { createHttp, type HttpTools, patiently } from './send.ts'
import { streaming } from './streaming.ts'
import { suspended } from './suspended.ts'
import { tickets } from './tickets.ts'
import { users } from './users.ts'
import { views } from './views.ts'

export type { AccountSettings } from './account.ts'
export type { Audit } from './audits.ts'
export type { Chat, ChatFileRedaction, ChatMessage, ChatRedaction } from './chats.ts'
export type { Attachment, Comment, RedactedComment, Redaction } from './comments.ts'
export type { LogEvent } from './conversation-log.ts'
export type { DeletedTicket } from './deleted-tickets.ts'
export type { DeletedUser, DeletionStatus } from './deleted-users.ts'
export {
  ZendeskLimited,
  ZendeskRefused,
  ZendeskSilent,
  ZendeskUnauthorised,
  ZendeskUnreadable,
} from './errors.ts'
export type { FileLook } from './files.ts'
export type { Identity } from './identities.ts'
export type { Job, JobItem } from './jobs.ts'
export type { Organization } from './organizations.ts'
export type { Json, RawRecord } from './raw.ts'
export type { Rule, Webhook } from './rules.ts'
export type { SideConversation } from './side-conversations.ts'
export type { FileStream } from './streaming.ts'
export type { SuspendedTicket } from './suspended.ts'
export type { BulkTicketChange, Reply, Ticket, TicketChange, TicketRole } from './tickets.ts'
export type { Me, User, UserChange } from './users.ts'
export type { View } from './views.ts'

export type ZendeskOptions = {
  /** The account's address, `https://example.zendesk.com`. Plain http only on this machine. */
  url: string
  auth: Credentials
  /** Milliseconds since 1970. */
  now?: () => number
  sleep?: (ms: number) => Promise<void>
  /** The part of every allowance that is left to the humans, 0 up to (not including) 1. */
  share?: number
  /** How long one request may take. A write beyond it is `ZendeskSilent`. */
  timeoutMs?: number
  /**
   * Asked just before each write goes out, after all waiting for an allowance: on a no the write is
   * given back unsent, as `ZendeskLimited` with nothing to wait for.
   */
  mayWrite?: () => boolean
}

/** The account, one group of calls a resource. Every call may throw one of the five errors. */
export type Zendesk = {
  /** What the operator should know about the way we sign in; empty when all is well. */
  readonly warnings: readonly string[]
  readonly account: ReturnType<typeof account>
  readonly users: ReturnType<typeof users>
  readonly identities: ReturnType<typeof identities>
  readonly tickets: ReturnType<typeof tickets>
  readonly comments: ReturnType<typeof comments>
  readonly search: ReturnType<typeof search>
  readonly suspended: ReturnType<typeof suspended>
  readonly jobs: ReturnType<typeof jobs>
  readonly chats: ReturnType<typeof chats>
  readonly recordings: ReturnType<typeof recordings>
  readonly files: ReturnType<typeof files> & ReturnType<typeof streaming>
  readonly holdings: ReturnType<typeof holdings>
  readonly organizations: ReturnType<typeof organizations>
  readonly views: ReturnType<typeof views>
  readonly rules: ReturnType<typeof rules>
}

/** What all groups of calls stand on. */
type ClientTools = HttpTools & Parameters<typeof files>[0] & Parameters<typeof streaming>[0]

/** https://developer.zendesk.com/documentation/api-basics/authentication/oauth-migration/ */
const TOKENS_END =
  'Zendesk API tokens stop working on 30 April 2027, and those unused for 30 days before that: move to an OAuth client.'

/**
 * The client of one Zendesk account. Nothing is called before the first method is.
 *
 * @throws TypeError when `url` or `share` can't be used.
 */
export function createZendesk(options: ZendeskOptions): Zendesk {
  return {
    warnings: options.auth.kind === 'token' ? [TOKENS_END] : [],
    ...zendeskOver(toolsOf(options)),
  }
}

/** The same over tools of one's own: a network and a clock that are only imitated. */
export function zendeskOver(tools: ClientTools): Omit<Zendesk, 'warnings'> {
  const http = createHttp(tools)
  return {
    account: account(http),
    users: users(http),
    identities: identities(http),
    tickets: tickets(http),
    comments: comments(http),
    search: search(http),
    suspended: suspended(http),
    jobs: jobs(http),
    chats: chats(http),
    recordings: recordings(http),
    files: { ...files(tools), ...streaming(tools) },
    holdings: holdings(http),
    organizations: organizations(http),
    views: views(http),
    rules: rules(http),
  }
}

function toolsOf({
  url,
  auth: credentials,
  now = Date.now,
  sleep = async (ms) => await pause(ms),
  share = 0.2,
  timeoutMs = 30_000,
  mayWrite = () => true,
}: ZendeskOptions): ClientTools {
  if (!(share >= 0 && share < 1)) throw new TypeError('share must be from 0 to less than 1')
  const origin = originOf(url)
  const exchange = createExchange(origin, { timeoutMs })
  const auth = authOf(credentials, { now, sleep, exchange })
  const governor = createGovernor({ now, sleep, share })
  const peek = createPeek({ timeoutMs })
  const open = createOpen({ timeoutMs })
  return { exchange, auth, governor, now, sleep, mayWrite, origin, peek, open, timeoutMs }
}

function authOf(
  credentials: Credentials,
  { now, sleep, exchange }: Pick<HttpTools, 'now' | 'sleep' | 'exchange'>,
): HttpTools['auth'] {
  if (credentials.kind === 'token') return tokenAuth(credentials)
  const patient: AuthTools['patiently'] = async (once) =>
    await patiently('GET', { now, sleep }, once)
  return oauthAuth(credentials, { now, exchange, patiently: patient })
}

/** Credentials must not cross a network in the clear, nor come hidden in an address. */
function originOf(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined
  const user = address ? address.username + address.password : ''
  if (!address || user !== '' || !confidential(address)) {
    throw new TypeError('The Zendesk url must be https://… (or http on this machine), without user')
  }
  return address.origin
}

function confidential({ protocol, hostname }: URL): boolean {
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && here)
}
