import type { Evidence, Passage, TicketFind } from '../../records/finds.ts'
import type { Ticket, User } from '../../zendesk/index.ts'
import type { Matcher } from '../matching/index.ts'
import { isCertain } from './propose.ts'

/** What is known beside a ticket's texts when it is asked whether it is about the person. */
export type Context = {
  readonly matcher: Matcher
  readonly requester: User | undefined
  /** Organisations of the confirmed users. */
  readonly organizations: ReadonlySet<number>
  /** Tickets that the person requested. */
  readonly own: ReadonlySet<number>
  /** Some mail of the person's user in it was sent under a clearly different name. */
  readonly otherSender: boolean
}

/** What speaks for and against that a ticket is about the person, as codes of the words. */
export function evidenceFor(
  ticket: Ticket,
  find: Pick<TicketFind, 'passages' | 'namesake' | 'relation'>,
  context: Context,
): Evidence[] {
  const { passages, namesake, relation } = find
  const { requester, organizations, own, otherSender } = context
  const organization = requester?.organization_id ?? 0
  return [
    ...said(passages.some(isNamed), 'strong-term', 'for'),
    ...said(relation === 'other' && organizations.has(organization), 'same-organisation', 'for'),
    ...said(relation === 'other' && passages.some(isWritten), 'written-by-the-person', 'for'),
    ...said(own.has(followed(ticket)), 'answers-his-ticket', 'for'),
    ...said(namesake, 'namesake-requester', 'against'),
    ...said(hasOtherAddress(passages, context.matcher), 'other-address-beside', 'against'),
    ...said(otherSender, 'other-sender-name', 'against'),
  ]
}

const said = (isSo: boolean, code: string, speaks: Evidence['speaks']): Evidence[] =>
  isSo ? [{ code, speaks }] : []

const isWritten = ({ where }: Passage): boolean => where === 'written'
const isNamed = (passage: Passage): boolean => !isWritten(passage) && isCertain(passage)

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Beside a name that may be anybody's stands an address that is not the person's. */
const hasOtherAddress = (passages: readonly Passage[], matcher: Matcher): boolean =>
  passages
    .filter((passage) => passage.kind === 'name' && !isCertain(passage))
    .some(({ before, after }) =>
      [before, after].some((text) =>
        (text.match(address) ?? []).some((one) => matcher.inText(one).length === 0),
      ),
    )

/** The closed ticket that this one goes on from; 0 where it does from none. */
function followed({ via }: Ticket): number {
  const source: unknown = via.source
  if (typeof source !== 'object' || source === null || !('from' in source)) return 0
  const { from } = source
  if (typeof from !== 'object' || from === null || !('ticket_id' in from)) return 0
  return typeof from.ticket_id === 'number' ? from.ticket_id : 0
}
