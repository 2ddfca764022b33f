import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cancel } from '../../src/flows/index.ts'
import { ZendeskRefused } from '../../src/zendesk/index.ts'
import { effectsOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { outcomesOf } from './support/journal.ts'
import { through } from './support/through.ts'
import { approved, planned } from './support/way.ts'

const no = (status: number, code: string) =>
  new ZendeskRefused({ method: 'GET', path: '/', ids: [], status, code }, {})

/** From here on our credentials may not see this ticket. */
const hide = (d: Desk, hidden: number): void =>
  through(d, ({ tickets }) => ({
    tickets: {
      show: async (id, ...more) => {
        if (id === hidden) throw no(403, 'Forbidden')
        return await tickets.show(id, ...more)
      },
      showMany: async (ids, ...more) =>
        (await tickets.showMany(ids, ...more)).filter(({ id }) => id !== hidden),
    },
  }))

test('a ticket that can no longer be seen stays out, and the others go', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  hide(d, 47310)

  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })

  expect(effectsOf(d)).toContain('ticket.purged 26845')
  expect(effectsOf(d)).not.toContain('ticket.deleted 47310')
})

test('a user whose purge is not found is no purged user: the lead is asked again', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const { users } = d.hands.zendesk
  const { purge } = users
  users.purge = async () => {
    users.purge = purge
    await Promise.resolve()
    throw no(404, 'RecordNotFound')
  }

  expect(await d.go(id)).toMatchObject({ on: 'human' })

  expect(await outcomesOf(d, id)).toMatchObject({ rejected: 1 })
})

test('a request whose vault is damaged is forgotten all the same', async () => {
  const d = await desk()
  const id = await planned(d)
  damage(join(d.dir, 'requests', id, 'all'))
  await cancel({ id, by: lead, code: 'cancelled' }, d.hands)

  expect(await d.go(id)).toEqual({ on: 'nothing' })

  expect((await d.request(id)).sealed).toBeDefined()
})

function damage(folder: string): void {
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1
    writeFileSync(join(folder, name), bytes)
  }
}
