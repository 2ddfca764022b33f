import type { DeedId } from '../../views/deed-id.ts'
import type { Deed } from '../deed.ts'
import { decideDeed } from './decide.ts'
import { eraseCommand, intake, openErasure, openFromMessage } from './intake.ts'
import { closeWindow, lookAgain, openWindow } from './open.ts'
import { confirmDeed } from './people.ts'

export { createWindows, type Windows } from './windows.ts'

/** What is done in the lead's window. */
export const windowDeeds = {
  '/rights-erase': eraseCommand,
  'open-erasure': openErasure,
  'open-erasure-from-message': openFromMessage,
  'open-window': openWindow,
  intake,
  'look-again': lookAgain,
  'confirm-people': confirmDeed,
  'decide-traces': decideDeed,
  'close-window': closeWindow,
} satisfies Partial<Record<DeedId, Deed>>
