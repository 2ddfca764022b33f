import { describe, expect, test } from 'vitest'
import { canonical } from '../../src/records/canonical.ts'
import { commitTo } from '../../src/records/commitment.ts'
import { digestOf, type Plan, parsePlan } from '../../src/records/plan.ts'

const salt = '5a'.repeat(32)
const commit = (name: string, value: unknown) =>
  commitTo(`plan-1#${name}`, { salt, value: JSON.parse(JSON.stringify(value)) })

const target = (n: number, kind: 'ticket' | 'user') => ({
  kind,
  id: commit(`o${n}.target`, { [kind]: 360_001_204_457 }),
})

/** A plan as it lies in the vault. */
const stored = {
  v: 1,
  request: '01TEST00000000000000000001',
  right: 'erasure',
  account: 'example.zendesk.com',
  ground: 'gdpr-17-1',
  severities: ['reversible', 'irreversible'],
  kept: [{ target: target(9, 'ticket'), code: 'namesake', decided: '01TEST00000000000000000002' }],
  operations: [
    {
      n: 1,
      kind: 'ticket.edit',
      phase: 'tickets',
      target: target(1, 'ticket'),
      change: commit('o1.change', { subject: 'For Camille Lefèvre, camille@example.com' }),
      basis: 'b'.repeat(64),
      why: 'own-ticket',
      falls: { files: 2 },
      decided: '01TEST00000000000000000002',
      undo: 'none',
      settle: 'by-state',
    },
    {
      n: 2,
      kind: 'user.delete',
      phase: 'user',
      target: target(2, 'user'),
      basis: 'c'.repeat(64),
      why: 'the-person',
      decided: '01TEST00000000000000000002',
      undo: 'none',
      settle: 'by-state',
    },
  ],
} as const

type Path = readonly (string | number)[]

/** Every place of a value that holds no further one. */
function* leavesOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key])
}

/** The same with one place changed, or taken out. */
function changedAt(
  value: unknown,
  [key, ...rest]: Path,
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value)
  const copy = structuredClone(value) as Record<string | number, unknown>
  const inner = changedAt(copy[key], rest, change)
  if (inner === undefined) delete copy[key]
  else copy[key] = inner
  return copy
}

const digest = await digestOf(parsePlan(stored))
const other = (old: unknown) => (typeof old === 'number' ? old + 1 : `${String(old)}x`)

describe('the digest of a plan', () => {
  test('is this one, for good: an approval of today must mean the same in ten years', () => {
    expect(digest).toMatchInlineSnapshot(
      `"baa47957e8e60021c214415d0c3b46f9fce3c4899757cb8c2984f0ba6fd4c567"`,
    )
  })

  test('does not depend on the order of keys, nor on having been written and read', async () => {
    const { operations, ...rest } = stored
    const turned = {
      operations: [...operations],
      ...Object.fromEntries(Object.entries(rest).toReversed()),
    }

    expect(await digestOf(parsePlan(turned))).toBe(digest)
    expect(await digestOf(parsePlan(JSON.parse(JSON.stringify(parsePlan(stored)))))).toBe(digest)
  })

  test('changes with every single value of the plan', async () => {
    const paths = [...leavesOf(stored)]
    const digests = await Promise.all(
      paths.map((path) => digestOf(changedAt(stored, path, other) as Plan)),
    )

    expect(paths.length).toBeGreaterThan(30)
    expect(new Set([digest, ...digests]).size).toBe(paths.length + 1)
  })

  test('changes with the order of operations and with anything left out', async () => {
    const [one, two] = stored.operations
    const plans = [
      { ...stored, operations: [two, one] },
      { ...stored, operations: [one] },
      { ...stored, kept: [] },
      changedAt(stored, ['operations', 0, 'falls'], () => undefined),
      changedAt(stored, ['operations', 0, 'change'], () => undefined),
    ]
    const digests = await Promise.all(plans.map((plan) => digestOf(parsePlan(plan))))

    expect(new Set([digest, ...digests]).size).toBe(6)
  })

  test('is of nothing else: the same value with another first line has another one', async () => {
    expect(await digestOf(canonical(stored) as never)).not.toBe(digest)
  })
})

describe('what an approver signs', () => {
  test('holds no personal value and no Zendesk id', () => {
    const text = canonical(parsePlan(stored))

    for (const canary of ['Camille', 'Lefèvre', 'Lef\\u00e8vre', '360001204457', salt]) {
      expect(text).not.toContain(canary)
    }
    expect(text).toContain('plan-1#o1.target')
  })
})

describe('a stored plan', () => {
  test('is read back as it was', () => {
    expect(parsePlan(stored)).toEqual(stored)
  })

  test.each<[string, Path, unknown]>([
    ['a value of its own in a place of codes', ['operations', 0, 'why'], 'For Camille Lefèvre'],
    ['an id in the clear', ['operations', 0, 'target', 'id'], 48_213],
    ['more than it may hold', ['operations', 0, 'email'], 'camille@example.com'],
    ['more at its top', ['note'], 'x'],
    ['an operation nobody knows', ['operations', 0, 'kind'], 'user.suspend'],
    ['a phase nobody knows', ['operations', 0, 'phase'], 'later'],
    ['a severity nobody knows', ['severities', 0], 'harmless'],
    ['an operation without a number', ['operations', 0, 'n'], 0],
    ['an operation that nobody decided', ['operations', 0, 'decided'], undefined],
    ['a basis that is none', ['operations', 0, 'basis'], 'b'],
    ['another version', ['v'], 2],
  ])('with %s is refused', (_, path, value) => {
    expect(() => parsePlan(changedAt(stored, path, () => value))).toThrow(/./)
  })

  test.each([undefined, null, [], 'plan', {}])('that is %j is refused', (value) => {
    expect(() => parsePlan(value)).toThrow(/./)
  })
})
