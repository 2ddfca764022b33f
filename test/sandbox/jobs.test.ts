import { expect, test } from 'vitest'
import { camille, others, staff } from '../../sandbox/zendesk/sample/people.ts'
import { type Answer, account } from './account.ts'

const jobOf = ({ at }: Answer): string => String(at('job_status', 'id'))

test('a job is queued, then works, then is completed', async () => {
  const { put, get, clock } = await account()
  const started = await put('/tickets/update_many?ids=48213,48004', {
    ticket: { additional_tags: ['x'] },
  })
  const path = `/job_statuses/${jobOf(started)}`

  const queued = await get(path)
  clock.pass(150)
  const working = await get(path)
  const still = await get('/tickets/48213')
  clock.pass(150)
  const completed = await get(path)
  const tagged = await get('/tickets/48213')

  expect([queued, working, completed].map(({ at }) => at('job_status', 'status'))).toEqual([
    'queued',
    'working',
    'completed',
  ])
  expect(working.at('job_status')).toMatchObject({ progress: 1, total: 2, results: null })
  expect(completed.at('job_status', 'message')).toBe('Completed at 2026-11-23 09:00:00 +0000')
  expect([still.at('ticket', 'tags'), tagged.at('ticket', 'tags')]).toEqual([
    ['rgpd'],
    ['rgpd', 'x'],
  ])
})

test('a status is forgotten after a day', async () => {
  const { put, get, clock } = await account()
  const id = jobOf(await put(`/users/update_many?ids=${camille.id}`, { user: { suspended: true } }))

  clock.pass(86_400_001)

  expect((await get(`/job_statuses/${id}`)).status).toBe(404)
})

test('users are changed in both forms and deleted in bulk, the blocked one fails by itself', async () => {
  const { put, del, get, settle } = await account()

  await put('/users/update_many', {
    users: [
      { id: camille.id, notes: 'a' },
      { id: others.twiceB.id, notes: 'b' },
    ],
  })
  const deleted = await del(`/users/destroy_many?ids=${camille.id},${others.twiceB.id}`)
  settle()
  const { at } = await get(`/job_statuses/${jobOf(deleted)}`)

  expect(at('job_status', 'results')).toMatchObject([
    { id: camille.id, action: 'delete', success: false, error: 'RecordInvalid' },
    { id: others.twiceB.id, action: 'delete', status: 'Deleted', success: true },
  ])
  expect((await get(`/users/${camille.id}`)).at('user', 'notes')).toBe('a')
  expect((await get(`/users/${others.twiceB.id}`)).at('user', 'active')).toBe(false)
})

test('the thirty-first job is one too many', async () => {
  const { put, clock } = await account()
  for (let n = 0; n < 30; n += 1)
    await put('/tickets/update_many?ids=48213', { ticket: { type: 'task' } })

  const refused = await put('/tickets/update_many?ids=48213', { ticket: { type: 'task' } })
  clock.pass(5000)
  const later = await put('/tickets/update_many?ids=48213', { ticket: { type: 'task' } })

  expect([refused.status, refused.at('error'), later.status]).toEqual([429, 'TooManyJobs', 200])
})

test('several statuses are shown at once and listed', async () => {
  const { put, get } = await account()
  const ids = [
    jobOf(await put('/tickets/update_many?ids=48213', { ticket: {} })),
    jobOf(await put('/tickets/update_many?ids=48004', { ticket: {} })),
  ]

  const shown = await get(`/job_statuses/show_many?ids=${ids.join(',')}`)
  const listed = await get('/job_statuses?page[size]=1')

  expect(shown.all('job_statuses', 'id')).toEqual(ids)
  expect([listed.rows('job_statuses').length, listed.at('meta', 'has_more')]).toEqual([1, true])
})

test('a stuck job never ends, a spoiled one fails for some', async () => {
  const { del, get, settle, fault, state } = await account()
  fault({ kind: 'stuck-job' })
  fault({ kind: 'job-fails', ids: [44120] })

  const stuck = jobOf(await del('/tickets/destroy_many?ids=48004'))
  const spoiled = jobOf(await del('/tickets/destroy_many?ids=44120,48213'))
  settle()

  expect((await get(`/job_statuses/${stuck}`)).at('job_status', 'status')).toBe('working')
  expect((await get(`/job_statuses/${spoiled}`)).at('job_status', 'results')).toMatchObject([
    { id: 44120, success: false },
    { id: 48213, success: true },
  ])
  expect(
    state()
      .tickets.filter(({ deleted }) => deleted)
      .map(({ id }) => id),
  ).toEqual([48213])
})

test('a bulk call without ids, with words or with too many is refused', async () => {
  const { del } = await account()
  const many = Array.from({ length: 101 }, (_, i) => i + 1).join(',')

  const statuses = await Promise.all(
    ['', 'a,b', many].map(async (ids) => (await del(`/users/destroy_many?ids=${ids}`)).status),
  )

  expect(statuses).toEqual([400, 400, 400])
  expect(staff.admin.id).toBeGreaterThan(0)
})
