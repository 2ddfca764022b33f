import type { Mask } from './mask.ts'

/** Keys whose numbers are users of the account, by Zendesk's own names. */
const users = new Set([
  'requester_id',
  'submitter_id',
  'assignee_id',
  'author_id',
  'updater_id',
  'collaborator_ids',
  'follower_ids',
  'email_cc_ids',
  'user_id',
  'assignee',
])

/** What says the same once more in another form, holds an address with a token, or is the account's own. */
const left = new Set([
  'html_body',
  'plain_body',
  'url',
  'content_url',
  'mapped_content_url',
  'thumbnails',
])

/**
 * A record as it goes into the bundle: every value that it has, the other people in it masked. A copy
 * of the same text in HTML and the account's internal addresses are left out.
 */
export function redrawn(value: unknown, mask: Mask, key = ''): unknown {
  if (typeof value === 'string') return mask.text(value)
  if (typeof value === 'number') return users.has(key) && value > 0 ? mask.user(value) : value
  return typeof value === 'object' && value !== null ? inside(value, mask, key) : value
}

function inside(value: object, mask: Mask, key: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => redrawn(one, mask, key))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !left.has(name))
      .map(([name, one]) => [name, redrawn(one, mask, name)]),
  )
}
