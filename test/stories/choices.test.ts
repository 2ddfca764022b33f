import { expect, test } from 'vitest'
import { type Choice, type RefusalCode } from '../../src/flows/index.ts'
import { decideNow } from '../support/deeds.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { refuses } from './support/journal.ts'
import { camilles, carefully, confirmed, opened } from './support/way.ts'

/** What the lead chooses for one ticket, the rest being decided carefully. */
async function choosing(
  d: Desk,
  id: string,
  ticket: number | string,
  choice: Choice,
): Promise<void> {
  const careful = await carefully(d, id)
  const tickets = { ...careful.tickets, [ticket]: choice }
  await decideNow({ id, by: lead, choices: { ...careful, tickets } }, d.hands)
}

const refused: readonly (readonly [string, number | string, Choice, RefusalCode])[] = [
  ['keeping her own ticket without a reason', 48004, { action: 'keep' }, 'reason-missing'],
  [
    'deleting somebody else’s ticket without a reason',
    47771,
    { action: 'delete' },
    'reason-missing',
  ],
  ['keeping a mention without a reason', 47310, { action: 'keep' }, 'reason-missing'],
  [
    'a reason in free words',
    47310,
    { action: 'keep', code: 'Mme Lefèvre a dit' },
    'reason-missing',
  ],
  ['redacting nothing', 47771, { action: 'redact', passages: [] }, 'still-undecided'],
  ['redacting a name without saying where', 47771, { action: 'redact' }, 'still-undecided'],
  ['a passage that is not there', 47771, { action: 'redact', passages: ['c1-0'] }, 'unknown-item'],
  ['a ticket that was not found', 22222, { action: 'keep', code: 'other' }, 'unknown-item'],
  ['a ticket that is none', '__proto__x', { action: 'keep', code: 'other' }, 'unknown-item'],
]

test('choices that would do harm or nothing are refused, and nothing is decided', async () => {
  const d = await desk()
  const id = await opened(d, camilles.subject)
  await confirmed(d, id, camilles.user)

  for (const [, ticket, choice, code] of refused) {
    await refuses(choosing(d, id, ticket, choice), code)
  }
  await refuses(decideNow({ id, by: lead, choices: {} }, d.hands), 'still-undecided')

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
})
