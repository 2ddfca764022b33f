import { identityBasis } from '../operations/identity-delete.ts'
import { userBasis } from '../operations/user-delete.ts'
import { userPurgeBasis } from '../operations/user-purge.ts'
import { type Decided, goingUsers } from './decided.ts'
import type { OperationDraft } from './drafts.ts'

/** One of the two deletions of every user who goes. */
export function userDrafts(decided: Decided, kind: 'user.delete' | 'user.purge'): OperationDraft[] {
  const own = new Map<number, number[]>()
  for (const { find } of decided.tickets) {
    if (find.relation !== 'own') continue
    const his = own.get(find.requesterId) ?? []
    his.push(find.id)
    own.set(find.requesterId, his)
  }
  return goingUsers(decided).map((user) => ({
    phase: 'user',
    kind,
    address: { user: user.id },
    ...(kind === 'user.delete' ? { change: { tickets: own.get(user.id) ?? [] } } : {}),
    basis: kind === 'user.delete' ? userBasis(user) : userPurgeBasis,
    why: 'the-person',
    undo: 'none',
    person: user.person,
  }))
}

/** Addresses and numbers that go while their user stays. */
export const identityDrafts = ({ identities, known, users }: Decided): OperationDraft[] =>
  identities.flatMap(({ user, identity, code }): OperationDraft[] => {
    const found = known.get(identity)
    if (!found) return []
    return [
      {
        phase: 'user',
        kind: 'identity.delete',
        address: { user, identity },
        change: found,
        basis: identityBasis(found),
        why: code,
        undo: 'none',
        person: users.find(({ id }) => id === user)?.person,
      },
    ]
  })
