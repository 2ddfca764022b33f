import type { Right } from '../records/primitives.ts'
import { erasure } from './erasure.ts'
import { exportFlow } from './export/flow.ts'
import type { Flow } from './flow.ts'

export type { Choice, Choices } from '../records/finds.ts'
export { advance, type Resting } from './advance.ts'
export { approve, approveLess, turnBack, view, wordCounts } from './approve.ts'
export { isNoted, mayDo } from './authority.ts'
export { decidedMail, decidedTicket } from './choices.ts'
export { type ClassFacts, canBe, choiceByFacts, classFacts, isOfClass } from './class-choices.ts'
export { confirmPeople } from './confirm.ts'
export { cancel, endPartly, goOn, handOver, stop } from './control.ts'
export { decideTraces } from './decide.ts'
export { bundleOf } from './export/build.ts'
export { secretHash } from './export/secrets.ts'
export { sweepShelf } from './export/sweep.ts'
export {
  extendLink,
  linkBySecretHash,
  linkToHandOver,
  noteVisit,
  revokeLink,
  startDownload,
} from './export/visits.ts'
export { isCertain, isOutOfReach, isRedactable, uncertain } from './find/propose.ts'
export type { Flow } from './flow.ts'
export type { ExportHands, Hands, People, Standing, Timing } from './hands.ts'
export { identitiesBefore, identitiesToChoose } from './identities.ts'
export { load } from './journal.ts'
export { Keeper, type KeeperHands } from './keeper.ts'
export { addToDraft, draftOf, keepDraft, lookAt } from './look-at.ts'
export { openRequest } from './open.ts'
export { type PagedTraces, pagedTraces } from './paged-traces.ts'
export { pause } from './pause.ts'
export { resultsByPerson } from './plan/by-person.ts'
export { unopenedFiles } from './plan/files.ts'
export { type KeptItem, type PlanRead, readPlan } from './plan/reading.ts'
export { shownChange, shownPassage } from './plan/shown.ts'
export type { ToHandOver } from './plan/to-hand-over.ts'
export { notePosted } from './posted.ts'
export { Refusal, type RefusalCode } from './refusal.ts'
export { requestsNow } from './requests-now.ts'
export { restorable, restoreTickets } from './restore.ts'
export { lookForReturned, returnedUsers } from './returned.ts'
export { answersToHandOver, peopleFound, planShown, tracesFound, tracesToDecide } from './review.ts'
export { forgetStubs } from './stubs.ts'
export { type Turn, turnOf } from './turn.ts'
export { type TurnedAway, turnAway } from './turned-away.ts'

/** The rights that can be exercised today, each with its flow. */
export const flows: Partial<Record<Right, Flow>> = {
  erasure,
  access: exportFlow('access'),
  portability: exportFlow('portability'),
}
