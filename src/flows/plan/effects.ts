import type { Effect } from './answer.ts'
import type { OperationDraft } from './drafts.ts'
import { type Ended, isOver } from './ended.ts'

/** What an operation does to which ticket. */
export const effectOf = ({ kind, address }: Pick<OperationDraft, 'kind' | 'address'>): Effect => ({
  kind,
  ticket: address.ticket,
})

/** What earlier plans have done. */
export const effectsOf = (ended: readonly Ended[]): Effect[] =>
  ended
    .filter(isOver)
    .map(({ item: { operation, address } }) => effectOf({ ...operation, address }))
