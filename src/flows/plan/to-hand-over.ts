import { PeopleDecision, TraceDecision, TraceIndex } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import { exportToHandOver } from '../export/answer.ts'
import { isExport } from '../export/propose.ts'
import type { Hands } from '../hands.ts'
import type { Item } from '../operations/kind.ts'
import { decidedTickets } from '../pages.ts'
import { recall } from '../vault.ts'
import { type AnswerBasis, answerText, personAnswer } from './answer.ts'
import { effectOf, effectsOf } from './effects.ts'
import { type Ended, endedBefore, isOver } from './ended.ts'

/** An answer that a human gives to one person, made when it is read. Personal data. */
export type ToHandOver = {
  /** Of several people, whose it is: nobody else's answer is his. */
  readonly who?: { readonly name: string; readonly email: string | null }
  readonly text: () => Promise<string>
}

/**
 * What a human says to the person under a plan of these operations; to each of several people whom
 * no reply has reached a text and a receipt of his own, and nothing of the others'.
 */
export async function toHandOver(
  request: Request,
  items: readonly Item[],
  hands: Hands,
): Promise<ToHandOver[]> {
  const { people, traces } = request.looks
  if (!people?.decided || !traces) throw new Error(`${request.number}: not decided yet`)
  if (isExport(request.right)) return exportToHandOver(request, items, hands)
  const ended = await endedBefore(request, hands)
  const basis = await basisOf(request, { items, ended }, hands)
  const { answers } = await recall(request.id, traces.finds, TraceIndex, hands)
  if (!answers) return [{ text: async () => (await answerText(request, basis, hands)).body }]
  const { users } = await recall(request.id, people.decided.on, PeopleDecision, hands)
  const known = new Map(users.toReversed().map((user) => [user.person, user]))
  return untold(answers, ended).map(({ person }) => ({
    who: nameOf(known.get(person)),
    text: async () => (await personAnswer(request, basis, { answers, person, hands })).body,
  }))
}

/** The answer to the only person, under a plan of these operations. */
export async function answerTo(
  request: Request,
  items: readonly Item[],
  hands: Hands,
): Promise<{ body: string; marker: string }> {
  const ended = await endedBefore(request, hands)
  return await answerText(request, await basisOf(request, { items, ended }, hands), hands)
}

async function basisOf(
  request: Request,
  { items, ended }: { readonly items: readonly Item[]; readonly ended: readonly Ended[] },
  hands: Hands,
): Promise<AnswerBasis> {
  const on = request.looks.traces?.decided?.on
  if (!on) throw new Error(`${request.number}: not decided yet`)
  const decision = await recall(request.id, on, TraceDecision, hands)
  const tickets = await decidedTickets(request.id, decision, hands)
  const coming = items.map(({ operation, address }) => effectOf({ ...operation, address }))
  return { decision, tickets, effects: [...effectsOf(ended), ...coming] }
}

type Answers = NonNullable<TraceIndex['answers']>

/** Those whom no reply has reached; all of them where each has had one, and a human asks again. */
function untold(answers: Answers, ended: readonly Ended[]): Answers {
  const told = new Set(
    ended
      .filter(({ item, outcome }) => item.operation.kind === 'answer.send' && isOver({ outcome }))
      .map(({ item }) => item.operation.person),
  )
  const left = answers.filter(({ person }) => !told.has(person))
  return left.length > 0 ? left : answers
}

const nameOf = (
  user: PeopleDecision['users'][number] | undefined,
): NonNullable<ToHandOver['who']> => ({ name: user?.name ?? '', email: user?.email ?? null })
