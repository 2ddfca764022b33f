import type { ModalView } from '@slack/types'
import { expect } from 'vitest'
import { checkView } from '../../sandbox/slack/blocks/validate.ts'
import { tokensFrom } from '../../src/commands/tokens.ts'
import type { DeedId } from '../../src/views/deed-id.ts'
import type { Sight } from '../../src/views/sight.ts'
import { wordsFor } from '../../src/words/index.ts'

export const tokens = tokensFrom(['5a'.repeat(32)])

/** For whose eyes: an English or a French reader. */
export const sights = {
  en: { words: wordsFor('en'), locale: 'en-GB', tz: 'Europe/London', mint: tokens.mint },
  fr: { words: wordsFor('fr'), locale: 'fr-FR', tz: 'Europe/Paris', mint: tokens.mint },
} as const satisfies Record<string, Sight>

/** Slack would take it, and there is something to read in it. */
export function taken(view: ModalView): ModalView {
  expect(checkView(JSON.parse(JSON.stringify(view)), ['modal'])).toEqual([])
  expect(JSON.stringify(view).length).toBeLessThan(250_000)
  return view
}

/** Everything that is read in a view, foreign text included. */
export const textIn = (view: unknown): string => [...textsIn(view)].join('\n')

function* textsIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* textsIn(one)
  else if (node && typeof node === 'object') {
    const runs = Object.entries(node).filter(([key]) => key !== 'private_metadata')
    for (const [key, value] of runs) {
      if (key === 'text' && typeof value === 'string') yield value
      else yield* textsIn(value)
    }
  }
}

/** What the button of a deed is sealed over. */
export function buttonIn(view: ModalView, deed: DeedId, mark?: string) {
  const wanted = mark ? `${deed}:${mark}` : deed
  const found = [...elementsIn(view.blocks)].find(
    (one): one is { action_id: string; value: string } =>
      'action_id' in one && one.action_id === wanted && 'value' in one,
  )
  return found ? tokens.open(found.value) : undefined
}

function* elementsIn(node: unknown): Generator<object> {
  if (Array.isArray(node)) for (const one of node) yield* elementsIn(one)
  else if (node && typeof node === 'object') {
    yield node
    for (const value of Object.values(node)) yield* elementsIn(value)
  }
}
