import { type Comment, ZendeskRefused } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'

/**
 * The comments of a ticket; none once it is gone. A look takes long, and people delete tickets
 * meanwhile: that stops nobody's request.
 */
export async function* conversation(
  ticket: number,
  { comments }: Pick<Account, 'comments'>,
): AsyncGenerator<Comment> {
  try {
    yield* comments.list(ticket)
  } catch (error) {
    if (!(error instanceof ZendeskRefused && error.status === 404)) throw error
  }
}
