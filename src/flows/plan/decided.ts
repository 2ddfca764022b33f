import type {
  OwnTicket,
  PeopleDecision,
  TicketDecision,
  TraceDecision,
} from '../../records/finds.ts'

/** All that an erasure's plan follows from. */
export type Decided = {
  readonly users: PeopleDecision['users']
  readonly tickets: readonly TicketDecision[]
  readonly suspended: TraceDecision['suspended']
  /** Single addresses and numbers that go while their user stays. */
  readonly identities: NonNullable<TraceDecision['identities']>
  /** What those say, by id. */
  readonly known: ReadonlyMap<number, { readonly type: string; readonly value: string }>
  /** One of the users himself is on hold. */
  readonly held: boolean
  readonly ownTicket?: OwnTicket
  readonly answer?: { readonly body: string; readonly marker: string }
  /** Of several people, the answer to each who can be replied to. */
  readonly answers?: readonly PersonAnswer[]
  /** The tickets on which somebody is answered: they go after it. */
  readonly answering?: ReadonlySet<number>
  readonly agentWorkspace: boolean
  /** Our credentials are an administrator's. */
  readonly admin: boolean
  /** The policy's tag, set on a ticket before anything else is changed in it. */
  readonly tag?: string
  /** Which message of which chat a file came with. */
  readonly chatFiles: ReadonlyMap<
    number,
    { readonly chat: string; readonly message: string | number }
  >
}

/** What one of several people is told on his own ticket. */
export type PersonAnswer = {
  readonly person: number
  readonly ticket: number
  readonly users: readonly number[]
  readonly body: string
  readonly marker: string
}

/** Users who stay, and lose single addresses and numbers. */
export const stayingUsers = ({ identities }: Pick<Decided, 'identities'>): Set<number> =>
  new Set(identities.map(({ user }) => user))

/** The users who go: of the others only single addresses and numbers do. */
export const goingUsers = ({
  users,
  identities,
}: Pick<Decided, 'users' | 'identities'>): Decided['users'] => {
  const staying = stayingUsers({ identities })
  return users.filter(({ id }) => !staying.has(id))
}

/** A ticket of the person that stays, and that Zendesk wants closed before he can go. */
export const staysOpen = ({ find, action }: TicketDecision): boolean =>
  find.relation === 'own' &&
  action !== 'delete' &&
  find.status !== 'closed' &&
  !find.held &&
  !find.unread
