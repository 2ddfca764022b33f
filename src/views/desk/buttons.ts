import type { Button } from '@slack/types'
import { isAnswered } from '../../records/phases.ts'
import type { Request } from '../../records/request.ts'
import { button, confirmation } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { hasBegun, type Standing } from './standing.ts'

type Maker = (standing: Standing, sight: Sight, user?: string) => Button
type Offer = { readonly applies: (standing: Standing) => boolean; readonly make: Maker }

/** Every deed that applies now, as the card's buttons: what no longer applies is not there. */
export const cardButtons = (standing: Standing, sight: Sight): Button[] =>
  offers.filter(({ applies }) => applies(standing)).map(({ make }) => make(standing, sight))

/** The one that somebody is asked for, for him alone. */
export function turnButton(standing: Standing, sight: Sight, user: string): Button | undefined {
  const offer = askedFor(standing)
  return offer?.applies(standing) ? offer.make(standing, sight, user) : undefined
}

function askedFor({ turn }: Standing): Offer | undefined {
  if (turn.kind === 'halt') return goOn
  if (turn.kind !== 'human') return undefined
  if (turn.step === 'approve') return plan
  return turn.step === 'hand-over' ? answer : review
}

const about = ({ request }: Standing, user?: string) => ({
  request: request.id,
  ...(user ? { user } : {}),
})

const primaryIf = (is: boolean): { style?: 'primary' } => (is ? { style: 'primary' } : {})

const isOpen = ({ request }: Standing): boolean => !request.closed

const review: Offer = {
  applies: (s) => isOpen(s) && s.request.plan?.begun !== true,
  make: (s, sight, user) =>
    button(
      sight,
      sight.words.desk.button.review,
      { deed: 'open-window', ...about(s, user) },
      primaryIf(askedFor(s) === review),
    ),
}

const plan: Offer = {
  applies: (s) => isOpen(s) && s.request.plan !== undefined,
  make: (s, sight, user) =>
    button(
      sight,
      sight.words.desk.button.plan,
      { deed: 'read-plan', ...about(s, user), on: s.request.plan?.digest ?? '' },
      primaryIf(askedFor(s) === plan),
    ),
}

const answer: Offer = {
  applies: (s) =>
    isOpen(s) &&
    !isAnswered(s.request) &&
    s.request.plan?.agreed !== undefined &&
    (askedFor(s) === answer || (s.turn.kind === 'halt' && hasBegun(s.request))),
  make: (s, sight, user) =>
    button(
      sight,
      sight.words.desk.button.answer,
      { deed: 'see-answer', ...about(s, user) },
      primaryIf(askedFor(s) === answer),
    ),
}

const goOn: Offer = {
  applies: ({ request }) => !request.closed && request.halted !== undefined,
  make: (s, sight, user) =>
    button(
      sight,
      sight.words.desk.button['go-on'],
      {
        deed: 'go-on',
        ...about(s, user),
        ...(s.request.halted ? { on: s.request.halted.at } : {}),
      },
      primaryIf(true),
    ),
}

/** Operations are left that have been agreed to. */
const mayStillWrite = ({ plan: of }: Request): boolean =>
  of?.agreed !== undefined && of.outcomes.size < of.operations

const stop: Offer = {
  applies: ({ request }) => !request.closed && !request.halted && mayStillWrite(request),
  make: (s, sight) => {
    const { ask, button: texts } = sight.words.desk
    const inCall = s.request.open?.operations.length ?? 0
    const confirm = confirmation({
      title: ask.stop,
      // A call that is out ends as it ends: Stop comes after these.
      text: inCall > 1 ? ask['stop-after'](inCall) : ask['stop-now'],
      confirm: ask['stop-yes'],
      deny: ask.no,
      style: 'danger',
    })
    return button(sight, texts.stop, { deed: 'stop', ...about(s) }, { style: 'danger', confirm })
  },
}

const restore: Offer = {
  applies: ({ restorable = 0 }) => restorable > 0,
  make: (s, sight) => {
    const { ask, button: texts } = sight.words.desk
    const confirm = confirmation({
      title: ask.restore,
      text: ask['restore-text'](s.restorable ?? 0),
      confirm: ask['restore-yes'],
      deny: ask.no,
    })
    return button(sight, texts.restore, { deed: 'restore', ...about(s) }, { confirm })
  },
}

/** Waits for somebody though it has been begun: it may never go on. */
const endPartly: Offer = {
  applies: ({ request, turn }) =>
    !request.closed &&
    hasBegun(request) &&
    isAnswered(request) &&
    (turn.kind === 'human' || turn.kind === 'halt') &&
    (request.open === undefined || request.halted?.code === 'outcome-unknown'),
  make: (s, sight) => {
    const { ask, button: texts } = sight.words.desk
    const confirm = confirmation({
      title: ask['end-partly'],
      text: ask['end-partly-text'],
      confirm: ask['end-partly-yes'],
      deny: ask.no,
      style: 'danger',
    })
    return button(sight, texts['end-partly'], { deed: 'end-partly', ...about(s) }, { confirm })
  },
}

const cancel: Offer = {
  applies: (s) => isOpen(s) && !hasBegun(s.request),
  make: (s, sight) =>
    button(sight, sight.words.desk.button.cancel, { deed: 'cancel', ...about(s) }),
}

const certificate: Offer = {
  applies: ({ request }) => request.closed !== undefined,
  make: (s, sight) =>
    button(sight, sight.words.desk.button.certificate, { deed: 'see-certificate', ...about(s) }),
}

const history: Offer = {
  applies: () => true,
  make: (s, sight) =>
    button(sight, sight.words.desk.button.history, { deed: 'see-history', ...about(s) }),
}

const offers = [review, plan, answer, goOn, stop, restore, endPartly, cancel, certificate, history]
