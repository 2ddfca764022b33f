import type { Right } from '../records/primitives.ts'
import { erasure } from './erasure.ts'
import type { Flow } from './flow.ts'

export type { Choice, Choices } from '../records/finds.ts'
export { advance, type Resting } from './advance.ts'
export { approve, approveLess, turnBack, view } from './approve.ts'
export { mayDo } from './authority.ts'
export { cancel, endPartly, goOn, handOver, stop } from './control.ts'
export { confirmPeople, decideTraces } from './decide.ts'
export type { Flow } from './flow.ts'
export type { Hands, People, Standing, Timing } from './hands.ts'
export { Keeper, type KeeperHands } from './keeper.ts'
export { openRequest } from './open.ts'
export { pause } from './pause.ts'
export { Refusal, type RefusalCode } from './refusal.ts'
export { answerToHandOver, peopleFound, planShown, tracesFound } from './review.ts'
export { forgetStubs } from './stubs.ts'
export { type TurnedAway, turnAway } from './turned-away.ts'

/** The rights that can be exercised today, each with its flow. */
export const flows: Partial<Record<Right, Flow>> = { erasure }
