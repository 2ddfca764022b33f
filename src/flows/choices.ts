import type {
  Action,
  Choice,
  Choices,
  SuspendedFind,
  TermRecord,
  TicketDecision,
  TicketFind,
  TraceDecision,
  TraceIndex,
} from '../records/finds.ts'
import { Code } from '../records/primitives.ts'
import { choiceByClass } from './class-choices.ts'
import { exportChoices, givenMail, givenTicket, isGiving } from './export/decide.ts'
import { isExport } from './export/propose.ts'
import { refuseFiles, takesFiles } from './file-choices.ts'
import { standsElsewhere } from './find/elsewhere.ts'
import { isCertain, isRedactable } from './find/propose.ts'
import { mergedTerms } from './find/terms.ts'
import { Refusal } from './refusal.ts'

/** Turns proposals and choices into decisions. Throws `Refusal` naming how many are still open. */
export function chosenTraces(
  index: TraceIndex,
  pages: readonly (readonly TicketFind[])[],
  choices: Choices,
): {
  decision: Omit<TraceDecision, 'pages'>
  tickets: TicketDecision[][]
  again: boolean
} {
  const accepted = choices.acceptTerms ?? []
  refuseUnknown(pages, index, choices)
  if (!accepted.every(isUsable)) throw new Refusal('subject-unclear')
  // With a new term the finds will change: what is still open is asked after the next round.
  const again = mergedTerms([...index.terms, ...accepted]).length > index.terms.length
  if (!again) refuseOpen(pages, index, choices)
  return {
    again,
    decision: {
      users: index.users,
      accepted: mergedTerms([...index.accepted, ...accepted]),
      held: index.held,
      suspended: index.suspended.map((find) => decidedMail(find, index, choices)),
      ...exportChoices(choices),
      answer: answerOf(index, choices),
    },
    tickets: pages.map((page) => page.map((find) => decidedTicket(find, index, choices))),
  }
}

/** What is found everywhere tells nobody from anybody else; a strong term goes unseen, class-wide. */
function isUsable({ value, strength }: TermRecord): boolean {
  const signs = value.match(/[\p{L}\p{N}]/gu) ?? []
  return signs.length >= (strength === 'strong' ? 4 : 2)
}

function refuseUnknown(
  pages: readonly (readonly TicketFind[])[],
  index: TraceIndex,
  choices: Choices,
): void {
  const tickets = new Set(pages.flat().map(({ id }) => String(id)))
  const mails = new Set(index.suspended.map(({ id }) => String(id)))
  const strangers = [
    ...Object.keys(choices.tickets ?? {}).filter((id) => !tickets.has(id)),
    ...Object.keys(choices.suspended ?? {}).filter((id) => !mails.has(id)),
  ]
  if (strangers.length > 0) throw new Refusal('unknown-item', String(strangers.length))
}

function refuseOpen(
  pages: readonly (readonly TicketFind[])[],
  index: TraceIndex,
  choices: Choices,
): void {
  const open = [
    ...pages
      .flat()
      .filter((find) => find.proposal.action === 'ask' && !choiceFor(find, index, choices)),
    ...index.suspended.filter(
      ({ id, proposal }) => proposal.action === 'ask' && !choices.suspended?.[id],
    ),
  ]
  if (open.length > 0) throw new Refusal('still-undecided', String(open.length))
}

/** What follows for one ticket. Throws `Refusal` where what is chosen for it cannot be. */
export function decidedTicket(
  find: TicketFind,
  index: TraceIndex,
  choices: Choices,
): TicketDecision {
  const given = choiceFor(find, index, choices)
  if (isExport(index.right)) return givenTicket(find, given)
  if (!given) return asProposed(find)
  const choice = withWordsBefore(find, given)
  refuseFiles(find, choice, index)
  const { code = find.proposal.code, files = {}, unclosed = 'close' } = choice
  const passages = goingBy(find, choice)
  refuseImpossible(find, choice, passages, index)
  return { find, action: effectOf(choice), code, passages, files: { ...files }, unclosed }
}

/**
 * Another way to black out a ticket takes nothing back of what was seen in its files; and it is waited
 * for, as it was. Who says that it stays says so of its files, too.
 */
function withWordsBefore({ proposal }: TicketFind, choice: Choice): Choice {
  const { unclosed = proposal.unclosed } = choice
  const files = choice.files ?? (choice.action === 'redact' ? proposal.files : undefined)
  return { ...choice, ...(files ? { files } : {}), ...(unclosed ? { unclosed } : {}) }
}

/** What a choice does: where nothing but a file goes, that is a redaction, too. */
const effectOf = (choice: Choice): Action =>
  choice.action === 'keep' && takesFiles(choice) ? 'redact' : choice.action

const goingBy = (find: TicketFind, { action, passages }: Choice): string[] =>
  action === 'redact' && passages ? [...passages] : certainly(find, action)

/** What was said of this very ticket, or else of the class that it belongs to. */
const choiceFor = (find: TicketFind, index: TraceIndex, choices: Choices): Choice | undefined =>
  choices.tickets?.[find.id] ?? choiceByClass(find, index, choices)

/** What was only asked, and not answered, stays for as long as nobody has said anything. */
function asProposed(find: TicketFind): TicketDecision {
  const { action, code, passages, files = {}, unclosed = 'close' } = find.proposal
  const common = { find, code, files: { ...files }, unclosed }
  if (action === 'ask') return { ...common, action: 'keep', passages: [], open: true }
  return { ...common, action, passages: passages ?? certainly(find, action) }
}

/** The passages that a class decision covers. */
const certainly = ({ passages }: TicketFind, action: Action): string[] =>
  action === 'redact' ? passages.filter(isCertain).map(({ key }) => key) : []

function refuseImpossible(
  find: TicketFind,
  choice: Choice,
  passages: readonly string[],
  index: TraceIndex,
): void {
  if (isGiving(choice.action)) throw new Refusal('action-impossible', 'another-right')
  refuseWrite(find, effectOf(choice))
  const known = new Set(find.passages.map(({ key }) => key))
  if (passages.some((key) => !known.has(key))) throw new Refusal('unknown-item', '1')
  const isByFiles = passages.length === 0 && takesFiles(choice)
  if (choice.action === 'redact' && !isByFiles) refuseRedaction(find, passages, index)
  refuseReasonless(find, choice, passages)
}

function refuseWrite({ held, unread }: TicketFind, action: Action): void {
  if (held && action !== 'keep') throw new Refusal('action-impossible', 'legal-hold')
  if (unread && action !== 'keep') throw new Refusal('action-impossible', 'unreadable')
}

function refuseRedaction(
  find: TicketFind,
  passages: readonly string[],
  { agentWorkspace }: TraceIndex,
): void {
  if (!isRedactable(find, agentWorkspace)) {
    const why = find.status === 'closed' ? 'closed-ticket' : 'out-of-reach'
    throw new Refusal('action-impossible', why)
  }
  if (!agentWorkspace && standsElsewhere(find, passages)) {
    throw new Refusal('action-impossible', 'text-stands-elsewhere')
  }
}

function refuseReasonless(find: TicketFind, choice: Choice, passages: readonly string[]): void {
  const { action, code } = choice
  if (isReasonless(code, needsReason(find, action))) throw new Refusal('reason-missing')
  // "Redact" that takes nothing out is a "keep" that nobody gave a reason for.
  if (action === 'redact' && passages.length === 0 && !takesFiles(choice))
    throw new Refusal('still-undecided', '1')
}

/** A reason is a code of the words: what is written freely may name somebody. */
const isReasonless = (code: string | undefined, needed: boolean): boolean =>
  code === undefined ? needed : !Code.safeParse(code).success

const needsReason = (find: TicketFind, action: Action): boolean =>
  (action === 'keep' && (find.passages.length > 0 || find.relation === 'own' || find.unread)) ||
  (action === 'delete' && find.relation === 'other')

/** What follows for one held-back mail. Throws `Refusal` where what is chosen for it cannot be. */
export function decidedMail(
  find: SuspendedFind,
  { held, right }: TraceIndex,
  choices: Choices,
): TraceDecision['suspended'][number] {
  const choice = choices.suspended?.[find.id]
  if (isExport(right)) return givenMail(find, choice)
  if (!choice) return asProposedMail(find)
  if (isGiving(choice.action)) throw new Refusal('action-impossible', 'another-right')
  if (isReasonless(choice.code, true)) throw new Refusal('reason-missing')
  if (held && choice.action === 'delete') throw new Refusal('action-impossible', 'legal-hold')
  return { find, ...choice }
}

function asProposedMail(find: SuspendedFind): TraceDecision['suspended'][number] {
  const { action, code } = find.proposal
  if (action === 'ask') return { find, action: 'keep', code, open: true }
  return { find, action: action === 'delete' ? 'delete' : 'keep', code }
}

function answerOf(index: TraceIndex, { answer = {} }: Choices): TraceDecision['answer'] {
  const { how = index.answer.how, language = index.answer.language, text } = answer
  if (how === 'reply' && index.answer.how !== 'reply') {
    throw new Refusal('action-impossible', index.answer.code)
  }
  return { how, language, ...(text ? { text } : {}) }
}
