import type { Wanted } from './types.ts'

const byField: ReadonlyMap<string, string> = new Map([
  ['requester_id', 'requester'],
  ['submitter_id', 'submitter'],
  ['assignee_id', 'assignee'],
  ['author_id', 'author'],
  ['user_id', 'user'],
  ['collaborator_ids', 'collaborator'],
  ['follower_ids', 'follower'],
  ['email_cc_ids', 'cc'],
])
const personObjects = new Set(['requester', 'submitter', 'assignee', 'author', 'user'])
const personLists: ReadonlyMap<string, string> = new Map([
  ['collaborators', 'collaborator'],
  ['followers', 'follower'],
  ['email_ccs', 'cc'],
])

/** Why a record is kept: no reason, it is not. `isUser`: the record itself is a user. */
export function reasons(record: unknown, isUser: boolean, wanted: Wanted): string[] {
  const why = new Set<string>()
  const open: { value: unknown; role: string | undefined; field: string | undefined }[] = [
    { value: record, role: isUser ? 'user' : undefined, field: undefined },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, role, field } = next
    if (typeof value === 'string' && wanted.has(value)) why.add('term')
    const named = field === undefined ? undefined : byField.get(field)
    if (named !== undefined && isWanted(value, wanted)) why.add(named)
    if (Array.isArray(value)) {
      for (const item of value) open.push({ value: item, role, field })
    } else if (typeof value === 'object' && value !== null) {
      if (role !== undefined && 'id' in value && isWanted(value.id, wanted)) why.add(role)
      for (const [key, inner] of Object.entries(value)) {
        open.push({ value: inner, role: roleOf(key), field: key })
      }
    }
  }
  return [...why].sort()
}

function roleOf(key: string): string | undefined {
  if (key === 'users') return 'user'
  return personObjects.has(key) ? key : personLists.get(key)
}

/** An id is a whole JSON number, or exactly its digits as a string: never a part of another number. */
function isWanted(value: unknown, { userIds }: Wanted): boolean {
  if (typeof value === 'number') return userIds.has(value)
  return typeof value === 'string' && /^\d{1,16}$/.test(value) && userIds.has(Number(value))
}
