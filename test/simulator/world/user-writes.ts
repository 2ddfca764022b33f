import type { Account } from '../../../src/flows/hands.ts'
import type { User } from '../../../src/zendesk/index.ts'
import type { Around } from './account.ts'
import { refused, writing } from './calls.ts'
import { took } from './effects.ts'

/** The two deletions of a user. The first is refused while a ticket of his is not closed. */
export function userWrites(around: Around): Pick<Account['users'], 'remove' | 'purge'> {
  const { world, clock } = around
  return {
    remove: async (id) => {
      const call = around.openCall()
      const what = 'user.delete'
      return await writing(around, { what, objects: [`user ${id}`] }, (): User => {
        const user = world.users.get(id)
        if (!user?.active) throw refused(404)
        const open = [...world.tickets.values()].filter(
          (t) => t.requester_id === id && !['closed', 'deleted'].includes(t.status),
        )
        if (open.length > 0) throw refused(422, { blockedBy: open.length })
        user.active = false
        took(world, { what, object: `user ${id}`, changed: true, call })
        return { ...user }
      })
    },
    purge: async (id) => {
      const call = around.openCall()
      const what = 'user.purge'
      await writing(around, { what, objects: [`user ${id}`] }, () => {
        const user = world.users.get(id)
        if (!user || user.active || world.purgedUsers.has(id)) throw refused(404)
        world.purgedUsers.set(id, clock.ms)
        Object.assign(user, { name: 'Permanently Deleted User', email: null, phone: null })
        user.identities.splice(0)
        took(world, { what, object: `user ${id}`, changed: true, call })
      })
    },
  }
}

/** The deletion of a held-back mail. */
export function mailWrites(around: Around): Pick<Account['suspended'], 'remove'> {
  const { world } = around
  return {
    remove: async (id) => {
      const call = around.openCall()
      const what = 'suspended.delete'
      await writing(around, { what, objects: [`mail ${id}`] }, () => {
        if (!world.suspended.delete(id)) throw refused(404)
        took(world, { what, object: `mail ${id}`, changed: true, call })
      })
    },
  }
}
