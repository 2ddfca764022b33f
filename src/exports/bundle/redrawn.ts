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
  'recipients',
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
  if (typeof value === 'string') return textAt(key, value, mask)
  if (typeof value === 'number') return users.has(key) && value > 0 ? mask.user(value) : value
  return typeof value === 'object' && value !== null ? inside(value, mask, key) : value
}

/** Histories write users' numbers as texts. */
const textAt = (key: string, value: string, mask: Mask): string =>
  users.has(key) && /^[1-9]\d{0,15}$/.test(value) ? mask.user(Number(value)) : mask.text(value)

function inside(value: object, mask: Mask, key: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => redrawn(one, mask, key))
  const entries = Object.entries(value)
  const changed = entries.find(([name]) => name === 'field_name')?.[1]
  return Object.fromEntries(
    entries
      .filter(([name]) => !left.has(name))
      .map(([name, one]) => [name, redrawn(one, mask, meaning(name, changed))]),
  )
}

/** In a ticket's history a value is of the field that the entry names. */
const meaning = (name: string, changed: unknown): string =>
  typeof changed === 'string' && ['value', 'previous_value'].includes(name) ? changed : name
