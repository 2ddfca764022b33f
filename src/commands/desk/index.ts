import type { DeedId } from '../../views/deed-id.ts'
import type { Deed } from '../deed.ts'
import {
  cancelDeed,
  endPartlyDeed,
  goOnDeed,
  restoreDeed,
  sayCancelDeed,
  stopDeed,
} from './control.ts'
import { homeFor } from './homes.ts'
import { rightsDeed } from './rights.ts'
import { handOverDeed, seeAnswerDeed, seeCertificateDeed, seeHistoryDeed } from './windows.ts'

const homeDeed: Deed = {
  may: 'anyone',
  run: async ({ by, sight }, { hands, homeOpened }) => {
    homeOpened(by.user)
    return { kind: 'home', view: await homeFor(by, sight, hands) }
  },
}

/** Each member's desk, and what can be done on a card and in a thread. */
export const deskDeeds = {
  '/rights': rightsDeed,
  home: homeDeed,
  stop: stopDeed,
  'go-on': goOnDeed,
  restore: restoreDeed,
  'end-partly': endPartlyDeed,
  cancel: cancelDeed,
  'say-cancel': sayCancelDeed,
  'see-answer': seeAnswerDeed,
  'hand-over': handOverDeed,
  'see-certificate': seeCertificateDeed,
  'see-history': seeHistoryDeed,
} as const satisfies Partial<Record<DeedId, Deed>>
