import type { KnownBlock, ModalView } from '@slack/types'
import type { Request } from '../../records/request.ts'
import { timeIn } from '../../words/format.ts'
import { haltWords } from '../../words/index.ts'
import { actions, button, context, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { heading, roleName, said, warned, wordsOf } from './parts.ts'

/** A request of which nothing is asked of the one who looks. No personal data. */
export type Standing = {
  readonly request: Request
  readonly user: string
  readonly turn: {
    readonly kind: 'human' | 'bot' | 'time' | 'halt' | 'over'
    readonly step?: string | undefined
    readonly until?: string | undefined
    readonly code?: string | undefined
  }
  /** Whose approval the plan in force asks for. */
  readonly asked: readonly { readonly role: string; readonly of: number }[]
  /** The roles that decide, where the one who looks has none of them. */
  readonly deciders?: readonly string[] | undefined
  readonly note?: string | undefined
}

/** Where the request stands, whatever it is doing. */
export function standingView(sight: Sight, standing: Standing): ModalView {
  const { request, user, turn } = standing
  const { looking } = sight.words.window
  const bound = { deed: 'look-again', request: request.id, user } as const
  return modal(sight, {
    title: request.number,
    bound,
    close: sight.words.door.close,
    blocks: [
      ...heading(sight, request),
      ...said(standing.note),
      ...(turn.kind === 'human' && turn.step === 'approve'
        ? waitsForApproval(sight, standing)
        : stands(sight, standing)),
      ...(turn.kind === 'over' ? [] : [actions(button(sight, looking.again, bound))]),
    ],
  })
}

function waitsForApproval(sight: Sight, standing: Standing): KnownBlock[] {
  const { request, asked, deciders } = standing
  const { standing: words, people } = sight.words.window
  const { line } = people
  const { plan } = request
  const who = asked.map(({ role, of }) => words.who(String(of), roleName(sight, role))).join(', ')
  const given = plan?.approvals.length ?? 0
  return [
    section(`:memo: *${words.approve}*`),
    section(`*${words.plan}*\n${planned(sight, plan?.counts ?? {}).join(' · ')}`),
    ...(who
      ? [section(line(`*${words.asked}*`, who) + (given > 0 ? ` · ${words.given(given)}` : ''))]
      : []),
    ...(deciders ? [] : [lookAgain(sight, standing)]),
  ]
}

function lookAgain(sight: Sight, { request, user }: Standing): KnownBlock {
  const { standing: words } = sight.words.window
  const bound = { deed: 'open-window', request: request.id, user, item: 'traces' } as const
  return section(words['review-hint'], button(sight, words.review, bound))
}

function planned({ words }: Sight, counts: Readonly<Record<string, number>>): string[] {
  const { review } = words.window
  const says: readonly [string, (n: number) => string][] = [
    ['tickets-go', review['plan-tickets']],
    ['redactions', words.desk.card.redactions],
    ['mails', review['plan-mails']],
    ['users', review['plan-users']],
    ['kept', words.window.standing.stays],
  ]
  return says.flatMap(([name, say]) => {
    const n = counts[name] ?? 0
    return n > 0 ? [say(n)] : []
  })
}

function stands(sight: Sight, { request, turn, deciders }: Standing): KnownBlock[] {
  const { standing: words } = sight.words.window
  if (turn.kind === 'over') return [section(`*${words.over}*`)]
  if (turn.kind === 'halt') {
    return [...warned(haltWords(sight.words, turn.code ?? '')), section(words.halted)]
  }
  const state = wordsOf(sight.words.desk.state, turn.step ?? 'waiting')
  const until = turn.until ? ` · ${words.until(timeIn(sight.locale, sight.tz, turn.until))}` : ''
  return [
    section(`*${state}*${until}`),
    ...doneOf(sight, request),
    ...(turn.step === 'hand-over' ? [section(words['hand-over'])] : []),
    ...(deciders
      ? [context(words.mine(deciders.map((role) => roleName(sight, role)).join(', ')))]
      : [context(words.card)]),
  ]
}

function doneOf({ words }: Sight, { plan }: Request): KnownBlock[] {
  if (!plan?.begun) return []
  const done = words.window.standing.done(String(plan.outcomes.size), String(plan.operations))
  return [section(done)]
}
