import { randomBytes } from 'node:crypto'
import { checkView } from '../../sandbox/slack/blocks/validate.ts'
import { tokensFrom } from '../../src/commands/tokens.ts'
import type {
  Candidate,
  Passage,
  TermRecord,
  TicketDecision,
  TicketFind,
  TraceIndex,
} from '../../src/records/finds.ts'
import type { Request } from '../../src/records/request.ts'
import type { Sight } from '../../src/views/sight.ts'
import type { Found, MailDecision } from '../../src/views/window/groups.ts'
import { wordsFor } from '../../src/words/index.ts'

const { mint } = tokensFrom([randomBytes(32).toString('hex')])

/** Whose eyes. */
export const sights: readonly Sight[] = [
  { words: wordsFor('en-GB'), locale: 'en-GB', tz: 'Europe/London', mint },
  { words: wordsFor('fr-FR'), locale: 'fr-FR', tz: 'Europe/Paris', mint },
]

export const user = 'U0AUBRY'
export const seen = 'ab'.repeat(32)
const at = '2026-11-23T09:00:00.000Z'
const commit = { ref: 'subject#all', mac: seen }

export const request: Request = {
  id: '01JDCX3T9S0000000000000000',
  version: 3,
  number: 'R-2026-0042',
  name: 'amber heron',
  right: 'erasure',
  opener: { user, team: 'T0NORDLYS' },
  subject: commit,
  received: at,
  due: '2026-12-23T09:00:00.000Z',
  rehearsal: false,
  looks: {},
  plans: [],
  links: [],
  naps: new Map(),
}

/** What people write who want a channel to be pinged, or a window to break. */
export const nasty = '<!channel> *x* & <https://example.com|y> `z` \u202e😀'

export const candidate = (id: number, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name: 'Camille Lefèvre',
  email: 'camille.lefevre@example.com',
  phone: '+33 6 39 98 12 34',
  alias: null,
  externalId: null,
  role: 'end-user',
  active: true,
  suspended: false,
  locale: 'fr',
  organizationId: null,
  identities: [{ type: 'email', value: 'camille.lefevre@example.com' }],
  via: 'ticket-requester',
  exact: true,
  evidence: [],
  ...more,
})

export const passage = (key: string, more: Partial<Passage> = {}): Passage => ({
  key,
  where: 'comment',
  comment: 1,
  kind: 'name',
  strength: 'weak',
  doubtful: false,
  before: '…la facture est au nom de ',
  hit: 'LEFEVRE Camille',
  after: ' alors que j’ai payé…',
  spans: [{ start: 0, end: 1 }],
  ...more,
})

export const find = (id: number, more: Partial<TicketFind> = {}): TicketFind => ({
  id,
  subject: 'Facture',
  status: 'open',
  requesterId: 7,
  requesterName: 'Julien Moreau',
  namesake: false,
  channel: 'email',
  relation: 'other',
  via: ['search-name'],
  round: 1,
  people: [],
  evidence: [],
  attachments: [],
  calls: [],
  held: false,
  unread: false,
  comments: 1,
  files: 0,
  recordings: 0,
  passages: [passage('c1-0')],
  fields: {},
  bodies: {},
  proposal: { action: 'redact', code: 'others-ticket' },
  ...more,
})

/** A ticket with what is proposed for it, or open where that is asked. */
export function said(ticket: TicketFind, more: Partial<TicketDecision> = {}): TicketDecision {
  const { action, code } = ticket.proposal
  const open = action === 'ask' ? ({ open: true } as const) : {}
  return {
    find: ticket,
    action: action === 'ask' ? 'keep' : action,
    code,
    passages: [],
    files: {},
    unclosed: 'close',
    ...open,
    ...more,
  }
}

const index = (more: Partial<TraceIndex> = {}): TraceIndex => ({
  users: [1],
  terms: [{ kind: 'name', value: 'Camille Lefèvre', strength: 'weak' }],
  accepted: [],
  proposedTerms: [],
  pages: [],
  suspended: [],
  sources: [],
  rules: [],
  held: false,
  inBin: [],
  agentWorkspace: true,
  answer: { how: 'reply', language: 'fr', code: 'own-ticket' },
  ...more,
})

export const found = (
  tickets: readonly TicketDecision[],
  mails: readonly MailDecision[] = [],
  more: Partial<TraceIndex> = {},
): Found => ({ index: index(more), tickets, mails, choices: {} })

export const term = (value: string): TermRecord => ({ kind: 'email', value, strength: 'strong' })

/** What Slack would say against a window. */
export const faultsIn = (view: unknown): unknown[] => [
  ...checkView(view, ['modal']),
  ...(JSON.stringify(view).length > 250_000 ? ['view_too_large'] : []),
]
