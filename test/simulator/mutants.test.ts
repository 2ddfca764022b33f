import { describe, expect, test } from 'vitest'
import type { Mutant } from './desk/simulation.ts'
import { eachEvent, eachWrite } from './enumerate.ts'
import * as flowMutants from './mutants/flow-mutants.ts'
import * as handsMutants from './mutants/hands-mutants.ts'
import { type Catch, hunt } from './mutants/hunt.ts'
import * as kindMutants from './mutants/kind-mutants.ts'
import * as storeMutants from './mutants/store-mutants.ts'
import type { Invariant } from './oracle/judge.ts'
import { type EventName, type ScenarioName, said, type Twist } from './schedule.ts'

type Row = {
  name: string
  invariant: Invariant
  mutant?: Mutant
  kinds?: (typeof kindMutants)['seesNoDrift']
  scenario?: ScenarioName
  /** The part of the enumeration that is about it. */
  where?: readonly Twist[]
}

const count = { write: 11, append: 41, read: 0, rest: 8 }
const writes = eachWrite(count.write)
const events = (...names: EventName[]): Twist[] =>
  eachEvent(count, ['rest', 'write']).filter(
    (twist) => twist.at === 'event' && names.includes(twist.event),
  )

const wrong: readonly Row[] = [
  {
    name: 'records what it sent only afterwards',
    invariant: 'settled-first',
    mutant: { hands: storeMutants.recordsAfterSending },
  },
  {
    name: 'takes what was lost for not done, without looking',
    invariant: 'recorded',
    kinds: kindMutants.neverReadsBack,
    where: writes,
  },
  {
    name: 'waits for nothing before it reads back',
    invariant: 'answered',
    mutant: { hands: handsMutants.waitsForNothing },
    where: writes.filter(({ nth }) => nth > 5),
  },
  {
    name: 'does not wait until an intent is on disk',
    invariant: 'approved',
    mutant: { hands: storeMutants.doesNotAwaitIntents },
  },
  {
    name: 'takes a 5xx for a no',
    invariant: 'recorded',
    mutant: { hands: handsMutants.takes5xxForNo },
    where: writes,
  },
  {
    name: 'checks approvals once and never again',
    invariant: 'approved',
    mutant: { hands: handsMutants.checksApprovalsOnce },
    where: events('approver-loses-role', 'policy-raised'),
  },
  {
    name: 'does not heed the pause of the desk',
    invariant: 'paused',
    mutant: { hands: handsMutants.heedsNoPause },
    where: events('desk-paused'),
  },
  {
    name: 'counts the approval of the one who asked',
    invariant: 'opener',
    mutant: { hands: storeMutants.countsOpenersApproval },
    where: events('opener-approves'),
  },
  {
    name: 'lets approvals count for ever',
    invariant: 'approved',
    mutant: { hands: storeMutants.ignoresExpiry },
    where: events('long-silence'),
  },
  {
    name: 'says that it has forgotten, and has not',
    invariant: 'forgotten',
    mutant: { hands: storeMutants.forgetsNothing },
  },
  {
    name: 'believes every job',
    invariant: 'recorded',
    mutant: { hands: handsMutants.trustsEveryJob },
    where: writes.filter(({ nth }) => nth > 4),
  },
  {
    name: 'deletes the user before the tickets',
    invariant: 'order',
    mutant: { flow: flowMutants.usersFirst },
  },
  {
    name: 'takes everybody of the name for the person',
    invariant: 'confirmed',
    mutant: { flow: flowMutants.takesEveryNamesake },
    scenario: 'by-name',
  },
  {
    name: 'deletes without having answered',
    invariant: 'order',
    mutant: { flow: flowMutants.answersNobody },
  },
  {
    name: 'does not see what has changed since',
    invariant: 'drift',
    kinds: kindMutants.seesNoDrift,
    where: events('customer-writes-on-own-ticket', 'identity-added'),
  },
  {
    name: 'does not see a legal hold',
    invariant: 'hold',
    kinds: kindMutants.seesNoHold,
    where: events('hold-on-own-ticket', 'hold-on-user'),
  },
  {
    name: 'does not look for its own answer',
    invariant: 'answered',
    kinds: kindMutants.seesNoMarker,
    where: writes.filter(({ nth }) => nth > 5),
  },
]

describe('an engine is caught that', () => {
  test.each(wrong)(
    '$name',
    async ({ name, invariant, mutant = {}, kinds, ...where }) => {
      const hunting = async () => await hunt(mutant, where)

      const caught = kinds ? await kindMutants.withKinds(kinds, hunting) : await hunting()

      tell(name, caught)
      expect(caught?.invariants).toContain(invariant)
    },
    60_000,
  )
})

function tell(name: string, caught: Catch | undefined): void {
  const how = caught
    ? `caught after ${caught.after} by ${caught.by}: ${caught.invariants.join(', ')} ${said(caught.schedule)}`
    : 'got away'
  process.stdout.write(`an engine that ${name}: ${how}\n`)
}
