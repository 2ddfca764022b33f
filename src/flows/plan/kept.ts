import type { TicketDecision } from '../../records/finds.ts'
import { isOutOfReach, staysForHold } from '../find/propose.ts'
import { type Decided, goingUsers, stayingUsers, staysOpen } from './decided.ts'
import { type KeptDraft, personOf } from './drafts.ts'
import { callsToGo, unopenedFiles } from './files.ts'

/** The hold on the person himself was known when the plan was made: it leaves him all that is his. */
export const PERSON_HELD = 'person-held'
/** A user of whom only single addresses or numbers go. */
const USER_STAYS = 'user-stays'
/** A ticket that its people close themselves: the user goes after that. */
export const WAITS = 'waits-for-closing'

/** What the plan leaves as it is although it speaks of the person or may, and why. */
export const keptDrafts = (decided: Decided): KeptDraft[] => [
  ...decided.tickets.flatMap((ticket) => keptOf(ticket, decided)),
  ...decided.suspended
    .filter(({ action }) => action === 'keep')
    .map(({ find, code }) => ({ address: { suspended: find.id }, code })),
  ...(staysForHold(decided) ? decided.users : []).map(({ id, person }) => ({
    address: { user: id },
    code: decided.held ? PERSON_HELD : 'legal-hold',
    person,
  })),
  ...(staysForHold(decided) ? [] : [...stayingUsers(decided)]).map((user) => ({
    address: { user },
    code: USER_STAYS,
    person: decided.users.find(({ id }) => id === user)?.person,
  })),
]

function keptOf(decision: TicketDecision, decided: Decided): KeptDraft[] {
  const { find, action, code } = decision
  if (action === 'delete') return []
  const unopened = unopenedFiles(decision)
  const whole = action === 'keep' && (find.passages.length > 0 || find.unread)
  const codes = [
    ...(whole ? [code] : []),
    ...(action === 'redact' ? beyond(decision, decided) : []),
    // No scan sees what a picture shows or a voice says, and nobody has opened them.
    ...(unopened.files + unopened.recordings > 0 ? ['files-not-opened'] : []),
    ...recorded(decision, decided),
    ...(isWaitedFor(decision, decided) ? [WAITS] : []),
  ]
  return codes.map((why) => ({ address: { ticket: find.id }, code: why, ...personOf(find.people) }))
}

/** What no redaction takes out of a ticket that loses the rest. */
function beyond(
  { find, passages }: TicketDecision,
  { agentWorkspace }: Pick<Decided, 'agentWorkspace'>,
): string[] {
  const chosen = find.passages.filter(({ key }) => passages.includes(key))
  return [
    ...(find.passages.some((one) => isOutOfReach(one, find)) ? ['out-of-reach'] : []),
    ...(!agentWorkspace && chosen.some(({ attribute }) => attribute) ? ['behind-a-link'] : []),
  ]
}

/** A voice comment still says who called whom; and only an administrator deletes a recording. */
function recorded(decision: TicketDecision, { admin }: Pick<Decided, 'admin'>): string[] {
  if (callsToGo(decision).length === 0) return []
  return admin ? ['voice-comment'] : ['recording-needs-admin']
}

/** Nobody waits for a ticket of a user who stays anyway. */
const isWaitedFor = (decision: TicketDecision, decided: Decided): boolean =>
  decision.unclosed === 'wait' &&
  staysOpen(decision) &&
  !staysForHold(decided) &&
  !stayingUsers(decided).has(decision.find.requesterId) &&
  goingUsers(decided).length > 0
