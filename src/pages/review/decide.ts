import { decideTraces } from '../../flows/index.ts'
import { html } from '../../html.ts'
import type { Choice, Choices, TicketDecision } from '../../records/finds.ts'
import { type Answer, page } from '../answer.ts'
import { notice, plain } from '../shell.ts'
import { decidedOf } from './decided.ts'
import { crumbs } from './parts.ts'
import type { Scene } from './scene.ts'

/** "Write the plan": the draft is sent off, exactly as the window in Slack sends it. */
export async function decide(scene: Scene): Promise<Answer> {
  const { visit, office, index } = scene
  const { words } = visit.sight
  if (visit.form?.one('basis') !== index.traces.basis) {
    return page(
      words.pages.overview.title,
      html`${crumbs(scene)}${notice('info', words.window.review.elsewhere)}`,
    )
  }
  const choices = await choicesOf(scene)
  const { request: id, by } = visit
  await decideTraces({ id, by, seen: index.traces.seen, choices }, office.hands)
  office.keeper.poke(id)
  const { overview } = words.pages
  const isAgain = (choices.acceptTerms ?? []).length > 0
  return page(
    overview.title,
    plain(scene.request.number, isAgain ? overview.looking : overview.decided),
  )
}

/** The draft as choices. Verdicts on files go with the choice of their ticket, or with its proposal. */
async function choicesOf({ index, draft, answer }: Scene): Promise<Choices> {
  const { users: _, files = {}, ...choices } = draft
  const tickets: Record<string, Choice> = { ...choices.tickets }
  for (const id of Object.keys(files)) {
    const row = await index.find(Number(id))
    const [find] = await index.findsOf(row ? [row] : [])
    const said = find && decidedOf(find, index.traces.index, draft)
    if (said && stays(said)) tickets[id] = { ...(tickets[id] ?? asSaid(said)), files: said.files }
  }
  return { ...choices, tickets, answer }
}

const stays = ({ open, action }: TicketDecision): boolean => !open && action !== 'delete'

const asSaid = ({ action, code, passages }: TicketDecision): Choice => ({
  action,
  code,
  ...(action === 'redact' ? { passages } : {}),
})
