import type { Account } from '../../../src/flows/hands.ts'
import type { Job, Ticket } from '../../../src/zendesk/index.ts'
import type { Around } from './account.ts'
import { refused, writing } from './calls.ts'
import { took } from './effects.ts'
import { startJob } from './jobs.ts'
import { commentOf } from './make-world.ts'
import { ids } from './world.ts'

type TicketWrites = Pick<
  Account['tickets'],
  'update' | 'reply' | 'remove' | 'removeMany' | 'purge' | 'purgeMany'
>
type CommentWrites = Pick<Account['comments'], 'redact' | 'redactText'>

const key = (id: number): string => `ticket ${id}`
const commentKey = (id: number): string => `comment ${id}`

/** Updates, replies and deletions of tickets. */
export function ticketWrites(around: Around): TicketWrites {
  const { world } = around
  const alive = (id: number): Ticket => {
    const ticket = world.tickets.get(id)
    if (!ticket || ticket.status === 'deleted') throw refused(404)
    return ticket
  }
  const open = (id: number): Ticket => {
    const ticket = alive(id)
    if (ticket.status === 'closed') throw refused(422)
    return ticket
  }
  const delete1 = (id: number, call: string | undefined): void => {
    const ticket = alive(id)
    ticket.status = 'deleted'
    took(world, { what: 'ticket.delete', object: key(id), changed: true, call })
  }
  const purge1 = (id: number, call: string | undefined): boolean => {
    if (world.tickets.get(id)?.status !== 'deleted') return false
    world.tickets.delete(id)
    world.comments.delete(id)
    world.purgedTickets.add(id)
    took(world, { what: 'ticket.purge', object: key(id), changed: true, call })
    return true
  }
  return {
    update: async (id, change) => {
      const what = change.status === 'closed' ? 'ticket.close' : 'ticket.edit'
      const call = around.openCall()
      return await writing(around, { what, objects: [key(id)] }, () => {
        const ticket = open(id)
        const before = JSON.stringify(ticket)
        if (change.status) ticket.status = change.status
        if (change.subject !== undefined) ticket.subject = change.subject
        took(world, { what, object: key(id), changed: JSON.stringify(ticket) !== before, call })
        return { ...ticket }
      })
    },
    reply: async (id, reply) => {
      const call = around.openCall()
      return await writing(around, { what: 'answer.send', objects: [key(id)] }, () => {
        const ticket = open(id)
        const words = 'body' in reply ? reply.body : reply.htmlBody
        const comments = world.comments.get(id) ?? []
        world.nextId += 1
        world.comments.set(id, [...comments, commentOf(world.nextId, ids.agent, words)])
        took(world, { what: 'answer.send', object: key(id), changed: true, call })
        return { ticket: { ...ticket }, commentId: world.nextId }
      })
    },
    remove: async (id) => {
      const call = around.openCall()
      await writing(around, { what: 'ticket.delete', objects: [key(id)] }, () => delete1(id, call))
    },
    removeMany: async (several) => {
      const call = around.openCall()
      const write = { what: 'ticket.delete', objects: several.map(key) }
      return await writing(around, write, (fate) =>
        startJob(around, { ids: several, kind: 'items', fate }, (id) => {
          const status = world.tickets.get(id)?.status
          if (status === undefined || status === 'deleted') return false
          delete1(id, call)
          return true
        }),
      )
    },
    purge: async (id) => {
      const call = around.openCall()
      return await writing(around, { what: 'ticket.purge', objects: [key(id)] }, (fate): Job => {
        if (world.tickets.get(id)?.status !== 'deleted') throw refused(404)
        return startJob(around, { ids: [id], kind: 'all', fate }, (one) => purge1(one, call))
      })
    },
    purgeMany: async (several) => {
      const call = around.openCall()
      const write = { what: 'ticket.purge', objects: several.map(key) }
      return await writing(around, write, (fate) =>
        startJob(around, { ids: several, kind: 'all', fate }, (id) => purge1(id, call)),
      )
    },
  }
}

/** Redactions, by Agent Workspace and by the older way. */
export function commentWrites(around: Around): CommentWrites {
  const { world } = around
  const blackOut = (
    where: {
      what: string
      ticketId: number
      commentId: number
      call: string | undefined
      text?: string
    },
    texts: readonly string[],
  ): { id: number; type: string } => {
    const { ticketId, commentId, ...rest } = where
    const ticket = world.tickets.get(ticketId)
    if (!ticket || ticket.status === 'deleted') throw refused(404)
    const comment = world.comments.get(ticketId)?.find(({ id }) => id === commentId)
    if (!comment) throw refused(404)
    const before = comment.html_body
    for (const text of texts) {
      comment.html_body = comment.html_body.replaceAll(text, '▇▇▇▇')
      comment.body = comment.body.replaceAll(text, '▇▇▇▇')
      comment.plain_body = comment.body
    }
    const changed = comment.html_body !== before
    took(world, { ...rest, object: commentKey(commentId), changed })
    return { id: commentId, type: 'Comment' }
  }
  return {
    redact: async ({ ticketId, commentId, htmlBody = '' }) => {
      const what = 'comment.redact'
      const call = around.openCall()
      const marked = [...htmlBody.matchAll(/<redact>(.*?)<\/redact>/gs)].map(
        ([, text]) => text ?? '',
      )
      return await writing(around, { what, objects: [commentKey(commentId)] }, () => {
        if (!world.agentWorkspace) throw refused(404)
        return blackOut({ what, ticketId, commentId, call }, marked)
      })
    },
    redactText: async (ticketId, commentId, text) => {
      const what = 'comment.redact-text'
      const call = around.openCall()
      return await writing(around, { what, objects: [commentKey(commentId)] }, () => {
        if (world.tickets.get(ticketId)?.status === 'closed') throw refused(422)
        return blackOut({ what, ticketId, commentId, call, text }, [text])
      })
    },
  }
}
