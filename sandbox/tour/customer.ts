import { camille } from '../zendesk/sample/people.ts'
import type { Zendesk as Account } from '../zendesk/server.ts'

/** The person writes in one of her tickets, behind the desk's back, as a mail of hers would. */
export async function commentOn(account: Account, ticket: number, body: string): Promise<void> {
  const [, token] = account.credentials.tokens
  const credentials = Buffer.from(`${token?.email}/token:${token?.token}`).toString('base64')
  const answer = await fetch(`${account.url}/api/v2/tickets/${ticket}`, {
    method: 'PUT',
    headers: { Authorization: `Basic ${credentials}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket: { comment: { body, public: true, author_id: camille.id } } }),
  })
  if (!answer.ok) throw new Error(`The account refused a comment: ${answer.status}`)
}
