import type { ModalView } from '@slack/types'
import type { Request } from '../../records/request.ts'
import { countIn, timeIn } from '../../words/format.ts'
import { actions, button, context, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { heading, said, warned, wordsOf } from './parts.ts'

/** A request that the desk is working at. */
export type Looking = {
  readonly request: Request
  readonly user: string
  readonly step: 'people' | 'traces' | 'plan'
  readonly progress?:
    | { readonly step: string; readonly done: number; readonly of: number }
    | undefined
  /** Why it cannot go on now, and when it tries again. */
  readonly waits?: { readonly code: string; readonly until: string } | undefined
  readonly note?: string | undefined
}

/** The window while the desk is looking. It never hangs: a button draws it from the journal. */
export function lookingView(sight: Sight, looking: Looking): ModalView {
  const { request, user, step, progress, waits, note } = looking
  const words = sight.words.window.looking
  const bound = { deed: 'look-again', request: request.id, user } as const
  return modal(sight, {
    title: request.number,
    bound,
    close: words.close,
    blocks: [
      ...heading(sight, request),
      ...said(note),
      ...warned(waits && waitsFor(sight, waits)),
      section(`:mag: *${words[step]}*${progress ? ` ${howFar(sight, progress)}` : ''}`),
      context(words.text),
      actions(button(sight, words.again, bound)),
    ],
  })
}

function waitsFor(sight: Sight, { code, until }: NonNullable<Looking['waits']>): string {
  const { waits, retry } = sight.words.window.looking
  const known = wordsOf(waits, code)
  const why = known === code ? waits.other : known
  return `${why} ${retry(timeIn(sight.locale, sight.tz, until))}`
}

function howFar(sight: Sight, { step, done, of }: NonNullable<Looking['progress']>): string {
  const { places, conversations } = sight.words.window.looking
  const [n, all] = [countIn(sight.locale, done), countIn(sight.locale, of)]
  return step === 'read-conversations' ? conversations(n, all) : places(n, all)
}
