import type { Draft } from '../records/entry.ts'
import { type Id, Instant, type Member, type Right } from '../records/primitives.ts'
import { mayDo } from './authority.ts'
import { type Hands, msOf } from './hands.ts'
import { nameFor, numberAfter } from './names.ts'
import { Refusal } from './refusal.ts'
import { parseSubject } from './subject.ts'
import { whole } from './vault.ts'

/**
 * Opens a request. Throws `Refusal` when the member may not, or the person is named in a way that
 * cannot be read: then nothing is written.
 */
export async function openRequest(
  asked: { right: Right; subject: string; by: Member; received?: Instant },
  hands: Hands,
): Promise<{ id: Id; number: string; name: string }> {
  const role = await mayDo(asked.by, 'open', hands)
  const subject = parseSubject(asked.subject, hands.host)
  const received = receiptOf(asked.received, hands)
  return await hands.store.exclusive('desk', async () => {
    const id = hands.newId()
    const at = hands.now()
    const { commit, part } = await whole('subject', subject, hands)
    const opened: Draft = {
      by: asked.by,
      role,
      kind: 'opened',
      right: asked.right,
      number: numberAfter(await numbers(hands), new Date(at).getUTCFullYear()),
      name: nameFor(id),
      subject: commit,
      received,
      rehearsal: hands.rehearsal,
    }
    const entry = { ...opened, id: hands.newId(), at }
    await hands.store.append(id, 0, [entry], { vault: new Map([part]) })
    return { id, number: opened.number, name: opened.name }
  })
}

async function numbers(hands: Hands): Promise<string[]> {
  const all: string[] = []
  for await (const { number } of hands.store.list()) all.push(number)
  return all
}

/** When the request came in: now, or a moment in the past that somebody gives. */
function receiptOf(received: string | undefined, { now }: Hands): Instant {
  if (received === undefined) return now()
  if (!Instant.safeParse(received).success || msOf(received) > msOf(now())) {
    throw new Refusal('received-unclear')
  }
  return received
}
