import { expect, test } from 'vitest'
import { planShown } from '../../src/flows/index.ts'
import { effectsOf } from './support/account.ts'
import { type Desk, desk } from './support/desk.ts'
import { told } from './support/journal.ts'
import { through } from './support/through.ts'
import { approved, decided, finished, planned } from './support/way.ts'

const plannedOf = async (d: Desk, id: string) =>
  (await planShown(id, d.hands)).items.map(({ operation: { kind }, address }) => [
    kind,
    address.ticket ?? address.user,
  ])

test('tickets whose permanent deletion was refused are planned for it again', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const refusal = { kind: 'error-before', status: 422, method: 'DELETE' } as const
  // The job for both, then each alone.
  d.account.fault({ ...refusal, path: '/deleted_tickets', times: 3 })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  await decided(d, id)

  const plan = await plannedOf(d, id)
  expect(plan.filter(([kind]) => String(kind).startsWith('ticket.'))).toEqual([
    ['ticket.purge', 26845],
    ['ticket.purge', 47310],
    ['ticket.delete', 48090],
    ['ticket.purge', 48090],
  ])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toEqual(
    expect.arrayContaining(['ticket.purged 26845', 'ticket.purged 47310']),
  )
  expect(await told(d, id)).toContain('closed done')
})

test('a user whose permanent deletion was refused is planned for it again, and for nothing else', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const refusal = { kind: 'error-before', status: 422, method: 'DELETE' } as const
  d.account.fault({ ...refusal, path: '/deleted_users' })

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  await decided(d, id)

  expect(await plannedOf(d, id)).toEqual([['user.purge', 360001150428]])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain('user.purged 360001150428')
})

test('a ticket that lies among the deleted ones stands against the proof, and goes in the next plan', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const { tickets, jobs } = d.hands.zendesk
  // A job that says that all went, and none did.
  const all = { id: 'V3-1', status: 'completed', total: 2, progress: 2, message: null } as const
  let lies = true
  through(d, () => ({
    tickets: {
      purgeMany: async (ids) => (lies ? { ...all, results: null } : await tickets.purgeMany(ids)),
    },
    jobs: {
      show: async (job) =>
        job === all.id ? { ...all, results: { success: true } } : await jobs.show(job),
    },
  }))

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  expect(await told(d, id)).toContain('proved unexplained')
  lies = false
  await decided(d, id)

  // 26845 was archived: such tickets never appear in that list.
  expect(await plannedOf(d, id)).toEqual([['ticket.purge', 47310]])
  expect(await finished(d, id)).toEqual({ on: 'nothing' })
  expect(effectsOf(d)).toContain('ticket.purged 47310')
  expect(await told(d, id)).toContain('closed done')
})
