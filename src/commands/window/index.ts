import type { DeedId } from '../../views/deed-id.ts'
import type { Deed } from '../deed.ts'
import { changeAnswer, setAnswer } from './answer.ts'
import { decideDeed } from './decide.ts'
import { setDoubtful } from './doubts.ts'
import { seeFiles, setFiles } from './files.ts'
import { changeIdentities, setIdentities } from './identities.ts'
import { eraseCommand, intake, openErasure, openFromMessage, otherWords } from './intake.ts'
import { seeGroup, turnPage } from './lists.ts'
import { closeWindow, lookAgain, openWindow } from './open.ts'
import { openPage } from './page.ts'
import { confirmDeed } from './people.ts'
import { changeTerms, setTerms } from './terms.ts'
import { changeTicket, setTicket } from './tickets.ts'
import { setClass } from './whole.ts'

export { createWindows, type Windows } from './windows.ts'

/** What is done in the lead's window. */
export const windowDeeds = {
  '/rights-erase': eraseCommand,
  'open-erasure': openErasure,
  'open-erasure-from-message': openFromMessage,
  'open-window': openWindow,
  intake,
  'other-words': otherWords,
  'look-again': lookAgain,
  'confirm-people': confirmDeed,
  'see-group': seeGroup,
  'turn-page': turnPage,
  'change-ticket': changeTicket,
  'set-ticket': setTicket,
  'set-doubtful': setDoubtful,
  'change-terms': changeTerms,
  'set-terms': setTerms,
  'change-answer': changeAnswer,
  'set-answer': setAnswer,
  'change-identities': changeIdentities,
  'set-identities': setIdentities,
  'decide-traces': decideDeed,
  'see-files': seeFiles,
  'set-files': setFiles,
  'set-class': setClass,
  'open-page': openPage,
  'close-window': closeWindow,
} satisfies Partial<Record<DeedId, Deed>>
