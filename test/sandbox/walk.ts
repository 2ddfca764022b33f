import {
  chatTickets,
  lyonView,
  ruleIds,
  sideTickets,
  tracedTickets,
} from '../../sandbox/zendesk/sample/case-people.ts'
import {
  camille,
  commentId,
  organizations,
  others,
  roleIds,
  suspendedTicket,
} from '../../sandbox/zendesk/sample/people.ts'
import type { Answer, Rig } from './account.ts'

/** One answer of the walk, under the path template of the official description. */
export type Step = {
  readonly method: string
  readonly template: string
  readonly answer: Answer
  readonly query: string
}

type Stop = readonly [method: string, template: string, path: string, body?: unknown]

const user = camille.id
const gone = others.deleted.id
const ticket = 48090

const reading: readonly Stop[] = [
  ['GET', '/users/me', '/users/me'],
  ['GET', '/users', '/users?page[size]=5'],
  ['GET', '/users', '/users?per_page=5'],
  ['GET', '/users/search', `/users/search?query=${camille.email}`],
  ['GET', '/users/show_many', `/users/show_many?ids=${user}`],
  ['GET', '/users/{user_id}', `/users/${user}`],
  ['GET', '/users/{user_id}/related', `/users/${user}/related`],
  ['GET', '/users/{user_id}/identities', `/users/${user}/identities`],
  [
    'GET',
    '/users/{user_id}/identities/{user_identity_id}',
    `/users/${user}/identities/${user * 10 + 1}`,
  ],
  ['GET', '/user_fields', '/user_fields?page[size]=100'],
  ['GET', '/ticket_fields', '/ticket_fields'],
  [
    'GET',
    '/organizations/{organization_id}',
    `/organizations/${Object.values(organizations)[0]?.id}`,
  ],
  ['GET', '/users/{user_id}/tickets/requested', `/users/${user}/tickets/requested`],
  ['GET', '/deleted_users', '/deleted_users'],
  ['GET', '/deleted_users/{deleted_user_id}', `/deleted_users/${gone}`],
  ['GET', '/tickets', '/tickets?page[size]=5'],
  ['GET', '/tickets', '/tickets?per_page=5'],
  ['GET', '/tickets/show_many', '/tickets/show_many?ids=48213,31482'],
  ['GET', '/tickets/{ticket_id}', '/tickets/48213'],
  ['GET', '/tickets/{ticket_id}', '/tickets/1'],
  ['GET', '/tickets/{ticket_id}/related', '/tickets/48213/related'],
  [
    'GET',
    '/tickets/{ticket_id}/comments',
    '/tickets/44120/comments?page[size]=100&include_inline_images=true',
  ],
  ['GET', '/tickets/{ticket_id}/comments', '/tickets/31482/comments?page[size]=100'],
  ['GET', '/tickets/{ticket_id}/comments/count', '/tickets/48213/comments/count'],
  ['GET', '/tickets/{ticket_id}/audits', '/tickets/48213/audits'],
  ['GET', '/search', '/search?query=Camille'],
  ['GET', '/search/count', '/search/count?query=Camille'],
  ['GET', '/search/export', '/search/export?query=Camille&filter[type]=ticket'],
  ['GET', '/suspended_tickets', '/suspended_tickets'],
  ['GET', '/suspended_tickets/{id}', `/suspended_tickets/${suspendedTicket}`],
  ['GET', '/suspended_tickets/{id}', '/suspended_tickets/9417203551360'],
  ['GET', '/suspended_tickets/{id}', '/suspended_tickets/1'],
  [
    'GET',
    '/tickets/{ticket_id}/conversation_log',
    `/tickets/${chatTickets.ended}/conversation_log?page[size]=100`,
  ],
  [
    'GET',
    '/tickets/{ticket_id}/conversation_log',
    '/tickets/44120/conversation_log?page[size]=100',
  ],
  ['GET', '/tickets/{ticket_id}/audits', `/tickets/${chatTickets.ended}/audits`],
  ['GET', '/tickets/{ticket_id}/audits', `/tickets/${tracedTickets.subject}/audits`],
  ['GET', '/tickets/{ticket_id}', `/tickets/${tracedTickets.rated}`],
  [
    'GET',
    '/tickets/{ticket_id}/side_conversations',
    `/tickets/${sideTickets.others}/side_conversations`,
  ],
  ['GET', '/satisfaction_ratings', '/satisfaction_ratings?page[size]=100'],
  ['GET', '/satisfaction_ratings/count', '/satisfaction_ratings/count'],
  ['GET', '/triggers', '/triggers?page[size]=100'],
  ['GET', '/triggers/{trigger_id}', `/triggers/${ruleIds.mailing}`],
  ['GET', '/triggers/active', '/triggers/active'],
  ['GET', '/automations', '/automations'],
  ['GET', '/automations/{automation_id}', `/automations/${ruleIds.survey}`],
  ['GET', '/views', '/views'],
  ['GET', '/views/{view_id}', `/views/${lyonView.id}`],
  ['GET', '/views/{view_id}/tickets', `/views/${lyonView.id}/tickets?page[size]=100`],
  ['GET', '/views/{view_id}/count', `/views/${lyonView.id}/count`],
  ['GET', '/account/settings', '/account/settings'],
  ['GET', '/custom_roles', '/custom_roles'],
  ['GET', '/custom_roles/{custom_role_id}', `/custom_roles/${roleIds.full}`],
]

const writing: readonly Stop[] = [
  ['PUT', '/users/{user_id}', `/users/${user}`, { user: { notes: 'x' } }],
  ['PUT', '/users/{user_id}', '/users/1', { user: { notes: 'x' } }],
  ['PUT', '/users/update_many', `/users/update_many?ids=${user}`, { user: { alias: 'x' } }],
  [
    'POST',
    '/users/{user_id}/identities',
    `/users/${user}/identities`,
    { identity: { type: 'email', value: 'a@example.com' } },
  ],
  [
    'POST',
    '/users/{user_id}/identities',
    `/users/${user}/identities`,
    { identity: { type: 'email', value: others.lea.email } },
  ],
  [
    'PUT',
    '/users/{user_id}/identities/{user_identity_id}',
    `/users/${user}/identities/${user * 10 + 2}`,
    { identity: { verified: false } },
  ],
  [
    'PUT',
    '/users/{user_id}/identities/{user_identity_id}/make_primary',
    `/users/${user}/identities/${user * 10 + 2}/make_primary`,
  ],
  [
    'DELETE',
    '/users/{user_id}/identities/{user_identity_id}',
    `/users/${user}/identities/${user * 10 + 1}`,
  ],
  ['DELETE', '/users/{user_id}/sessions', `/users/${user}/sessions`],
  ['DELETE', '/users/{user_id}', `/users/${others.twiceB.id}`],
  ['DELETE', '/users/{user_id}', '/users/1'],
  ['DELETE', '/users/destroy_many', `/users/destroy_many?ids=${others.twiceA.id}`],
  ['DELETE', '/deleted_users/{deleted_user_id}', `/deleted_users/${gone}`],
  [
    'GET',
    '/users/{user_id}/compliance_deletion_statuses',
    `/users/${gone}/compliance_deletion_statuses`,
  ],
  [
    'PUT',
    '/tickets/{ticket_id}',
    '/tickets/48213',
    { ticket: { subject: 'x', comment: { body: 'y' } } },
  ],
  ['PUT', '/tickets/{ticket_id}', '/tickets/1', { ticket: { subject: 'x' } }],
  ['GET', '/tickets/{ticket_id}', '/tickets/48151'],
  ['GET', '/tickets/{ticket_id}/audits', '/tickets/48213/audits'],
  ['PUT', '/tickets/update_many', '/tickets/update_many?ids=48213', { ticket: { tags: [] } }],
  [
    'PUT',
    '/comment_redactions/{ticket_comment_id}',
    `/comment_redactions/${commentId(22310)}`,
    { ticket_id: 22310 },
  ],
  [
    'PUT',
    '/tickets/{ticket_id}/comments/{ticket_comment_id}/redact',
    `/tickets/${ticket}/comments/${commentId(ticket)}/redact`,
    { text: 'colis' },
  ],
  [
    'PUT',
    '/tickets/{ticket_id}/comments/{comment_id}/attachments/{attachment_id}/redact',
    `/tickets/${ticket}/comments/${commentId(ticket)}/attachments/${commentId(ticket) * 10 + 1}/redact`,
    {},
  ],
  ['DELETE', '/tickets/{ticket_id}', '/tickets/48004'],
  ['DELETE', '/tickets/{ticket_id}', '/tickets/1'],
  ['DELETE', '/tickets/destroy_many', '/tickets/destroy_many?ids=47655'],
  ['DELETE', '/deleted_tickets/{ticket_id}', '/deleted_tickets/48004'],
  ['PUT', '/deleted_tickets/{ticket_id}/restore', '/deleted_tickets/1/restore'],
  ['DELETE', '/deleted_tickets/destroy_many', '/deleted_tickets/destroy_many?ids=48004'],
  ['DELETE', '/suspended_tickets/{id}', `/suspended_tickets/${suspendedTicket}`],
  ['GET', '/job_statuses', '/job_statuses'],
]

/** Calls every endpoint once or more and hands back every answer. */
export async function walk(rig: Rig): Promise<Step[]> {
  const steps: Step[] = []
  const go = async ([method, template, path, body]: Stop): Promise<void> => {
    steps.push({
      method,
      template,
      answer: await rig.call(method, path, body),
      query: path.split('?')[1] ?? '',
    })
  }
  for (const stop of [...reading, ...writing]) await go(stop)
  const jobs = steps.flatMap(({ answer }) => answer.at('job_status', 'id') ?? []).map(String)
  rig.settle()
  for (const id of jobs) await go(['GET', '/job_statuses/{job_status_id}', `/job_statuses/${id}`])
  await go(['GET', '/job_statuses/show_many', `/job_statuses/show_many?ids=${jobs.join(',')}`])
  await redactChat(rig, go)
  await go(['DELETE', '/tickets/{ticket_id}', '/tickets/48090'])
  rig.settle()
  await go(['GET', '/deleted_tickets', '/deleted_tickets'])
  await go(['PUT', '/deleted_tickets/{ticket_id}/restore', '/deleted_tickets/48090/restore'])
  return steps
}

async function redactChat({ get }: Rig, go: (stop: Stop) => Promise<void>): Promise<void> {
  const { ended } = chatTickets
  const { at } = await get(`/tickets/${ended}/audits`)
  const value = ['audits', 0, 'events', 1, 'value'] as const
  const chat_id = at(...value, 'chat_id')
  await go([
    'PUT',
    '/chat_redactions/{ticket_id}',
    `/chat_redactions/${ended}`,
    {
      chat_id,
      chat_index: 0,
      text: `<redact>${String(at(...value, 'history', 0, 'message'))}</redact>`,
    },
  ])
  await go([
    'PUT',
    '/chat_file_redactions/{ticket_id}',
    `/chat_file_redactions/${ended}`,
    { chat_id, message_ids: [at(...value, 'history', 2, 'message_id')] },
  ])
}
