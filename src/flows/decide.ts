import type { Commit } from '../records/commitment.ts'
import type { Confirmed } from '../records/confirmed.ts'
import type { Draft } from '../records/entry.ts'
import { type Choices, type TicketDecision, TraceIndex } from '../records/finds.ts'
import type { Target } from '../records/plan.ts'
import type { Id, Member, Sha } from '../records/primitives.ts'
import type { Progress, Request } from '../records/request.ts'
import { deed, mayDo } from './authority.ts'
import { chosenTraces } from './choices.ts'
import { sameRound } from './find/earlier.ts'
import type { Hands } from './hands.ts'
import { singleIdentities } from './identities.ts'
import { load, note } from './journal.ts'
import { ticketPages } from './pages.ts'
import { Refusal } from './refusal.ts'
import { saidBefore } from './said-before.ts'
import { recall, shelf } from './vault.ts'

/** Who decides on which finds: `seen` is of those that were on the screen, and of no later ones. */
export type Seen = { readonly id: Id; readonly by: Member; readonly seen: Sha }

/**
 * What happens to each find. What is not chosen otherwise goes as proposed; what the rules could not
 * propose must be chosen. Accepting a new term asks for another round.
 */
export async function decideTraces(
  asked: Seen & { choices: Choices },
  hands: Hands,
): Promise<void> {
  await deed({ ...asked, name: 'decide-traces' }, hands, async () => {
    const { request, look, role } = await deciding(asked, 'traces', hands)
    const index = await recall(asked.id, look.finds, TraceIndex, hands)
    const found = { index, pages: await ticketPages(asked.id, index, hands) }
    const before = await sameRound(request, look.round, hands)
    const { pages, ...now } = saidBefore(found, before)
    const chosen = chosenTraces(now.index, pages, asked.choices)
    const { keep, keepEach, parts } = shelf(hands)
    const name = `traces-${look.round}-decided-${request.version}`
    const single = await singleIdentities(request, { index, choices: asked.choices }, hands)
    const decision = {
      ...chosen.decision,
      ...(single.length > 0 ? { identities: single } : {}),
      pages: await keepEach(name, chosen.tickets),
    }
    const on = await keep(name, decision)
    const counts = tally(chosen.tickets.flat())
    const entry = decided({ by: asked.by, role }, look, 'traces', { on, counts })
    await note(request, [{ ...entry, again: chosen.again }], hands, { vault: parts })
  })
}

/** The request with the finds that were on the screen, where this member may decide on them now. */
export async function deciding(
  asked: Seen,
  which: 'people' | 'traces',
  hands: Hands,
): Promise<{ request: Request; look: Progress; role: string }> {
  const role = await mayDo(asked.by, 'decide', hands)
  const request = await load(asked.id, hands)
  if (request.closed) throw new Refusal('closed')
  const look = request.looks[which]
  if (!look || look.stale) throw new Refusal('not-waiting')
  if (look.finds.mac !== asked.seen) throw new Refusal('finds-outdated')
  if (request.open || request.plan?.begun) throw new Refusal('already-begun')
  return { request, look, role }
}

/** The journal's line for a decision. */
export const decided = (
  who: { by: Member; role: string },
  { round }: Progress,
  look: 'people' | 'traces',
  what: { on: Commit; counts: Record<string, number> },
): Extract<Draft, { kind: 'decided' }> => ({
  ...who,
  kind: 'decided',
  look,
  round,
  again: false,
  ...what,
})

const tally = (tickets: readonly TicketDecision[]): Record<string, number> => ({
  delete: tickets.filter(({ action }) => action === 'delete').length,
  redact: tickets.filter(({ action }) => action === 'redact').length,
  keep: tickets.filter(({ action }) => action === 'keep').length,
  give: tickets.filter(({ action }) => action === 'give').length,
  excerpt: tickets.filter(({ action }) => action === 'excerpt').length,
  withhold: tickets.filter(({ action }) => action === 'withhold').length,
})

/**
 * A target that a human's decision covers. With the vault's parser of plans the only mint of
 * confirmed targets: call it with nothing that was not read from a decision.
 */
export const confirmedTarget = (target: Target): Confirmed<Target> => target as Confirmed<Target>
