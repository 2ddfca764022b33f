import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { verifyFolder } from '../../src/records/verify.ts'
import { type Child, startWriter } from './support/child.ts'
import { folder, openStore } from './support/folder.ts'

async function untilAcknowledged({ said }: Child): Promise<void> {
  while (said.length < 2) await wait(1)
}

describe('kill -9', () => {
  test('loses nothing that was acknowledged and leaves nothing unreadable, eight times', async () => {
    const dir = await folder()
    const acknowledged = new Map<string, number>()

    for (let round = 0; round < 8; round += 1) {
      const writer = await startWriter(dir, 4)
      // Every other one is killed wherever it is, the rest once it has been told of a success.
      if (round % 2 === 0) await untilAcknowledged(writer)
      await wait(Math.random() * 60)
      await writer.kill()
      for (const line of writer.said) {
        const [, id, version] = /^ack (\w+) (\d+)$/.exec(line) ?? []
        if (id) acknowledged.set(id, Number(version))
      }
      const store = await openStore(dir)
      for (const [id, version] of acknowledged) {
        const found = (await store.load(id)).version
        expect(found).toBeGreaterThanOrEqual(version)
        expect(await store.read(id, 'part')).toBe(found)
      }
      await store.close()
    }

    expect(acknowledged.size).toBeGreaterThan(3)
    expect(await verifyFolder(dir)).toMatchObject({ ok: true, faults: [] })
  }, 60_000)
})

describe('one process a folder', () => {
  test('a second one is refused with words, until the first is gone', async () => {
    const dir = await folder()
    const first = await startWriter(dir, 0)

    await expect(openStore(dir)).rejects.toThrow(
      /is in use by process \d+ on .*stop that one first/,
    )
    await expect(openStore(dir)).rejects.toMatchObject({ code: 'in-use' })

    await first.kill()
    const store = await openStore(dir)
    expect(store.epoch).toBe(2)
  })

  test('a second store in one process is refused, too; by another path as well', async () => {
    const dir = await folder()
    await openStore(dir)

    await expect(openStore(join(dir, '..', 'data'))).rejects.toMatchObject({ code: 'in-use' })
  })

  test('a folder that could not be opened is free again', async () => {
    const dir = await folder()
    await (await openStore(dir)).close()
    const elsewhere = { workspace: 'T0OTHER', account: 'example.zendesk.com' }
    await expect(openStore(dir, { desk: elsewhere })).rejects.toMatchObject({ code: 'other-desk' })

    expect((await openStore(dir)).epoch).toBe(2)
  })
})
