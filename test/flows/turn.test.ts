import { describe, expect, test } from 'vitest'
import { flows, turnOf } from '../../src/flows/index.ts'
import { entry } from '../records/support/entries.ts'
import {
  after,
  agreed,
  approved,
  at,
  bot,
  coded,
  decided,
  found,
  intended,
  settled,
  slept,
  toPlan,
  woke,
} from '../records/support/journal.ts'

const until = '2026-11-23T10:00:00.000Z'
const proved = entry({ kind: 'proved', by: bot, code: 'proved', counts: {}, on: at('p#all') })
const closed = entry({ kind: 'closed', by: bot, code: 'done', counts: {} })
const sealed = entry({ kind: 'sealed', by: bot })
const handedOver = entry({ kind: 'handed-over', by: bot, digest: 'd'.repeat(64) })
const agreement = [approved(), agreed()]
const away = [slept('pause', until), woke('pause')]
const call = intended([1, 2, 3])
const done = (...ns: number[]) => settled(ns.map((n) => [n, 'done']))
const all = [...toPlan, ...agreement, ...away, done(1, 2, 3, 4, 5), handedOver]

describe('whose turn it is', () => {
  test.each([
    ['the bot’s, to look', [], { kind: 'bot', step: 'find-people' }],
    ['the lead’s, to confirm', [found('people')], { kind: 'human', step: 'confirm-people' }],
    [
      'the lead’s, to decide',
      [found('people'), decided('people'), found('traces')],
      { kind: 'human', step: 'decide-traces' },
    ],
    ['the approver’s', toPlan, { kind: 'human', step: 'approve' }],
    ['the bot’s, to begin the pause', [...toPlan, ...agreement], { kind: 'bot', step: 'pause' }],
    [
      'time’s, in the pause',
      [...toPlan, ...agreement, slept('pause', until)],
      { kind: 'time', step: 'pause', until },
    ],
    [
      'the bot’s, while a call is out',
      [...toPlan, ...agreement, ...away, call],
      { kind: 'bot', step: 'tickets' },
    ],
    [
      'the lead’s, to hand the answer over',
      [...toPlan, ...agreement, ...away, done(1, 2, 3)],
      { kind: 'human', step: 'hand-over' },
    ],
    ['the bot’s, to prove', all, { kind: 'bot', step: 'prove' }],
    [
      'time’s, while Zendesk’s products finish',
      [...all, slept('products', until)],
      { kind: 'time', step: 'prove', until },
    ],
    [
      'the bot’s, to close',
      [...all, slept('products', until), proved],
      { kind: 'bot', step: 'close' },
    ],
    ['the bot’s, to forget', [...all, proved, closed], { kind: 'bot', step: 'seal' }],
    ['nobody’s any more', [...all, proved, closed, sealed], { kind: 'over' }],
    [
      'whoever’s lets it go on',
      [...toPlan, coded('stopped', 'legal-hold')],
      { kind: 'halt', code: 'legal-hold' },
    ],
    [
      'the bot’s, to forget what was stopped and then cancelled',
      [coded('stopped', 'stopped'), closed],
      { kind: 'bot', step: 'seal' },
    ],
  ] as const)('is %s', (_, entries, turn) => {
    expect(turnOf(after(...entries), flows)).toEqual(turn)
  })

  test('is nobody’s where a right has no flow yet', () => {
    expect(turnOf({ ...after(), right: 'objection' }, flows)).toEqual({
      kind: 'halt',
      code: 'no-flow',
    })
  })
})
