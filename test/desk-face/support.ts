import type { KnownBlock, View } from '@slack/types'
import { expect } from 'vitest'
import { checkBlocks, checkView } from '../../sandbox/slack/blocks/validate.ts'
import { askedIn, needsOf } from '../../src/commands/desk/asked.ts'
import { flows, turnOf } from '../../src/flows/index.ts'
import type { Entry } from '../../src/records/entry.ts'
import { parsePolicy } from '../../src/records/policy.ts'
import type { Standing } from '../../src/views/desk/standing.ts'
import type { Sight } from '../../src/views/sight.ts'
import { wordsFor } from '../../src/words/index.ts'
import { after } from '../records/support/journal.ts'

/** Shows what a button stands for, instead of sealing it. */
const mint = JSON.stringify

export const sights = {
  en: { words: wordsFor('en'), locale: 'en-GB', tz: 'Europe/London', mint },
  fr: { words: wordsFor('fr'), locale: 'fr-FR', tz: 'Europe/Paris', mint },
} as const satisfies Record<string, Sight>

export const policy = parsePolicy(
  JSON.stringify({
    version: 1,
    country: 'FR',
    roles: {
      lead: { members: ['U0OPENER'] },
      privacy: { members: ['U0APPROVER', 'U0SECOND'] },
    },
    deeds: { open: ['lead'], decide: ['lead'], stop: ['lead', 'privacy'] },
    quorum: [{ right: 'any', severity: 'irreversible', role: 'privacy', of: 2 }],
    channels: { requests: 'C0REQUESTS', audit: 'C0AUDIT' },
  }),
)

/** How a request stands after these entries. */
export function standingAfter(entries: readonly Entry[], more: Partial<Standing> = {}): Standing {
  const request = after(...entries)
  const turn = turnOf(request, flows)
  const asked = askedIn(request, turn, policy)
  const members = asked.roles.flatMap((role) => policy.roles[role]?.members ?? [])
  return {
    request,
    turn,
    asked: [...asked.users, ...members.filter((user) => !asked.except.includes(user))],
    needs: needsOf(request, policy),
    now: '2026-11-24T09:00:00.000Z',
    paused: false,
    ...more,
  }
}

/** Slack would take it as a message. */
export function sent<T extends { readonly text: string; readonly blocks: readonly KnownBlock[] }>(
  said: T,
): T {
  expect(checkBlocks(JSON.parse(JSON.stringify(said.blocks)))).toEqual([])
  expect(said.text.length).toBeGreaterThan(0)
  expect(said.text.length).toBeLessThan(4_000)
  return said
}

/** Slack would take it as a window or a home tab. */
export function shown<T extends View>(view: T): T {
  expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([])
  expect(JSON.stringify(view).length).toBeLessThan(250_000)
  return view
}

/** Everything that is read in it. */
export const textIn = (node: unknown): string => [...textsIn(node)].join('\n')

function* textsIn(node: unknown): Generator<string> {
  if (!node || typeof node !== 'object') return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'text' && typeof value === 'string') yield value
    else if (key !== 'private_metadata') yield* textsIn(value)
  }
}

/** Which deeds its buttons do. */
export const deedsIn = (node: unknown): string[] =>
  [...JSON.stringify(node).matchAll(/"action_id":"([^":]+)/g)].map(([, id]) => id ?? '')
