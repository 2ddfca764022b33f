import { ZendeskRefused } from '../../zendesk/index.ts'
import type { Account } from '../hands.ts'

/**
 * Which of these tickets lie among the deleted ones, and so are not gone for good. The list is read
 * once; who may not read it learns nothing here, and what is absent from it may only be late there
 * (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-deleted-tickets).
 */
export async function inBin(ids: ReadonlySet<number>, { tickets }: Account): Promise<number[]> {
  if (ids.size === 0) return []
  const found: number[] = []
  try {
    for await (const { id } of tickets.deletedList()) if (ids.has(id)) found.push(id)
  } catch (error) {
    if (!(error instanceof ZendeskRefused && error.status === 403)) throw error
  }
  return found
}
