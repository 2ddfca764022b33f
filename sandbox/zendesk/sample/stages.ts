import type { Story } from './story-types.ts'

/** How far a ticket has come. */
export type Stage = { readonly status: Story['status']; readonly archived: boolean }

const young = [
  'new',
  'open',
  'open',
  'pending',
  'hold',
  'solved',
  'solved',
  'open',
  'solved',
  'pending',
] as const

/** By age and a draw of ten: solved tickets close after four weeks and are archived 120 days later (facts 8). */
export function stageAfter(days: number, chance: number): Stage {
  if (days > 148) return { status: 'closed', archived: true }
  if (days > 28) return { status: 'closed', archived: false }
  if (days > 5) return { status: chance < 8 ? 'solved' : 'pending', archived: false }
  return { status: young[chance] ?? 'open', archived: false }
}
