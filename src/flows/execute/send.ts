import type { Draft, Outcome } from '../../records/entry.ts'
import type { Instant } from '../../records/primitives.ts'
import { type Hands, later, Paused } from '../hands.ts'
import { noteFact } from '../journal.ts'
import { whole } from '../vault.ts'
import { type Intent, inTurn, type Sending, type Verdict } from './one-by-one.ts'
import { reactionTo } from './reaction.ts'

type Settled = Extract<Draft, { kind: 'settled' }>

/** Until when one ticket takes no more changes. */
export type Limit = { readonly ticket: number; readonly until: Instant }

/** The intent is on disk: now, and only now, the write goes out. */
export async function send(sending: Sending, hands: Hands): Promise<Limit | undefined> {
  const { id, intent, kind } = sending
  if (hands.paused()) {
    await noteFact(id, [neverSent(intent)], hands, { urgent: true })
    throw new Paused()
  }
  const verdicts = kind.provedBy ? await inTurn(sending, hands) : await atOnce(sending, hands)
  if (verdicts === 'open') return undefined
  await noteFact(id, draftsOf(intent, verdicts), hands, { urgent: true })
  const restMs = Math.max(0, ...verdicts.map((verdict) => verdict.restMs ?? 0))
  if (restMs > 0) await hands.rest(restMs)
  return limitIn(sending, verdicts, hands)
}

/** One write for all. What a job does is not known yet when this ends. */
async function atOnce(
  { id, intent, items, kind, around }: Sending,
  hands: Hands,
): Promise<readonly Verdict[] | 'open'> {
  try {
    const { job } = await kind.send(items, around)
    if (job === undefined) return items.map(({ n }) => ({ n, outcome: 'done' }))
    const { commit, part } = await whole(`call-${intent.call.toLowerCase()}`, job, hands)
    const submitted: Draft = { by: 'bot', kind: 'submitted', call: intent.call, job: commit }
    await noteFact(id, [submitted], hands, { vault: new Map([part]), urgent: true })
    return 'open'
  } catch (error) {
    const reaction = reactionTo(error, {
      ...kind,
      operations: items.length,
      attempt: intent.attempt,
      listingLag: hands.timing.listingLag,
    })
    return reaction === 'unknown' ? 'open' : items.map(({ n }) => ({ n, ...reaction }))
  }
}

/** The journal's lines for how a call has ended: one for each way, and what stops the request. */
function draftsOf(intent: Intent, verdicts: readonly Verdict[]): Draft[] {
  const ways = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    // What was done and what was not are told apart where something is said of one of them.
    const way = verdict.code ?? ''
    ways.set(way, [...(ways.get(way) ?? []), verdict])
  }
  const halt = verdicts.find((verdict) => verdict.halt !== undefined)?.halt
  return [
    ...[...ways].map(([code, some]) => settled(intent, some, code)),
    ...(halt ? [{ by: 'bot', kind: 'halted', code: halt } as const] : []),
  ]
}

const settled = (
  { call, digest }: Intent,
  verdicts: readonly { readonly n: number; readonly outcome: Outcome }[],
  code: string,
): Settled => ({
  by: 'bot',
  kind: 'settled',
  call,
  digest,
  outcomes: verdicts.map(({ n, outcome }) => [n, outcome]),
  how: 'answer',
  ...(code ? { code } : {}),
})

/** The desk was paused while the intent was being written: nothing went out, and it was no try. */
const neverSent = (intent: Intent): Draft => ({
  ...settled(
    intent,
    intent.operations.map((n) => ({ n, outcome: 'not-applied' })),
    'paused',
  ),
  how: 'look',
})

function limitIn(
  { items }: Sending,
  verdicts: readonly Verdict[],
  hands: Hands,
): Limit | undefined {
  const limited = verdicts.find(({ recordMs }) => recordMs !== undefined)
  const ticket = items.find(({ n }) => n === limited?.n)?.address.ticket
  if (limited?.recordMs === undefined || ticket === undefined) return undefined
  return { ticket, until: later(hands.now(), limited.recordMs) }
}
