import type {
  Action,
  Choice,
  Choices,
  FileVerdict,
  SuspendedFind,
  TicketDecision,
  TicketFind,
  TraceDecision,
} from '../../records/finds.ts'
import { Code } from '../../records/primitives.ts'
import { isCertain } from '../find/propose.ts'
import { Refusal } from '../refusal.ts'

const giving: ReadonlySet<Action> = new Set<Action>(['give', 'excerpt', 'withhold'])

/** Whether it says what is handed out, and not what becomes of it. */
export const isGiving = (action: Action): action is 'give' | 'excerpt' | 'withhold' =>
  giving.has(action)

/** What can be said of a find with a whole class. */
export function waysToGive({ relation, unread, passages }: TicketFind): Action[] {
  if (unread) return ['withhold']
  if (relation === 'own') return ['give', 'withhold']
  return passages.some(isCertain) ? ['excerpt', 'withhold'] : ['withhold']
}

/** What of one ticket is given. Throws `Refusal` where what is chosen for it cannot be. */
export function givenTicket(find: TicketFind, choice: Choice | undefined): TicketDecision {
  const { code: why, files = {} } = find.proposal
  if (!choice) return asProposed(find)
  refuseGiving(find, choice)
  const given = choice.passages ?? certainOf(find)
  return {
    find,
    unclosed: 'close',
    action: choice.action,
    code: choice.code ?? why,
    passages: choice.action === 'excerpt' ? [...given] : [],
    files: { ...(choice.files ?? files) },
  }
}

function asProposed(find: TicketFind): TicketDecision {
  const { action, code, passages, files = {} } = find.proposal
  const common = { find, unclosed: 'close', code, files } as const
  if (action === 'ask') return { ...common, action: 'withhold', passages: [], open: true }
  return { ...common, action, passages: passages ?? (action === 'excerpt' ? certainOf(find) : []) }
}

const certainOf = ({ passages }: TicketFind): string[] =>
  passages.filter(isCertain).map(({ key }) => key)

function refuseGiving(find: TicketFind, { action, code, passages = [], files = {} }: Choice): void {
  const fault = faultOfAction(find, action)
  if (fault) throw new Refusal('action-impossible', fault)
  refuseStrangers(find, passages)
  if (action === 'withhold') refuseReasonless(find, code)
  for (const [id, said] of Object.entries(files)) refuseFile(find, id, said)
}

function faultOfAction({ unread, relation }: TicketFind, action: Choice['action']) {
  if (!isGiving(action)) return 'another-right'
  if (unread && action !== 'withhold') return 'unreadable'
  // The rights of others: GDPR articles 15(4) and 20(4).
  return action === 'give' && relation !== 'own' ? 'others-ticket' : undefined
}

function refuseStrangers(find: TicketFind, passages: readonly string[]): void {
  const known = new Set(find.passages.map(({ key }) => key))
  if (passages.some((key) => !known.has(key))) throw new Refusal('unknown-item', '1')
}

function refuseReasonless({ relation, passages, unread }: TicketFind, code?: string): void {
  const isNeeded = relation === 'own' || passages.length > 0 || unread
  if (code === undefined ? isNeeded : !Code.safeParse(code).success) {
    throw new Refusal('reason-missing')
  }
}

/** Nobody hands malware out, and what is said of a file is whether it is given. */
function refuseFile(find: TicketFind, id: string, { verdict }: FileVerdict): void {
  const file = find.attachments.find((one) => String(one.id) === id)
  if (!file && find.calls.every((call) => call.id !== id)) throw new Refusal('unknown-item', '1')
  if (verdict === 'redact') throw new Refusal('action-impossible', 'another-right')
  if (verdict === 'give' && file?.malware) throw new Refusal('action-impossible', 'malware')
}

type Mail = TraceDecision['suspended'][number]

/** Whether a held-back mail is given. Throws `Refusal` where what is chosen for it cannot be. */
export function givenMail(
  find: SuspendedFind,
  choice: NonNullable<Choices['suspended']>[string] | undefined,
): Mail {
  const { action, code } = find.proposal
  if (!choice) {
    if (action === 'ask') return { find, action: 'withhold', code, open: true }
    return { find, action: action === 'give' ? 'give' : 'withhold', code }
  }
  if (!isGiving(choice.action)) throw new Refusal('action-impossible', 'another-right')
  if (!Code.safeParse(choice.code).success) throw new Refusal('reason-missing')
  return { find, ...choice }
}

/** How the bundle is made, and to whom else it goes. */
export const exportChoices = ({
  profile,
  lifted,
  organisation,
}: Choices): Pick<TraceDecision, 'profile' | 'lifted' | 'organisation'> => ({
  ...(profile ? { profile } : {}),
  ...(lifted ? { lifted: [...lifted] } : {}),
  ...(organisation ? { organisation } : {}),
})
