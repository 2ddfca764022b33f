import { wordsFor } from '../../src/words/index.ts'
import type { Actors } from './actors.ts'
import type { Member } from './member.ts'
import { linesOf, shown } from './readable.ts'
import { readThrough } from './reading.ts'
import type { Seen, Window } from './screen.ts'

const words = wordsFor('en')

/** Opens the plan from the message that said it is his turn. */
export async function openPlan(actors: Actors, who: Member, most = 40): Promise<Window> {
  await actors.news.tellNew()
  await who.press(await who.told('read-plan'), 'read-plan')
  const plan = await who.window('approve')
  actors.shows(who, plan, { event: 'plan', most, data: { tickets: ticketsIn(plan) } })
  return plan
}

/** How many tickets a plan says that it deletes for good. */
export function ticketsIn({ blocks }: Window): number {
  const lines = linesOf(blocks)
  if (lines.some((line) => line.startsWith(words.plan.will.none))) return 0
  const counts = lines.flatMap(
    (line) => /^In all, ([\d,]+) /.exec(line)?.[1]?.replaceAll(',', '') ?? [],
  )
  return Number(counts[0] ?? Number.NaN)
}

/** Types how many tickets go, where any do, and says yes to this plan. */
export async function agree(who: Member, plan: Window, typed: number): Promise<Seen> {
  if (typed > 0) await who.put(plan, 'count', String(typed))
  return await who.submit(plan)
}

/**
 * Reads a plan to its last page and approves it; `atOnce` happens within the pause. Resolves with the
 * number of the delivery.
 */
export async function readAndApprove(
  actors: Actors,
  who: Member,
  { plan, atOnce }: { readonly plan: Window; readonly atOnce?: () => Promise<void> },
): Promise<number> {
  await readThrough(who, plan, actors.listed)
  const tickets = ticketsIn(plan)
  const { delivery } = await agree(who, plan, tickets)
  await atOnce?.()
  actors.does('approved', who, `has read every page, types ${tickets}: [${words.plan.submit}]`)
  const result = await who.window('close-window')
  actors.shows(who, result, { event: 'answered' })
  await who.close(result)
  return delivery?.seq ?? 0
}

/** Whoever opened a request finds its plan, why he cannot approve it, and nothing to press. */
export async function opensOwn(actors: Actors): Promise<void> {
  const { lead } = actors.people
  await lead.effort.aside(async () => {
    const card = await actors.card(lead, 'read-plan')
    await lead.press(card, 'read-plan')
    const plan = await lead.window('read-plan')
    if (plan.submit) throw new Error('Whoever opened it could approve it.')
    const why = linesOf(plan.blocks).find((line) => line.includes(shown(words.plan.no.reader)))
    actors.refused(lead, why ?? '')
    await lead.close(plan)
  })
}

/** Whoever has not read it types another number, and is told so beside the field. */
export async function careless(actors: Actors, who: Member, plan: Window): Promise<void> {
  const typed = ticketsIn(plan) - 1
  actors.does('typed', who, `${typed}, without having read it`)
  await who.effort.aside(async () => {
    const { errors } = await agree(who, plan, typed)
    actors.refused(who, Object.values(errors).join(' '))
  })
}
