import { expect, test } from 'vitest'
import { absent, ruleIds } from '../../sandbox/zendesk/sample/case-people.ts'
import { groupsOf } from '../../src/commands/plan/units.ts'
import {
  approveLess,
  confirmPeople,
  type PlanRead,
  readPlan,
  shownChange,
} from '../../src/flows/index.ts'
import type { OperationKind } from '../../src/records/plan.ts'
import { lead } from '../stories/support/cast.ts'
import { type Desk, desk } from '../stories/support/desk.ts'
import { camilles, decided, opened, planned, wordOf } from '../stories/support/way.ts'
import { seenNow } from '../support/deeds.ts'

async function read(d: Desk, id: string): Promise<PlanRead> {
  const { read: found } = await readPlan(id, d.hands)
  if (!found) throw new Error('there is no plan in force')
  return found
}

const ofKind = ({ items }: PlanRead, kind: OperationKind) =>
  items.filter(({ operation }) => operation.kind === kind)

test('on an account without Agent Workspace each text is shown where it stands', async () => {
  const d = await desk({ account: { agentWorkspace: false } })
  const plan = await read(d, await planned(d, camilles))
  const texts = ofKind(plan, 'comment.redact-text')
  expect(texts.length).toBeGreaterThan(3)
  for (const item of texts) {
    const find = plan.tickets.get(item.address.ticket ?? 0)?.find
    const { passages } = shownChange(item, find)
    const goes = passages.flatMap((runs) => runs.filter(({ is }) => is === 'goes'))
    expect(goes.length).toBeGreaterThan(0)
    expect(passages.some((runs) => runs.some(({ is }) => is === 'around'))).toBe(true)
    // Without the ticket there is still the text itself.
    expect(shownChange(item).passages).toEqual([[{ text: goes[0]?.text, is: 'goes' }]])
  }
})

test('what an approver could leave out is what the flows let him leave out, each by itself', async () => {
  const d = await desk()
  const id = await planned(d, camilles)
  const plan = await read(d, id)
  const units = [...groupsOf(plan).values()].flat().filter(({ n }) => n.length > 0)
  const word = await wordOf(d, id)
  const attempts = units.map(async ({ n, loose }) => {
    const without = n.slice(0, 1)
    const code = await approveLess({ ...word, without, ticketsToGo: -1 }, d.hands).catch(
      (error: { code: string }) => error.code,
    )
    return { n, loose, code }
  })
  const judged = await Promise.all(attempts)

  expect(units.some(({ loose }) => loose)).toBe(true)
  expect(
    judged.filter(({ loose, code }) => code !== (loose ? 'count-wrong' : 'action-impossible')),
  ).toEqual([])
})

test('every operation of a plan stands in exactly one unit', async () => {
  const d = await desk()
  const plan = await read(d, await planned(d, camilles))
  const numbers = [...groupsOf(plan).values()].flatMap((units) => units.flatMap(({ n }) => n))

  expect(numbers.toSorted((a, b) => a - b)).toEqual(plan.items.map(({ n }) => n))
})

test('a tag that is set first is not said to be for good', async () => {
  const d = await desk({ policy: { tag: 'gdpr-erasure' } })
  const groups = groupsOf(await read(d, await planned(d, camilles)))

  expect(groups.get('tags')?.length).toBeGreaterThan(0)
  expect(groups.get('tags')?.some(({ final }) => final)).toBe(false)
  expect(groups.get('tickets')?.every(({ final }) => final)).toBe(true)
})

test('a person without a user is known to the approver by the words that were looked for', async () => {
  const d = await desk()
  const id = await opened(d, `name:${absent.name}`)
  const term = { kind: 'email', value: absent.email } as const
  const seen = await seenNow(id, 'people', d.hands)
  await confirmPeople({ id, by: lead, seen, users: [], terms: [term] }, d.hands)
  await d.go(id)
  await decided(d, id)
  const { users, terms, rules } = await read(d, id)

  expect(users).toEqual([])
  expect(terms.map(({ value }) => value)).toContain(absent.email)
  // Nobody is written to: what mails the requester of a new public comment has nothing to mail.
  expect(rules.map((rule) => rule.id)).not.toContain(ruleIds.answer)
})

test('a rule that waits for a public comment is named where the person is answered', async () => {
  const d = await desk()
  const { rules } = await read(d, await planned(d, camilles))

  expect(rules.map((rule) => rule.id)).toContain(ruleIds.answer)
})
