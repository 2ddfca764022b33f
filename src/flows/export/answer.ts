import { TraceDecision } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import { policyInForce } from '../authority.ts'
import type { Hands } from '../hands.ts'
import { LINK_HERE } from '../operations/answer-send.ts'
import type { Item } from '../operations/kind.ts'
import type { ToHandOver } from '../plan/to-hand-over.ts'
import { openingsOf, recall } from '../vault.ts'
import { exportsOf } from './hands.ts'
import { addressOf } from './links.ts'
import { isExport } from './propose.ts'

/**
 * What the person is told: that his bundle can be fetched, and where. The passphrase is never in it:
 * the lead tells it by another way.
 */
export async function exportAnswer(
  request: Request,
  { answer }: Pick<TraceDecision, 'answer'>,
  hands: Hands,
): Promise<{ body: string; marker: string }> {
  const { right, number, built } = request
  if (!isExport(right)) throw new Error(`${number}: no export`)
  const openings = await openingsOf(request.id, 'subject', hands)
  const receipt = openings[request.subject.ref]?.salt ?? request.id
  if (answer.text) {
    const body = `${answer.text}\n\n${LINK_HERE}\n\n${number} · ${receipt}`
    return { body, marker: receipt }
  }
  const { links } = await policyInForce(hands)
  const count = (what: string): number => built?.counts[what] ?? 0
  const body = exportsOf(hands).answer({
    right,
    language: answer.language,
    number,
    receipt,
    tickets: count('tickets'),
    passages: count('passages'),
    files: count('files'),
    heldBack: count('held-back'),
    days: links.days,
    passphrase: links.passphrase,
    link: LINK_HERE,
  })
  return { body, marker: receipt }
}

/** The answer for the lead's hand, with the address in it where the link is made. */
export function exportToHandOver(
  request: Request,
  items: readonly Item[],
  hands: Hands,
): ToHandOver[] {
  const link = items.find(({ operation }) => operation.kind === 'link.make')?.address.link
  const text = async (): Promise<string> => {
    const on = request.looks.traces?.decided?.on
    if (!on) throw new Error(`${request.number}: not decided yet`)
    const decision = await recall(request.id, on, TraceDecision, hands)
    const { body } = await exportAnswer(request, decision, hands)
    const address = link === undefined ? undefined : await addressOf(request.id, link, hands)
    return address === undefined ? body : body.replaceAll(LINK_HERE, address)
  }
  return [{ text }]
}
