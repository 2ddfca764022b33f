import { expect, test } from 'vitest'
import { planWindow } from '../src/views/plan/window.ts'
import { heading } from '../src/views/window/parts.ts'
import { planOf } from './plan/model.ts'
import { sights as planSights } from './plan/support.ts'
import { request, sights } from './window/model.ts'

/** Already the next day in Paris. */
const due = '2026-12-23T23:11:00.000Z'

test('a request is due on the day that its card names, for a reader in Paris, too', () => {
  const [, french] = sights
  if (!french) throw new Error('no French reader')

  expect(JSON.stringify(heading(french, { ...request, due }))).toContain('23 décembre 2026')
  expect(JSON.stringify(planWindow(planOf({ due }), planSights.fr))).toContain('23 décembre 2026')
})
