import {
  type Choices,
  type PeopleFinds,
  PeopleFinds as PeopleShape,
  type TicketFind,
  TraceIndex,
} from '../records/finds.ts'
import type { Plan } from '../records/plan.ts'
import type { Id, Sha } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import { answerBefore, sameRound } from './find/earlier.ts'
import type { Hands } from './hands.ts'
import { load } from './journal.ts'
import type { Item } from './operations/kind.ts'
import { ticketPages } from './pages.ts'
import { itemsOf, storedPlan } from './plan/stored.ts'
import { type ToHandOver, toHandOver } from './plan/to-hand-over.ts'
import { Refusal } from './refusal.ts'
import { saidBefore } from './said-before.ts'
import { recall } from './vault.ts'

/** Names exactly these finds: a decision on them carries it back, and counts for no later ones. */
type OnScreen = { readonly seen: Sha }

/** Who was found, for the one who confirms. Personal data: never for a message. */
export async function peopleFound(id: Id, hands: Hands): Promise<PeopleFinds & OnScreen> {
  const { people } = (await load(id, hands)).looks
  if (!people) throw new Refusal('not-waiting')
  const finds = await recall(id, people.finds, PeopleShape, hands)
  return { ...finds, seen: people.finds.mac }
}

/** What was found, for the one who decides. Personal data: never for a message. */
export async function tracesFound(
  id: Id,
  hands: Hands,
): Promise<OnScreen & { index: TraceIndex; tickets: TicketFind[] }> {
  const { traces } = (await load(id, hands)).looks
  if (!traces) throw new Refusal('not-waiting')
  const index = await recall(id, traces.finds, TraceIndex, hands)
  const tickets = (await ticketPages(id, index, hands)).flat()
  return { index, tickets, seen: traces.finds.mac }
}

/**
 * What was found, with what was decided on these very finds before in place of what the rules
 * proposed, and how the person was to be `answered`. Personal data: never for a message.
 */
export async function tracesToDecide(
  id: Id,
  hands: Hands,
): Promise<OnScreen & { index: TraceIndex; tickets: TicketFind[]; answered: Choices['answer'] }> {
  const request = await load(id, hands)
  const { index, tickets, seen } = await tracesFound(id, hands)
  const before = await sameRound(request, request.looks.traces?.round ?? 0, hands)
  const said = saidBefore({ index, pages: [tickets] }, before)
  const answered = await answerBefore(request, index, hands)
  return { index: said.index, tickets: said.pages.flat(), answered, seen }
}

/** The exact plan in force, for the one who approves. Personal data: never for a message. */
export async function planShown(
  id: Id,
  hands: Hands,
): Promise<{ request: Request; digest: string; plan: Plan; items: Item[] }> {
  const request = await load(id, hands)
  if (!request.plan) throw new Refusal('not-waiting')
  const { digest } = request.plan
  const stored = await storedPlan(request, digest, hands)
  return { request, digest, plan: stored.plan, items: await itemsOf(stored) }
}

/**
 * What the lead says to the person where the bot cannot, with the receipt: the answer to the plan in
 * force, or the answers of several people, each with a receipt of his own. Each is made when it is
 * read. Personal: never for a message.
 */
export async function answersToHandOver(
  id: Id,
  hands: Hands,
): Promise<{ digest: string; answers: ToHandOver[] }> {
  const { request, digest, items } = await planShown(id, hands)
  return { digest, answers: await toHandOver(request, items, hands) }
}
