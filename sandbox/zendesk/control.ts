import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { z } from 'zod'
import type { Account } from './account/account.ts'
import type { Attachment, Comment, Identity, Suspended, Ticket, User } from './account/records.ts'
import type { Sent } from './account/rule-records.ts'
import type { Store } from './account/store.ts'
import type { Chat, Rating, SideConversation } from './account/talk-records.ts'
import { type Fault, kinds } from './faults.ts'
import { plain } from './text/html.ts'
import { advance } from './transport/advance.ts'
import type { Desk } from './transport/desk.ts'

/** Everything the account keeps of people, for tests that ask what remains. */
export type State = {
  readonly users: readonly User[]
  readonly identities: readonly Identity[]
  readonly tickets: readonly (Ticket & {
    readonly archived: boolean
    readonly deleted: boolean
    readonly purged: boolean
  })[]
  readonly comments: readonly (Comment & { readonly body: string })[]
  readonly attachments: readonly Attachment[]
  readonly suspended_tickets: readonly Suspended[]
  readonly recordings: readonly string[]
  readonly chats: readonly Chat[]
  readonly side_conversations: readonly SideConversation[]
  readonly satisfaction_ratings: readonly Rating[]
  /** What rules sent to people and to webhooks. */
  readonly mails: readonly Sent[]
  readonly pushes: readonly Sent[]
}

const fault = z.object({
  kind: z.enum(kinds),
  times: z.number().int().min(0).optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  status: z.number().int().optional(),
  says: z.string().optional(),
  seconds: z.number().optional(),
  ms: z.number().optional(),
  ids: z.array(z.number()).optional(),
  application: z.string().optional(),
})

/** The whole account as it stands. */
export function stateOf({ store }: Account): State {
  return {
    users: store.all('users'),
    identities: store.all('identities'),
    tickets: store.all('tickets').map((ticket) => ({
      ...ticket,
      archived: ticket.hidden.archived,
      deleted: ticket.hidden.gone !== null,
      purged: ticket.hidden.purged,
    })),
    comments: store
      .all('comments')
      .map((comment) => ({ ...comment, body: plain(comment.html_body) })),
    attachments: store.all('attachments'),
    suspended_tickets: store.all('suspended'),
    recordings: store.all('recordings').map(({ id }) => id),
    chats: store.all('chats'),
    side_conversations: store.all('sides'),
    satisfaction_ratings: store.all('ratings'),
    mails: sentBy(store, 'mail'),
    pushes: sentBy(store, 'push'),
  }
}

const sentBy = (store: Store, wanted: Sent['kind']): Sent[] =>
  store.all('sent').filter(({ kind }) => kind === wanted)

/** `_log`, `_state` and `_faults`: no credentials, and the server listens on loopback only. */
export function controlRoutes(app: Hono<{ Bindings: HttpBindings }>, desk: Desk): void {
  const { account } = desk
  app.get('/_log', (c) => {
    advance(desk)
    const since = Number(c.req.query('since') ?? 0)
    return c.json(account.store.entries.filter(({ seq }) => seq > since))
  })
  app.get('/_state', (c) => {
    advance(desk)
    return c.json(stateOf(account))
  })
  app.get('/_faults', (c) => c.json(account.faults.left()))
  app.delete('/_faults', (c) => {
    account.faults.clear()
    return c.body(null, 204)
  })
  app.post('/_faults', async (c) => {
    const parsed = z.union([fault, z.array(fault)]).safeParse(await c.req.json())
    if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400)
    for (const one of [parsed.data].flat()) account.faults.set(withoutGaps(one))
    return c.json(account.faults.left(), 201)
  })
}

const withoutGaps = (given: z.infer<typeof fault>): Fault =>
  JSON.parse(JSON.stringify(given)) as Fault
