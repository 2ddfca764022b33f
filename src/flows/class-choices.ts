import type { ClassChoice, FindClass } from '../records/find-class.ts'
import type { Choice, Choices, Passage, TicketFind, TraceIndex } from '../records/finds.ts'
import { waysToGive } from './export/decide.ts'
import { isExport } from './export/propose.ts'
import { standsElsewhere } from './find/elsewhere.ts'
import { isCertain, isOutOfReach, isRedactable, uncertain } from './find/propose.ts'

/** What decides whether a word on a class covers a find: a few codes, so that 70,000 fit in memory. */
export type ClassFacts = {
  readonly relation: TicketFind['relation']
  readonly status: string
  readonly proposed: TicketFind['proposal']['action']
  readonly why: string
  readonly passages: NonNullable<FindClass['passages']>
  /** What can be done with it by class. */
  readonly can: readonly Choice['action'][]
}

/** What a find is, as far as classes go. */
export function classFacts(find: TicketFind, index: TraceIndex): ClassFacts {
  const within = find.passages.filter((passage) => !isOutOfReach(passage, find))
  const passages = kindOf(within)
  const { action: proposed, code: why } = find.proposal
  const can = isExport(index.right)
    ? waysToGive(find)
    : waysFor(find, passages === 'certain' && isSimple(find, within, index))
  return { relation: find.relation, status: find.status, proposed, why, passages, can }
}

function kindOf(within: readonly Passage[]): ClassFacts['passages'] {
  if (within.length === 0) return 'none'
  return uncertain(within).length > 0 ? 'uncertain' : 'certain'
}

/** Whether taking out what certainly names the person takes out nothing else. */
function isSimple(
  find: TicketFind,
  within: readonly Passage[],
  { agentWorkspace }: TraceIndex,
): boolean {
  if (!isRedactable(find, agentWorkspace)) return false
  const going = within.filter(isCertain).map(({ key }) => key)
  return going.length > 0 && (agentWorkspace || !standsElsewhere(find, going))
}

/**
 * Somebody else's ticket is deleted one by one, with a reason and a second approver; a weak term is
 * decided passage by passage.
 */
function waysFor({ relation, held, unread }: TicketFind, isRedacted: boolean): Choice['action'][] {
  if (held || unread) return ['keep']
  return [
    ...(relation === 'own' ? (['delete'] as const) : []),
    ...(isRedacted ? (['redact'] as const) : []),
    'keep',
  ]
}

/** Whether a find is of a class. */
export const isOfClass = (facts: ClassFacts, asked: FindClass): boolean =>
  [
    isOrAny(asked.relation, facts.relation),
    isOrAny(asked.status, facts.status),
    isOrAny(asked.passages, facts.passages),
    asked.proposed?.includes(facts.proposed) ?? true,
    asked.why?.includes(facts.why) ?? true,
  ].every(Boolean)

const isOrAny = (asked: string | undefined, is: string): boolean =>
  asked === undefined || asked === is

/**
 * Whether a word on a class can be for this find. Where a rule could not tell and asks, as of what
 * several people write from one mailbox, it is deleted by no word that does not mean such questions.
 */
export const canBe = (
  { can, proposed }: Pick<ClassFacts, 'can' | 'proposed'>,
  { action, ...asked }: FindClass & Pick<Choice, 'action'>,
): boolean =>
  can.includes(action) &&
  (action !== 'delete' || proposed !== 'ask' || asked.proposed?.includes('ask') === true)

/** What was said of the class that a find belongs to. */
export function choiceByFacts(
  facts: ClassFacts,
  classes: readonly ClassChoice[],
): Choice | undefined {
  const said = classes.findLast((one) => isOfClass(facts, one) && canBe(facts, one))
  if (!said) return undefined
  return { action: said.action, code: said.code ?? facts.why }
}

/** The same, of a find. */
export const choiceByClass = (
  find: TicketFind,
  index: TraceIndex,
  { classes = [] }: Choices,
): Choice | undefined =>
  classes.length === 0 ? undefined : choiceByFacts(classFacts(find, index), classes)
