import type { Passage, Proposal, SuspendedFind, TicketDecision } from '../../records/finds.ts'
import { filesStillThere, takesFiles } from '../file-choices.ts'
import type { Earlier } from './earlier.ts'
import { standsElsewhere } from './elsewhere.ts'
import { isOutOfReach, isRedactable, type Rules, type Seen, uncertain } from './propose.ts'

/** What is kept by a rule and not by a human's word. */
const byRule: ReadonlySet<string> = new Set([
  'legal-hold',
  'no-trace',
  'cannot-be-redacted',
  'out-of-reach',
])
/** Kept because it is what a human left when the rest was redacted. */
const LEFT_BEFORE = 'left-before'

/**
 * What follows for a ticket from what a human has said of it in an earlier round. `undefined` where
 * he has said nothing that still holds: then the rules propose.
 */
export function carriedOver(find: Seen, before: Earlier, rules: Rules): Proposal | undefined {
  const earlier = before.tickets.get(find.id)
  if (!earlier || !stillSpeaks(find, earlier)) return undefined
  const proposal = byWord(find, earlier, { before, rules })
  if (!proposal) return undefined
  const files = filesStillThere(find, earlier.files)
  return {
    ...proposal,
    ...(Object.keys(files).length > 0 ? { files } : {}),
    ...(earlier.unclosed === 'wait' ? { unclosed: earlier.unclosed } : {}),
  }
}

function byWord(
  find: Seen,
  earlier: TicketDecision,
  { before, rules }: { before: Earlier; rules: Rules },
): Proposal | undefined {
  if (earlier.action === 'redact' || earlier.code === LEFT_BEFORE) {
    return leftOrRedact(find, earlier, rules)
  }
  if (isUnchanged(find, earlier, before.answered)) {
    return { action: earlier.action, code: earlier.code }
  }
  if (earlier.action === 'delete' || byRule.has(earlier.code)) return undefined
  return { action: 'ask', code: 'changed-since-kept' }
}

/** A held-back mail never changes: what was said of it is said. */
export function mailCarriedOver(
  id: SuspendedFind['id'],
  { mails }: Earlier,
  held: boolean,
): Proposal | undefined {
  const earlier = mails.get(id)
  if (!earlier || earlier.open || held || byRule.has(earlier.code)) return undefined
  return { action: earlier.action, code: earlier.code }
}

/** A hold, or its end, and another requester ask for another word. */
const stillSpeaks = (find: Seen, { find: before, open }: TicketDecision): boolean =>
  !open &&
  !find.held &&
  !before.held &&
  find.relation === before.relation &&
  find.unread === before.unread

function isUnchanged(find: Seen, { find: before }: TicketDecision, answered?: number): boolean {
  const ours = find.id === answered ? 1 : 0
  const { more } = sorted(find.passages, { find: before, passages: [] })
  return find.comments <= before.comments + ours && more.length === 0
}

function leftOrRedact(find: Seen, earlier: TicketDecision, rules: Rules): Proposal | undefined {
  const within = find.passages.filter((passage) => !isOutOfReach(passage, find))
  const { left, chosen, more } = sorted(within, earlier)
  const going = [...chosen, ...more].map(({ key }) => key)
  if (going.length === 0) return nothingButFiles(find, earlier, left)
  const { agentWorkspace } = rules
  if (uncertain(more).length > 0 || !isRedactable(find, agentWorkspace)) return undefined
  if (!agentWorkspace && standsElsewhere(find, going)) return undefined
  const code = earlier.action === 'redact' ? earlier.code : 'others-ticket'
  return { action: 'redact', code, passages: going }
}

function nothingButFiles(
  find: Seen,
  { code, files }: TicketDecision,
  left: readonly Passage[],
): Proposal | undefined {
  if (takesFiles({ files: filesStillThere(find, files) })) {
    return { action: 'redact', code, passages: [] }
  }
  return left.length > 0 ? { action: 'keep', code: LEFT_BEFORE } : undefined
}

type Sorted = {
  /** What the human left. */
  readonly left: Passage[]
  /** What he chose, and what stands there still. */
  readonly chosen: Passage[]
  /** What he has not seen. */
  readonly more: Passage[]
}

/** Which of these passages a human has seen, and what he said of them. */
function sorted(
  passages: readonly Passage[],
  earlier: { find: Pick<Seen, 'passages'>; passages: readonly string[] },
): Sorted {
  const gone = new Set(earlier.passages)
  const before = byPlace(earlier.find.passages)
  const result: Sorted = { left: [], chosen: [], more: [] }
  for (const [place, now] of byPlace(passages)) {
    const seen = before.get(place) ?? []
    const left = seen.filter(({ key }) => !gone.has(key))
    now.forEach((passage, i) => {
      const was = now.length === seen.length ? seen[i] : undefined
      if (now.length <= left.length) result.left.push(passage)
      else if (!was) result.more.push(passage)
      else if (gone.has(was.key)) result.chosen.push(passage)
      else result.left.push(passage)
    })
  }
  return result
}

function byPlace(passages: readonly Passage[]): Map<string, Passage[]> {
  const places = new Map<string, Passage[]>()
  for (const passage of passages) {
    const place = placeOf(passage)
    places.set(place, [...(places.get(place) ?? []), passage])
  }
  return places
}

/** Where a passage stands, by which it is known again in another look. */
export const placeOf = ({ where, comment, field, hit }: Passage): string =>
  // Of a comment as a whole, passages may have gone while the rest was left.
  JSON.stringify([where, comment, field, where === 'written' ? '' : hit])
