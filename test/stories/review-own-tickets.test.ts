import { expect, test } from 'vitest'
import { planShown, tracesFound } from '../../src/flows/index.ts'
import { effectsOf } from './support/account.ts'
import { desk } from './support/desk.ts'
import { faultsOf, told } from './support/journal.ts'
import { confirmed, decided, finished, nadias, opened } from './support/way.ts'

const ways = [true, false]

test.each(ways)(
  'under the policy of redacting, her tickets lose what she wrote and she goes (Agent Workspace %s)',
  async (agentWorkspace) => {
    const d = await desk({ account: { agentWorkspace }, policy: { ownTickets: 'redact' } })
    const id = await opened(d, nadias.subject)
    await confirmed(d, id, nadias.user)
    const { tickets } = await tracesFound(id, d.hands)
    const closed = agentWorkspace ? 'own-ticket' : 'cannot-be-redacted'
    expect(tickets.map((find) => [find.id, find.proposal.code])).toEqual([
      [26845, closed],
      [47310, 'own-ticket'],
      [48090, 'own-ticket'],
    ])
    await decided(d, id)
    const kinds = (await planShown(id, d.hands)).items.map(({ operation }) => operation.kind)
    expect(kinds).not.toContain('ticket.delete')

    expect(await finished(d, id)).toEqual({ on: 'nothing' })

    const state = d.account.state()
    const hers = state.comments.filter(({ author_id: author }) => author === nadias.user)
    const open = hers.filter(({ ticket_id: ticket }) => ticket !== 26845 || agentWorkspace)
    expect(open.filter(({ body }) => /\p{L}/u.test(body))).toEqual([])
    const own = state.tickets.filter(({ requester_id: requester }) => requester === nadias.user)
    expect(new Set(own.map(({ status }) => status))).toEqual(new Set(['closed']))
    expect(effectsOf(d)).toContain(`user.purged ${nadias.user}`)
    expect((await told(d, id)).slice(-3)).toEqual(['proved proved', 'closed done', 'sealed'])
    expect(await faultsOf(d)).toEqual([])
  },
)
