import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startZendesk } from '../../sandbox/zendesk/server.ts'
import { account, as, monday } from './account.ts'

test('a restart on the same folder continues where the last one was', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'zendesk-'))
  const first = await startZendesk({ dir, now: () => monday })
  await fetch(`${first.url}/api/v2/tickets/48213`, {
    method: 'DELETE',
    headers: { authorization: as.admin },
  })
  await fetch(`${first.url}/api/v2/tickets/destroy_many?ids=48004`, {
    method: 'DELETE',
    headers: { authorization: as.admin },
  })
  const before = first.state()
  await first.close()

  const rig = await account({ dir })

  expect(rig.state()).toEqual(before)
  expect((await rig.get('/tickets/48213')).status).toBe(404)
  expect((await rig.get('/tickets/48213/comments?include_inline_images=true')).status).toBe(404)
  rig.settle()
  expect((await rig.get('/tickets/48004')).status).toBe(404)
  expect(rig.log().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
})

test('a line that was not written to its end was never answered, and goes', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'zendesk-'))
  const first = await startZendesk({ dir, now: () => monday })
  const before = first.state()
  await first.close()
  appendFileSync(join(dir, 'account.jsonl'), '{"puts":[["tickets",{"id":48213')

  expect((await account({ dir })).state()).toEqual(before)
})

test('kill -9 loses no answered write', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'zendesk-'))
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    'sandbox/zendesk/main.ts',
    '--port',
    '0',
    '--dir',
    dir,
  ])
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString())
      if (found) resolve(found[0])
    })
  })

  const answer = await fetch(`${url}/api/v2/tickets/48213`, {
    method: 'DELETE',
    headers: { authorization: as.admin },
  })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))

  expect(answer.status).toBe(204)
  expect((await account({ dir })).state().tickets.find(({ id }) => id === 48213)?.deleted).toBe(
    true,
  )
})
