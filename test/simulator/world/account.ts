import type { Account } from '../../../src/flows/hands.ts'
import { reading, refused, type Wire } from './calls.ts'
import { deletionStatuses } from './deletion-statuses.ts'
import { showJob } from './jobs.ts'
import { searchTickets, searchUsers } from './searches.ts'
import { commentWrites, ticketWrites } from './ticket-writes.ts'
import { mailWrites, userWrites } from './user-writes.ts'
import type { World } from './world.ts'

/** What a write knows about itself besides the wire: which intent it belongs to. */
export type Around = Wire & { readonly world: World; readonly openCall: () => string | undefined }

/** The account as the flows see it, over this world. What they do not use is not there. */
export function accountOf(around: Around): Account {
  const { world, clock } = around
  const read = async <T>(look: () => T): Promise<T> => await reading(around, look)
  const listing = <T>(look: () => readonly T[]): AsyncIterable<T> =>
    (async function* list() {
      yield* await read(() => look().map((one) => ({ ...one })))
    })()
  const counted = (id: number): { comment_count: number } => ({
    comment_count: world.comments.get(id)?.length ?? 0,
  })
  return {
    account: {
      settings: async () =>
        await read(() => ({
          agentWorkspace: world.agentWorkspace,
          agentTicketDeletion: true,
          privateAttachments: true,
        })),
    },
    users: {
      me: async () => await read(() => ({ ...world.me })),
      showManyExternal: async () => await read(() => []),
      show: async (id) => await read(() => userThere(world, id)),
      showMany: async (ids) =>
        await read(() => [...ids].flatMap((id) => userThere(world, id) ?? [])),
      search: (by) => listing(() => searchUsers(world, by)),
      update: unused,
      removeMany: unused,
      deleted: unused,
      deletionStatuses: async (id) => await read(() => deletionStatuses(world, id, clock)),
      ...userWrites(around),
    },
    identities: {
      list: (id) =>
        listing(() =>
          (world.users.get(id)?.identities ?? []).map((identity, i) => ({
            id: id * 100 + i,
            user_id: id,
            ...identity,
            primary: i === 0,
            verified: true,
            created_at: '',
            updated_at: '',
          })),
        ),
      remove: unused,
    },
    tickets: {
      audits: () => listing(() => []),
      sideConversations: none,
      conversationLog: () => listing(() => []),
      updateMany: unused,
      restoreMany: unused,
      show: async (id) =>
        await read(() => {
          const ticket = world.tickets.get(id)
          return ticket && ticket.status !== 'deleted' ? { ...ticket, ...counted(id) } : undefined
        }),
      showMany: async (ids) =>
        await read(() =>
          [...ids].flatMap((id) => {
            const ticket = world.tickets.get(id)
            const there = ticket && ticket.status !== 'deleted'
            return there ? [{ ...ticket, ...counted(id) }] : []
          }),
        ),
      ofUser: (user, role) =>
        listing(() =>
          [...world.tickets.values()].filter(
            (t) =>
              t.status !== 'deleted' &&
              (role === 'requested' ? t.requester_id === user : t.email_cc_ids.includes(user)),
          ),
        ),
      isArchived: unused,
      deletedList: () =>
        listing(() =>
          [...world.tickets.values()]
            .filter(({ status }) => status === 'deleted')
            .map(({ id, subject }) => ({
              id,
              subject,
              actor: null,
              deleted_at: '',
              previous_state: 'open',
            })),
        ),
      restore: unused,
      ...ticketWrites(around),
    },
    comments: {
      list: (id) => listing(() => commentsThere(world, id)),
      redactAttachment: unused,
      ...commentWrites(around),
    },
    chats: { inTicket: none, redact: unused, redactFile: unused },
    recordings: { remove: unused },
    files: { look: async () => await read(() => ({ status: 404 })), stream: unused },
    organizations: { show: async () => await read(() => undefined) },
    holdings: {
      user: unused,
      identities: none,
      organizations: none,
      memberships: none,
      groups: none,
      people: async () => await read(() => []),
      ticket: unused,
      tickets: async () => await read(() => []),
      comments: none,
      audits: none,
      sideConversations: none,
      rating: unused,
      userFields: none,
      ticketFields: none,
    },
    views: { show: unused, tickets: () => listing(() => []) },
    rules: {
      triggers: () => listing(() => []),
      automations: () => listing(() => []),
      webhooks: () => listing(() => []),
    },
    search: {
      export: ((type: string, query: string) =>
        listing(() =>
          type === 'ticket' ? searchTickets(world, query) : [],
        )) as Account['search']['export'],
      count: unused,
    },
    suspended: {
      list: () => listing(() => [...world.suspended.values()]),
      removeMany: unused,
      ...mailWrites(around),
    },
    jobs: { show: async (id) => await read(() => showJob(world, id)), showMany: unused },
  }
}

/** Nobody chats in this world, nor talks beside a ticket. */
async function* none(): AsyncGenerator<never, void, undefined> {}

const unused = async (): Promise<never> => {
  throw new TypeError('no flow uses this call; imitate it here once one does')
}

/** Deleted users are shown, too. */
function userThere(world: World, id: number) {
  const user = world.users.get(id)
  return user && { ...user }
}

/** Zendesk does not know the comments of a deleted ticket. */
function commentsThere(world: World, id: number) {
  const status = world.tickets.get(id)?.status
  if (status === undefined || status === 'deleted') throw refused(404)
  return world.comments.get(id) ?? []
}
