import type { Comment } from '../../zendesk/index.ts'
import { type Around, each, type Item, idOf, isHeld, type Look } from './kind.ts'
import { alive } from './ticket-delete.ts'

/** The comments that these operations are about, by comment id. Each ticket is read once. */
async function commentsOf(
  items: readonly Item[],
  { zendesk }: Pick<Around, 'zendesk'>,
): Promise<Map<number, Comment>> {
  const wanted = new Set(items.map((item) => idOf(item, 'comment')))
  const found = new Map<number, Comment>()
  for (const ticket of new Set(items.map((item) => idOf(item, 'ticket')))) {
    for await (const comment of zendesk.comments.list(ticket)) {
      if (wanted.has(comment.id)) found.set(comment.id, comment)
    }
  }
  return found
}

/** The same, but for tickets that are gone, with all their comments. */
export async function commentsLeft(
  items: readonly Item[],
  around: Pick<Around, 'zendesk'>,
): Promise<Map<number, Comment>> {
  const tickets = await alive(items, around)
  return await commentsOf(
    items.filter((item) => tickets.has(idOf(item, 'ticket'))),
    around,
  )
}

/** Looks at comments through `seen`, which says nothing for one that needs no redaction any more. */
export async function lookAtComments(
  items: readonly Item[],
  around: Around,
  seen: (item: Item, comment: Comment) => string | undefined,
): Promise<Map<number, Look>> {
  const tickets = await alive(items, around)
  const living = items.filter((item) => tickets.has(idOf(item, 'ticket')))
  const comments = await commentsOf(living, around)
  return each(items, (item): Look => {
    const ticket = tickets.get(idOf(item, 'ticket'))
    const comment = comments.get(idOf(item, 'comment'))
    const basis = comment && seen(item, comment)
    if (!ticket || basis === undefined) return { state: 'gone' }
    return { state: 'there', basis, held: isHeld(ticket.tags, around.policy) }
  })
}
