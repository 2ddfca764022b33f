import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { goOn } from '../../src/flows/index.ts'
import { commitTo, Openings } from '../../src/records/commitment.ts'
import { writesOf } from './support/account.ts'
import { lead } from './support/cast.ts'
import { type Desk, desk } from './support/desk.ts'
import { filesIn } from './support/forms.ts'
import { told } from './support/journal.ts'
import { approved, camilles, planned } from './support/way.ts'

const planFile = (d: Desk): string => filesIn(d.dir).find((file) => /plan-1[^/]*$/.test(file)) ?? ''

/** Somebody with the key puts other values in the place of those that were approved. */
async function replaceIn(
  d: Desk,
  id: string,
  change: (openings: Openings) => Openings,
): Promise<void> {
  const openings = Openings.parse(await d.hands.store.read(id, 'plan-1'))
  const { version } = await d.request(id)
  const at = d.hands.now()
  const nap = {
    kind: 'slept',
    by: 'bot',
    code: 'elsewhere',
    until: at,
    id: d.hands.newId(),
    at,
  } as const
  await d.hands.store.append(id, version, [nap], { vault: new Map([['plan-1', change(openings)]]) })
}

/** Where it comes to rest, and where again once somebody lets it go on all the same. */
async function restsOf(d: Desk, id: string): Promise<unknown> {
  const first = await d.go(id)
  await goOn({ id, by: lead }, d.hands)
  const again = await d.go(id)
  const journalled = (await told(d, id)).includes('halted vault-altered')
  return { first, again, journalled, writes: writesOf(d).length }
}

const halt = { on: 'halt', code: 'vault-altered' }
const unwritten = { first: halt, again: halt, journalled: true, writes: 0 }

test('a vault file that is damaged after the approval halts everything', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  const file = planFile(d)
  const text = readFileSync(file, 'utf8')
  const at = text.indexOf('"data":"') + 20
  writeFileSync(file, `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`)

  expect(await restsOf(d, id)).toEqual(unwritten)
})

test('a vault file that is no vault file any more halts everything', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  writeFileSync(planFile(d), 'not even JSON')

  expect(await restsOf(d, id)).toEqual(unwritten)
})

test('one person’s plan in the place of another’s halts everything', async () => {
  const d = await desk()
  const hers = await planned(d, camilles)
  const camillesFile = readFileSync(planFile(d))
  const id = await planned(d)
  await approved(d, id)
  for (const file of filesIn(d.dir).filter((one) => /plan-1[^/]*$/.test(one))) {
    writeFileSync(file, camillesFile)
  }

  expect(await restsOf(d, id)).toEqual(unwritten)
  expect(await d.go(hers)).toEqual({ on: 'human', step: 'approve' })
})

test('another ticket in the place of an approved one halts, even with a commitment of its own', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await replaceIn(d, id, (openings) => {
    const ref = 'plan-1#o1.target'
    const opening = { salt: d.hands.salt(), value: { ticket: 48177 } }
    expect(commitTo(ref, opening).mac).toHaveLength(64)
    return { ...openings, [ref]: opening }
  })

  expect(await restsOf(d, id)).toEqual(unwritten)
})

test('two approved values that change places halt', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await replaceIn(d, id, (openings) => {
    const [first, last] = ['plan-1#o1.target', 'plan-1#o8.target']
    const [one, other] = [openings[first], openings[last]]
    if (!one || !other) throw new Error('the plan is shorter than that')
    return { ...openings, [first]: other, [last]: one }
  })

  expect(await restsOf(d, id)).toEqual(unwritten)
})

test('another plan in the place of the approved one halts', async () => {
  const d = await desk()
  const id = await planned(d)
  await approved(d, id)
  await replaceIn(d, id, (openings) => {
    const plan = openings['plan-1#plan']
    const value = JSON.parse(JSON.stringify(plan?.value ?? null).replace('"own-ticket"', '"other"'))
    return { ...openings, 'plan-1#plan': { salt: plan?.salt ?? '', value } }
  })

  expect(await restsOf(d, id)).toEqual(unwritten)
})
