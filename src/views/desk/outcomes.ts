import type { EntryOf } from '../../records/entry.ts'
import type { Counts } from '../../records/primitives.ts'
import type { Sight } from '../sight.ts'

/** Why Zendesk did not do something, and the ways out; nothing where it did. */
export function rejectedText({ code, outcomes }: EntryOf<'settled'>, sight: Sight): string[] {
  if (code === undefined || !outcomes.some(([, outcome]) => outcome === 'rejected')) return []
  const { event } = sight.words.desk
  const open = /^open-tickets-(\d+)$/.exec(code)?.[1]
  if (open) return [event['open-tickets'](Number(open))]
  return [
    Object.entries(event.rejected).find(([known]) => known === code)?.[1] ?? event.refused(code),
  ]
}

/** `12 done, 1 changed since and left alone`. Empty where nothing is counted. */
export function outcomesText(counts: Counts, sight: Sight): string {
  const { outcome } = sight.words.desk
  return Object.entries(outcome)
    .flatMap(([name, say]) => {
      const n = counts[name] ?? 0
      return n > 0 ? [say(n)] : []
    })
    .join(', ')
}
