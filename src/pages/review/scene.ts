import { draftOf, load, lookAt, Refusal } from '../../flows/index.ts'
import type { Choices, TicketFind, TraceDecision } from '../../records/finds.ts'
import type { Request } from '../../records/request.ts'
import type { Unfinished } from '../../records/unfinished.ts'
import type { Office, ReviewVisit } from '../visit.ts'
import type { FindsIndex } from './finds-index.ts'

/** A request under review as it stands: what was found, and what was chosen so far. */
export type Scene = {
  readonly visit: ReviewVisit
  readonly office: Office
  readonly request: Request
  readonly index: FindsIndex
  readonly draft: Unfinished
  readonly answer: TraceDecision['answer']
}

/** How long somebody waits for all to be read before he sees what is read by then, in milliseconds. */
const patience = 500

/** Who has seen what was found of a person is written down before he sees it. Throws `Refusal`. */
export async function sceneOf(visit: ReviewVisit, office: Office): Promise<Scene> {
  const { hands, indexes } = office
  const { request: id, by } = visit
  const request = await load(id, hands)
  refuseLate(request)
  const index = await indexes.of(id, hands)
  const { seen } = index.traces
  if (!index.viewers.has(by.user)) {
    await lookAt({ id, by, seen }, hands)
    index.viewers.add(by.user)
  }
  const draft = (await draftOf(id, hands)) ?? {}
  await index.ready(patience)
  return { visit, office, request, index, draft, answer: answerOf(index, draft) }
}

/** Once the first call is out nothing of it can be decided any more. */
function refuseLate({ closed, looks, open, plan }: Request): void {
  if (closed) throw new Refusal('closed')
  if (looks.traces?.stale !== false) throw new Refusal('not-waiting')
  if (open || plan?.begun) throw new Refusal('already-begun')
}

function answerOf({ traces }: FindsIndex, draft: Unfinished): TraceDecision['answer'] {
  const { answer } = traces.index
  const said = draft.answer ?? traces.answered ?? {}
  const { how = answer.how, language = answer.language, text } = said
  return { how, language, ...(text ? { text } : {}) }
}

/** What counts for one ticket: what was said of it, and of classes. */
export const choicesFor = ({ id }: Pick<TicketFind, 'id'>, draft: Unfinished): Choices => {
  const choice = draft.tickets?.[id]
  return {
    ...(choice ? { tickets: { [id]: choice } } : {}),
    ...(draft.classes ? { classes: draft.classes } : {}),
  }
}
