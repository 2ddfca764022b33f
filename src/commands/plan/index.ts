import type { DeedId } from '../../views/deed-id.ts'
import type { Deed } from '../deed.ts'
import { approvePlan } from './approve.ts'
import { approveTheRest, leaveOut, less } from './less.ts'
import { readPlanDeed, seePlan, turnPlanPage } from './read.ts'
import { askTurnBack, hold, sayBack } from './turn-back.ts'

/** What an approver does in his window. */
export const planDeeds = {
  'read-plan': readPlanDeed,
  'see-plan': seePlan,
  'turn-plan-page': turnPlanPage,
  approve: approvePlan,
  less,
  'leave-out': leaveOut,
  'approve-less': approveTheRest,
  'turn-back': askTurnBack,
  'say-back': sayBack,
  hold,
} satisfies Partial<Record<DeedId, Deed>>
