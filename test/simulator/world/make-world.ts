import type { Comment, Ticket, User } from '../../../src/zendesk/index.ts'
import type { ScenarioName } from '../schedule.ts'
import { ids, person, type World } from './world.ts'

const at = '2026-10-01T08:00:00Z'

type Row = Pick<User, 'id' | 'name' | 'email'> & { phone?: string; role?: User['role'] }

function user(
  row: Row,
  identities: { type: string; value: string }[],
): [number, User & { identities: { type: string; value: string }[] }] {
  const { id, name, email, phone = null, role = 'end-user' } = row
  const rest = { active: true, suspended: false, verified: true, shared_phone_number: null }
  const blank = { alias: null, details: null, notes: null, external_id: null, photo: null }
  const place = { locale: 'en-US', time_zone: 'UTC', organization_id: null, tags: [] }
  const dates = { user_fields: {}, created_at: at, updated_at: at }
  return [id, { id, name, email, phone, role, ...rest, ...blank, ...place, ...dates, identities }]
}

/** A ticket of this requester, as an agent sees it. */
export function ticketOf(
  id: number,
  requester: number,
  words: { status: Ticket['status']; subject: string },
): Ticket {
  return {
    id,
    ...words,
    requester_id: requester,
    submitter_id: requester,
    assignee_id: ids.agent,
    organization_id: null,
    collaborator_ids: [],
    email_cc_ids: [],
    follower_ids: [],
    tags: [],
    via: { channel: 'email', source: {} },
    brand_id: null,
    external_id: null,
    recipient: null,
    satisfaction_rating: null,
    custom_fields: [],
    created_at: at,
    updated_at: at,
  }
}

/** A public comment with these words in it. */
export function commentOf(id: number, author: number, words: string): Comment {
  return {
    id,
    type: 'Comment',
    author_id: author,
    body: words,
    plain_body: words,
    html_body: `<div class="zd-comment"><p>${words}</p></div>`,
    public: true,
    attachments: [],
    audit_id: null,
    metadata: { system: {} },
    created_at: at,
  }
}

/**
 * The person with a request, a solved and a closed ticket, two tickets of somebody else that speak
 * of her, a namesake with a ticket, and a mail that was held back.
 */
export function makeWorld(scenario: ScenarioName): World {
  const { ana, namesake, bob, agent } = ids
  const world: World = {
    me: {
      id: agent,
      name: 'Agent Orange',
      email: 'agent@desk.example',
      role: 'admin',
      role_type: null,
      custom_role_id: null,
      ticket_restriction: null,
    },
    agentWorkspace: scenario !== 'classic',
    users: new Map([
      user({ id: ana, name: person.name, email: person.email, phone: person.phone }, [
        { type: 'email', value: person.email },
        { type: 'email', value: person.second },
        { type: 'phone_number', value: person.phone },
      ]),
      user({ id: namesake, name: person.name, email: 'z.k@elsewhere.example' }, [
        { type: 'email', value: 'z.k@elsewhere.example' },
      ]),
      user({ id: bob, name: 'Bob Bystander', email: 'bob@bystander.example' }, []),
      user({ id: agent, name: 'Agent Orange', email: 'agent@desk.example', role: 'agent' }, []),
    ]),
    tickets: new Map(),
    comments: new Map(),
    suspended: new Map(),
    purgedTickets: new Set(),
    purgedUsers: new Map(),
    jobs: new Map(),
    effects: [],
    outside: new Map(),
    everHeld: new Set(),
    requesters: new Map(),
    nextId: 7_345_120_009_001,
  }
  const put = (ticket: Ticket, ...said: [number, string][]): void => {
    world.tickets.set(ticket.id, ticket)
    world.requesters.set(ticket.id, ticket.requester_id)
    const comments = said.map(([author, words], i) =>
      commentOf(ticket.id * 10 + i + 1, author, words),
    )
    world.comments.set(ticket.id, comments)
  }
  const { request, solved, closed, other, otherClosed, namesakes, mail } = ids
  if (scenario !== 'by-name') {
    put(ticketOf(request, ana, { status: 'open', subject: 'Please erase me' }), [ana, 'Thank you'])
  }
  put(
    ticketOf(solved, ana, { status: 'solved', subject: 'Lamp' }),
    [ana, `It is broken, call ${person.phone}`],
    [agent, 'A new one is on its way'],
  )
  put(ticketOf(closed, ana, { status: 'closed', subject: 'Chair' }), [ana, `I am ${person.email}`])
  put(
    ticketOf(other, bob, { status: 'open', subject: `Parcel for ${person.email}` }),
    [bob, 'Where is it?'],
    [agent, `It went to ${person.email} and ${person.second}, not to you`],
  )
  put(ticketOf(otherClosed, bob, { status: 'closed', subject: 'Invoice' }), [
    bob,
    `My neighbour ${person.email} has it`,
  ])
  put(ticketOf(namesakes, namesake, { status: 'open', subject: 'My name' }), [
    namesake,
    `Regards, ${person.name}`,
  ])
  world.suspended.set(mail, {
    id: mail,
    author: { id: null, name: person.name, email: person.email },
    subject: 'Hello?',
    content: 'Nobody answers',
    cause: 'Detected as spam',
    recipient: null,
    ticket_id: null,
    attachments: null,
    created_at: at,
    updated_at: at,
  })
  return world
}
