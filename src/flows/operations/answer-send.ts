import { z } from 'zod'
import { hashOf } from '../../records/canonical.ts'
import { Id, type Sha } from '../../records/primitives.ts'
import { inTheWay, obstacle } from '../find/answer-channel.ts'
import { conversation } from '../find/conversation.ts'
import { type Around, Drifted, type Item, idOf, type Kind, only } from './kind.ts'

export const Answer = z.strictObject({
  body: z.string().min(1),
  /** Stands in the body, and nowhere else: by it a lost answer is found again. */
  marker: z.string().min(8),
  /** The confirmed users, of whom the requester must be one. */
  users: z.array(z.int().positive()),
  /** The link whose address is put where the body says `LINK_HERE`, when it goes out. */
  link: Id.optional(),
})

/** Stands in an answer for the address of a link: nobody but the person reads that. */
export const LINK_HERE = '{link}'

/** What an answer is decided on: that nothing stands between it and the person, and nobody else. */
export const answerBasis = (ticket: number, obstacleCode?: string): Sha =>
  hashOf({ ticket, obstacle: obstacleCode ?? 'none' })

/** The answer to the person, as a public reply on the request's own ticket. */
export const answerSend: Kind = {
  batch: 1,
  goneIsDone: false,
  look: async (items, around) => {
    const item = only(items)
    if (await isThere(item, around)) return new Map([[item.n, { state: 'gone' }]])
    const ticket = idOf(item, 'ticket')
    const { users } = Answer.parse(item.change)
    const basis = answerBasis(ticket, await obstacle(ticket, new Set(users), around.zendesk))
    return new Map([[item.n, { state: 'there', basis, held: false }]])
  },
  send: async (items, { zendesk, handing }) => {
    const item = only(items)
    const { body: written, users, link } = Answer.parse(item.change)
    const address = link === undefined ? LINK_HERE : await handing?.addressOf(link)
    if (address === undefined) throw new Drifted()
    const body = written.replaceAll(LINK_HERE, address)
    const ticket = await zendesk.tickets.show(idOf(item, 'ticket'))
    // Who is put in copy between the look and now must not read it: with the stamp of what was just
    // seen Zendesk refuses the reply if the ticket changes once more before it arrives.
    if (!ticket || inTheWay(ticket, new Set(users))) throw new Drifted()
    const updatedStamp = ticket.updated_at
    await zendesk.tickets.reply(ticket.id, { body, public: true, updatedStamp })
    return {}
  },
  readBack: async (items, around) => {
    const item = only(items)
    return new Map([[item.n, (await isThere(item, around)) ? 'done' : 'not-applied']])
  },
}

async function isThere(item: Item, { zendesk }: Pick<Around, 'zendesk'>): Promise<boolean> {
  const { marker } = Answer.parse(item.change)
  const ticket = idOf(item, 'ticket')
  if (!(await zendesk.tickets.show(ticket))) return false
  for await (const { body } of conversation(ticket, zendesk)) {
    if (body.includes(marker)) return true
  }
  return false
}
