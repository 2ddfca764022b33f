import { expect, test } from 'vitest'
import { run } from './run.ts'
import type { ScenarioName, Schedule } from './schedule.ts'

type Known = { what: string; schedule: Schedule; scenario?: ScenarioName }

/** Each of these went wrong once. */
const mended: readonly Known[] = [
  {
    what: 'a ticket whose permanent deletion is refused is planned for it again',
    schedule: [{ at: 'write', nth: 6, fault: 'purge-refused' }],
  },
  {
    what: 'what an agent puts back to the letter after its redaction is redacted again',
    schedule: [{ at: 'event', on: 'append', nth: 32, event: 'agent-puts-text-back' }],
  },
  {
    what: 'an address that comes back to a comment after its redaction is redacted again',
    schedule: [{ at: 'event', on: 'rest', nth: 6, event: 'agent-edits-comment' }],
    scenario: 'classic',
  },
  {
    what: 'a ticket that is restored just before its purge is deleted for good in the end',
    schedule: [{ at: 'event', on: 'write', nth: 9, event: 'agent-restores-tickets' }],
  },
  {
    what: 'a redaction whose answer was lost is settled although an agent deletes the ticket',
    schedule: [
      { at: 'write', nth: 2, fault: 'crash-after' },
      { at: 'event', on: 'rest', nth: 6, event: 'agent-deletes-other-ticket' },
    ],
  },
  {
    what: 'an account without Agent Workspace that keeps own tickets comes to an end',
    schedule: [],
    scenario: 'classic',
  },
  {
    what: 'what does not get through for hours goes on when a human lets it go on',
    schedule: Array.from({ length: 25 }, (_, i) => ({ at: 'write', nth: i + 1, fault: '500' })),
  },
  {
    what: 'a plan with nothing left to do is proved',
    schedule: [
      { at: 'event', on: 'append', nth: 16, event: 'agent-edits-comment' },
      { at: 'event', on: 'append', nth: 18, event: 'hold-on-other-ticket' },
    ],
  },
]

test.each(mended)('$what', async ({ schedule, scenario = 'by-ticket' }) => {
  expect((await run(schedule, { scenario })).violations).toEqual([])
})
