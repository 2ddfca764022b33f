import { expect, test } from 'vitest'
import { createGovernor } from '../../src/zendesk/governor.ts'
import { allowances } from '../../src/zendesk/rate-headers.ts'
import { client } from './support/client.ts'
import { virtualClock } from './support/clock.ts'
import { sampleUser } from './support/samples.ts'
import { serve } from './support/server.ts'

const headers = (entries: Record<string, string>) => new Map(Object.entries(entries))

test.each<[string, Record<string, string>, object[]]>([
  [
    'today’s family',
    {
      'ratelimit-limit': '700',
      'ratelimit-remaining': '676',
      'ratelimit-reset': '49',
      'x-rate-limit': '700',
      'x-rate-limit-remaining': '676',
    },
    [{ name: 'account', total: 700, left: 676, resetsInMs: 49_000 }],
  ],
  [
    'the family of 2023',
    {
      'rate-limit': '700',
      'rate-limit-remaining': '695',
      'rate-limit-reset': '55',
      'x-rate-limit': '700',
      'x-rate-limit-remaining': '695',
    },
    [{ name: 'account', total: 700, left: 695, resetsInMs: 55_000 }],
  ],
  [
    'the oldest family',
    { 'x-rate-limit': '700', 'x-rate-limit-remaining': '690' },
    [{ name: 'account', total: 700, left: 690, resetsInMs: undefined }],
  ],
  [
    'an endpoint’s',
    { 'zendesk-ratelimit-per-ticket-updates': 'total=30; remaining=28; resets=64' },
    [{ name: 'per-ticket-updates', total: 30, left: 28, resetsInMs: 64_000 }],
  ],
  [
    'an endpoint’s of 2023',
    { 'zendesk-rate-limit-tickets-index': 'total=100; remaining=97; resets=16' },
    [{ name: 'tickets-index', total: 100, left: 97, resetsInMs: 16_000 }],
  ],
  [
    'nonsense',
    { 'x-rate-limit': 'many', 'zendesk-ratelimit-x': 'soon', 'ratelimit-limit': '' },
    [],
  ],
])('reads %s headers', (_, stated, expected) => {
  expect(allowances(headers(stated))).toEqual(expected)
})

const updatesLeft = (left: number) => [
  { name: 'per-ticket-updates', total: 30, left, resetsInMs: 600_000 },
]
const redact = (record: number) => ({ endpoint: 'PUT /comment_redactions/{id}', record })

/** An account that allows `total` calls a minute and counts what comes in too fast. */
function account(total: number, now: () => number) {
  const opened = now()
  const perMinute = new Map<number, number>()
  return {
    perMinute,
    answer: () => {
      const minute = Math.floor((now() - opened) / 60_000)
      const used = (perMinute.get(minute) ?? 0) + 1
      perMinute.set(minute, used)
      const resets = Math.ceil((opened + (minute + 1) * 60_000 - now()) / 1000)
      return { name: 'account', total, left: Math.max(0, total - used), resetsInMs: resets * 1000 }
    },
  }
}

test.each([
  [0, 100],
  [0.2, 80],
  [0.5, 50],
])('with a share of %d for the humans, %i of 100 calls a minute are ours', async (share, ours) => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share })
  const { answer, perMinute } = account(100, clock.now)
  const lane = { endpoint: 'GET /x' }

  for (let call = 0; call < 250; call += 1) {
    await governor.turn(lane)
    governor.heard(lane, [answer()])
  }

  const minutes = [...perMinute.values()]
  expect(Math.max(...minutes)).toBe(ours)
  expect(minutes.slice(0, -1).every((used) => used === ours)).toBe(true)
})

test('calls under way count as spent: forty at once never go past the limit', async () => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share: 0.2 })
  const { answer, perMinute } = account(50, clock.now)
  const lane = { endpoint: 'GET /x' }
  await governor.turn(lane)
  governor.heard(lane, [answer()])

  const worker = async () => {
    for (let call = 0; call < 5; call += 1) {
      await governor.turn(lane)
      const stated = answer()
      await new Promise((done) => {
        setImmediate(done)
      })
      governor.heard(lane, [stated])
    }
  }
  await Promise.all(Array.from({ length: 40 }, worker))

  expect(Math.max(...perMinute.values())).toBe(40)
  expect([...perMinute.values()].reduce((sum, used) => sum + used)).toBe(201)
})

test('the humans’ own calls are seen and left room for', async () => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share: 0.2 })
  const lane = { endpoint: 'GET /x' }

  await governor.turn(lane)
  governor.heard(lane, [{ name: 'account', total: 100, left: 15, resetsInMs: 30_000 }])
  await governor.turn(lane)

  expect(clock.slept).toEqual([30_000])
})

test('an endpoint’s limit holds back that endpoint only', async () => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share: 0 })
  const slow = { endpoint: 'GET /deleted_tickets' }

  await governor.turn(slow)
  governor.heard(slow, [{ name: 'deleted-tickets', total: 10, left: 0, resetsInMs: 45_000 }])
  await governor.turn({ endpoint: 'GET /users' })
  expect(clock.slept).toEqual([])
  await governor.turn(slow)

  expect(clock.slept).toEqual([45_000])
})

test('a limit of one ticket holds back that ticket only, by whichever endpoint it is changed', async () => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share: 0.2 })
  const update = { endpoint: 'PUT /tickets/{id}', record: 7 }
  await governor.turn(update)
  governor.heard(update, updatesLeft(2))
  await governor.turn(update)
  governor.heard(update, updatesLeft(1))
  await governor.turn(redact(7))
  governor.heard(redact(7), updatesLeft(0))

  await governor.turn(redact(8))
  expect(clock.slept).toEqual([])
  await governor.turn(update)

  expect(clock.slept).toEqual([600_000])
})

test('calls that were under way at the first answer count as spent', async () => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share: 0 })
  const lane = { endpoint: 'GET /x' }
  for (let call = 0; call < 3; call += 1) await governor.turn(lane)

  governor.heard(lane, [{ name: 'account', total: 100, left: 2, resetsInMs: 20_000 }])
  await governor.turn(lane)

  expect(clock.slept).toEqual([20_000])
})

test('answers that overtake each other do not open the gate again', async () => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share: 0 })
  const lane = { endpoint: 'GET /x' }
  await governor.turn(lane)
  await governor.turn(lane)

  governor.heard(lane, [{ name: 'account', total: 100, left: 0, resetsInMs: 20_000 }])
  governor.heard(lane, [{ name: 'account', total: 100, left: 50, resetsInMs: 20_000 }])
  await governor.turn(lane)

  expect(clock.slept).toEqual([20_000])
})

test('a call that got no answer gives its place back after the reset', async () => {
  const clock = virtualClock()
  const governor = createGovernor({ now: clock.now, sleep: clock.sleep, share: 0 })
  const lane = { endpoint: 'GET /x' }
  await governor.turn(lane)
  governor.heard(lane, [{ name: 'account', total: 2, left: 1, resetsInMs: 10_000 }])

  await governor.turn(lane)
  governor.heard(lane, [])
  await governor.turn(lane)
  await governor.turn(lane)

  expect(clock.slept).toEqual([10_000])
})

test('the client waits for the reset that the headers state', async () => {
  const { url } = await serve(() => ({
    headers: { 'ratelimit-limit': '200', 'ratelimit-remaining': '40', 'ratelimit-reset': '12' },
    body: { user: sampleUser },
  }))
  const zendesk = client(url, { share: 0.2 })

  await zendesk.users.show(11)
  await zendesk.users.show(11)

  expect(zendesk.slept).toEqual([12_000])
})

test.each([-0.1, 1, Number.NaN])('a share of %d makes no sense', (share) => {
  expect(() => client('https://acme.zendesk.com', { share })).toThrow(TypeError)
})
