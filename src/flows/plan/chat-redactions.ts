import { BrokenCommitment } from '../../records/commitment.ts'
import type { Passage, TicketDecision } from '../../records/finds.ts'
import type { Phase } from '../../records/plan.ts'
import { piecesOf } from '../find/elsewhere.ts'
import { messageBasis } from '../operations/chat-redact.ts'
import { type OperationDraft, personOf } from './drafts.ts'
import { hitOf, leftIn } from './places.ts'

/** What takes the chosen passages out of the messages of a ticket's chats: one call a message. */
export function chatRedactions(
  { find, code }: TicketDecision,
  passages: readonly Passage[],
  { phase }: { readonly phase: Phase },
): OperationDraft[] {
  const said = new Map<string, Passage[]>()
  for (const passage of passages) {
    if (passage.where !== 'chat' || !passage.chat) continue
    const key = `${passage.chat.id}/${passage.chat.message}`
    said.set(key, [...(said.get(key) ?? []), passage])
  }
  return [...said].map(([key, here]) => {
    const text = find.messages?.[key]
    const chat = here[0]?.chat
    if (text === undefined || !chat) throw new BrokenCommitment('passages')
    const hits = here.map((passage) => hitOf(passage, text, (piece) => piece))
    return {
      phase,
      kind: 'chat.redact',
      address: { ticket: find.id, chat: chat.id, message: chat.message },
      change: { text: marked(text, hits), left: leftIn(text, piecesOf(text, hits)) },
      basis: messageBasis(text),
      why: code,
      undo: 'none',
      ...personOf(find.people),
    }
  })
}

type Placed = { readonly spans: readonly { readonly start: number; readonly end: number }[] }

/** A plain text with Zendesk's marks around what goes; what overlaps goes as one. */
function marked(text: string, hits: readonly Placed[]): string {
  const spans = hits.flatMap((hit) => hit.spans).toSorted((a, b) => a.start - b.start)
  let [out, at, open] = ['', 0, -1]
  for (const { start, end } of spans) {
    if (start >= open) {
      if (open >= 0) out += `${text.slice(at, open)}</redact>`
      out += `${text.slice(Math.max(at, open), start)}<redact>`
      at = start
    }
    open = Math.max(open, end)
  }
  return open < 0 ? text : `${out}${text.slice(at, open)}</redact>${text.slice(open)}`
}
