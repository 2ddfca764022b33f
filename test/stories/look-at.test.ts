import { expect, test } from 'vitest'
import {
  cancel,
  draftOf,
  keepDraft,
  lookAt,
  peopleFound,
  tracesFound,
  turnBack,
} from '../../src/flows/index.ts'
import { lead, officer, stranger } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { leaksIn } from './support/forms.ts'
import { faultsOf, refuses, told } from './support/journal.ts'
import {
  camilles,
  confirmed,
  decided,
  finished,
  nadias,
  opened,
  planned,
  wordOf,
} from './support/way.ts'

const nobodys = '0'.repeat(64)

/** Up to where the lead decides about the traces; resolves to what is on his screen. */
async function found(d: Desk): Promise<{ id: string; seen: string }> {
  const id = await opened(d, nadias.subject)
  await confirmed(d, id, nadias.user)
  return { id, seen: (await tracesFound(id, d.hands)).seen }
}

test('each opening of what was found is recorded with who, in which role, and which finds', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  const people = await peopleFound(id, d.hands)
  await lookAt({ id, by: lead, seen: people.seen }, d.hands)
  await confirmed(d, id, nadias.user)
  const { seen } = await tracesFound(id, d.hands)
  await lookAt({ id, by: lead, seen }, d.hands)
  await lookAt({ id, by: lead, seen }, d.hands)

  const views = (await d.journal(id)).filter(({ kind }) => kind === 'viewed')
  expect(views).toMatchObject([
    { by: lead, role: 'lead', digest: people.seen },
    { by: lead, role: 'lead', digest: seen },
    { by: lead, role: 'lead', digest: seen },
  ])
  expect(await faultsOf(d)).toEqual([])
})

test('who does not decide sees nothing, and finds that are no longer there cannot be opened', async () => {
  const d = await desk()
  const { id, seen } = await found(d)

  await refuses(lookAt({ id, by: officer, seen }, d.hands), 'role-missing')
  await refuses(lookAt({ id, by: stranger, seen }, d.hands), 'role-missing')
  await refuses(lookAt({ id, by: lead, seen: nobodys }, d.hands), 'finds-outdated')
  await refuses(lookAt({ id: d.hands.newId(), by: lead, seen }, d.hands), 'unknown-request')
  await cancel({ id, by: lead, code: 'cancelled' }, d.hands)
  await refuses(lookAt({ id, by: lead, seen }, d.hands), 'closed')
  expect(await told(d, id)).not.toContain('viewed')
})

test('finish later keeps what was chosen so far, through a restart, and decides nothing', async () => {
  const d = await desk()
  const { id, seen } = await found(d)
  const [ticket] = (await tracesFound(id, d.hands)).tickets
  const draft = {
    tickets: { [String(ticket?.id)]: { action: 'keep', code: 'somebody-else' } },
  } as const
  const before = await told(d, id)

  await keepDraft({ id, by: lead, seen, draft: { users: [nadias.user] } }, d.hands)
  await keepDraft({ id, by: lead, seen, draft }, d.hands)
  await d.restart()

  expect(await draftOf(id, d.hands)).toEqual(draft)
  expect(await told(d, id)).toEqual(before)
  expect(await d.go(id)).toEqual({ on: 'human', step: 'decide-traces' })
  await refuses(keepDraft({ id, by: officer, seen, draft }, d.hands), 'role-missing')
  await refuses(keepDraft({ id, by: lead, seen: nobodys, draft }, d.hands), 'finds-outdated')
})

test('a draft is about the finds that were on the screen, and about no others', async () => {
  const d = await desk()
  const id = await opened(d, nadias.subject)
  expect(await draftOf(id, d.hands)).toBeUndefined()
  const { seen } = await peopleFound(id, d.hands)
  await keepDraft({ id, by: lead, seen, draft: { users: [nadias.user] } }, d.hands)
  expect(await draftOf(id, d.hands)).toEqual({ users: [nadias.user] })

  await confirmed(d, id, nadias.user)

  expect(await draftOf(id, d.hands)).toBeUndefined()
})

test('what has been decided is not hidden behind an older draft when the plan comes back', async () => {
  const d = await desk()
  const { id, seen } = await found(d)
  await keepDraft({ id, by: lead, seen, draft: { answer: { text: 'Half a sentence' } } }, d.hands)
  await decided(d, id)
  await turnBack({ ...(await wordOf(d, id)), how: 'sent-back', code: 'remark' }, d.hands)
  await d.go(id)

  expect((await tracesFound(id, d.hands)).seen).toBe(seen)
  expect(await draftOf(id, d.hands)).toBeUndefined()
  await keepDraft({ id, by: lead, seen, draft: { answer: { text: 'A whole one.' } } }, d.hands)
  expect(await draftOf(id, d.hands)).toEqual({ answer: { text: 'A whole one.' } })
})

test('a draft is forgotten with the person', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  const { seen } = await tracesFound(id, d.hands)
  const draft = { answer: { text: 'Dear Camille Lefèvre' } }
  await keepDraft({ id, by: lead, seen, draft }, d.hands)

  await finished(d, id)

  expect((await d.request(id)).sealed).toBeDefined()
  expect(await draftOf(id, d.hands)).toBeUndefined()
  expect(leaksIn(d.dir)).toEqual([])
  expect(await faultsOf(d)).toEqual([])
})
