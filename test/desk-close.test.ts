import { expect, test } from 'vitest'
import { others } from '../sandbox/zendesk/sample/people.ts'
import type { Desk } from '../src/desk.ts'
import { approve, type Choice, openRequest, planShown, tracesFound } from '../src/flows/index.ts'
import { verifyFolder } from '../src/records/verify.ts'
import { deferred } from './records/support/deferred.ts'
import { confirmNow, decideNow } from './support/deeds.ts'
import { lead, type Office, office, officer } from './support/office.ts'

/** Nadia’s erasure, up to the plan that waits for its approval. */
async function planned({ hands, keeper }: Desk): Promise<string> {
  const { id } = await openRequest({ right: 'erasure', subject: '#48090', by: lead }, hands)
  await keeper.wake(id)
  await confirmNow({ id, by: lead, users: [others.nadia.id] }, hands)
  await keeper.wake(id)
  const { tickets } = await tracesFound(id, hands)
  const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
  const keep: Choice = { action: 'keep', code: 'somebody-else' }
  const choices = { tickets: Object.fromEntries(asked.map((find) => [find.id, keep])) }
  await decideNow({ id, by: lead, choices }, hands)
  await keeper.wake(id)
  return id
}

async function approved(id: string, { hands }: Desk): Promise<void> {
  const { digest, request } = await planShown(id, hands)
  const ticketsToGo = request.plan?.counts['tickets-go'] ?? 0
  await approve({ id, by: officer, digest, ticketsToGo }, hands)
}

/** What the journal says of calls. */
const callsOf = async ({ store }: Desk, id: string) =>
  (await store.load(id)).entries.filter(({ kind }) => /^(?:intended|submitted|settled)$/.test(kind))

const until = async ({ rest }: Office, on: string): Promise<void> => {
  while ((await rest()).on !== on) continue
}

test('a close lets the call in hand be written down, and the next start goes on from there', async () => {
  const [sent, answer] = [deferred(), deferred()]
  let writes = 0
  const here = await office({
    onWrite: async ({ path }) => {
      if (path.startsWith('/oauth')) return
      writes += 1
      sent.resolve()
      await answer.promise
    },
  })
  const desk = await here.open()
  const id = await planned(desk)
  await approved(id, desk)
  const running = desk.keeper.wake(id)
  await sent.promise

  const closing = desk.close()
  expect((await callsOf(desk, id)).map(({ kind }) => kind)).toEqual(['intended'])
  answer.resolve()
  await closing

  expect(await running).toEqual({ on: 'shutdown' })
  expect(writes).toBe(1)
  await expect(desk.store.load(id)).rejects.toThrow('closed')

  const again = await here.open()
  expect((await callsOf(again, id)).at(-1)?.kind).toMatch(/^(?:submitted|settled)$/)
  await again.keeper.takeUp()
  await until(here, 'nothing')
  await again.close()

  const effects = here.account.log().flatMap(({ effect }) => effect.map((e) => `${e.kind} ${e.id}`))
  expect(effects.length).toBeGreaterThan(3)
  expect(new Set(effects).size).toBe(effects.length)
  expect(here.account.state().users.find((user) => user.id === others.nadia.id)?.name).not.toBe(
    others.nadia.name,
  )
  expect(await verifyFolder(here.config.dataDir)).toMatchObject({ ok: true, faults: [] })
})
