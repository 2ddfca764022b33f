import { describe, expect, test } from 'vitest'
import {
  BrokenCommitment,
  commitTo,
  type Opening,
  type Openings,
  openCommit,
} from '../../src/records/commitment.ts'

const ref = 'plan-1#op-1.id'
const opening: Opening = { salt: 'ab'.repeat(32), value: { ticket: 48213, comment: 7 } }
const openings: Openings = { [ref]: opening }
const commit = commitTo(ref, opening)

describe('a commitment', () => {
  test('opens to the value that was committed to', () => {
    expect(openCommit(commit, openings)).toEqual({ ticket: 48213, comment: 7 })
  })

  test('holds nothing of the value', () => {
    expect(JSON.stringify(commit)).not.toMatch(/48213|ticket|comment/)
    expect(commit.mac).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is the same for the same value, whatever the order of its keys', () => {
    const turned = { ...opening, value: { comment: 7, ticket: 48213 } }

    expect(commitTo(ref, turned)).toEqual(commit)
  })

  test('differs by salt, by value and by place', () => {
    const others = [
      commitTo(ref, { ...opening, salt: 'cd'.repeat(32) }),
      commitTo(ref, { ...opening, value: { ticket: 48213, comment: 8 } }),
      commitTo(ref, { ...opening, value: { ticket: '48213', comment: 7 } }),
      commitTo('plan-1#op-2.id', opening),
    ]

    expect(new Set([commit.mac, ...others.map(({ mac }) => mac)]).size).toBe(5)
  })

  test.each<[string, Openings]>([
    ['the value was altered', { [ref]: { ...opening, value: { ticket: 48213, comment: 8 } } }],
    ['the value has lost a part', { [ref]: { ...opening, value: { ticket: 48213 } } }],
    ['the value is empty', { [ref]: { ...opening, value: null } }],
    ['the salt was altered', { [ref]: { ...opening, salt: 'ac'.repeat(32) } }],
    ['the salt is none', { [ref]: { ...opening, salt: '' } }],
    ['the opening is gone', {}],
    ['the opening stands in another place', { 'plan-1#op-2.id': opening }],
  ])('is refused when %s', (_, altered) => {
    expect(() => openCommit(commit, altered)).toThrow(BrokenCommitment)
  })

  test('is refused when it points to another place with a value of its own', () => {
    const elsewhere = 'plan-1#op-2.id'
    const both = { ...openings, [elsewhere]: { ...opening, value: { ticket: 1 } } }

    expect(() => openCommit({ ...commit, ref: elsewhere }, both)).toThrow(BrokenCommitment)
  })

  test.each([
    ['cut short', commit.mac.slice(0, 63)],
    ['empty', ''],
    ['zeros', '0'.repeat(64)],
  ])('is refused when its own code is %s', (_, mac) => {
    expect(() => openCommit({ ref, mac }, openings)).toThrow(BrokenCommitment)
  })

  test('says where it broke, and nothing of what stood there', () => {
    expect(() => openCommit(commit, {})).toThrow(ref)
    expect(() => openCommit(commit, { [ref]: { ...opening, value: 'canary' } })).not.toThrow(
      /canary/,
    )
  })
})
