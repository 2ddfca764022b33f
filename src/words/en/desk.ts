import { ask, button, card, did, end, lapse, outcome, reason, right, state } from './desk/card.ts'
import { event } from './desk/events.ts'
import { direct, help, rights } from './desk/talk.ts'
import { answering, cancelling, certificate, history, home } from './desk/windows.ts'

/** The card, its thread, the desk of each member, and what is said at the end. */
export const desk = {
  right,
  state,
  end,
  reason,
  lapse,
  outcome,
  button,
  ask,
  did,
  card,
  event,
  direct,
  rights,
  help,
  home,
  cancelling,
  answering,
  history,
  certificate,
} as const
