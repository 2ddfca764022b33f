import type { TicketFind } from '../../src/records/finds.ts'
import type { OperationKind } from '../../src/records/plan.ts'
import { wordsFor } from '../../src/words/index.ts'
import type { Plan } from './actors.ts'

const words = wordsFor('en')

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** A ticket as the lead sees it: what it is, what is proposed, and the first passage. */
export function ticketLine({ id, status, relation, proposal, passages }: TicketFind): string {
  const first =
    passages.find(({ where }) => !['envelope', 'written'].includes(where)) ?? passages[0]
  const around = first
    ? `…${oneLine(first.before.slice(-24))} [${oneLine(first.hit)}] ${oneLine(first.after.slice(0, 24))}…`
    : 'no passage'
  const more = passages.length > 1 ? ` (+${passages.length - 1})` : ''
  const what = `${proposal.action} (${proposal.code})`
  return `#${id} ${status.padEnd(7)} ${relation.padEnd(5)} ${what.padEnd(24)} ${shortened(around, 76)}${more}`
}

/** The plan as the approver reads it: one line an effect, alike ones together, in order. */
export function planLines({ items }: Pick<Plan, 'items'>): string[] {
  const groups: { kind: OperationKind; ids: Set<number> }[] = []
  for (const { operation, address } of items) {
    const id = address.ticket ?? address.user ?? address.suspended ?? 0
    const last = groups.at(-1)
    if (last?.kind === operation.kind) last.ids.add(id)
    else groups.push({ kind: operation.kind, ids: new Set([id]) })
  }
  return groups.map(({ kind, ids }, i) => {
    const list = [...ids].map((id) => `#${id}`).join(' ')
    return `${String(i + 1).padStart(2)}. ${words.operation[kind]}: ${shortened(list, 84)}`
  })
}
