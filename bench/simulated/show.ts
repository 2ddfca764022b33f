const when = '2026-01-01T00:00:00Z'

/** A user as the API shows him. */
export const shownUser = (id: number, active: boolean) => ({
  id,
  name: `Person ${id}`,
  email: active ? `person-${id}@example.com` : null,
  role: 'end-user',
  active,
  suspended: false,
  verified: true,
  phone: null,
  locale: 'en',
  time_zone: 'UTC',
  organization_id: null,
  tags: [],
  created_at: when,
  updated_at: when,
})

/** A closed ticket with one comment, as the API shows it. */
export const shownTicket = (id: number, requester: number) => ({
  id,
  subject: 'Simulated',
  status: 'closed',
  requester_id: requester,
  submitter_id: requester,
  assignee_id: null,
  organization_id: null,
  tags: [],
  via: { channel: 'email', source: {} },
  created_at: when,
  updated_at: when,
  comment_count: 1,
})
