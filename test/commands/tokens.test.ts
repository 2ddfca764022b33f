import { expect, test } from 'vitest'
import { tokensFrom } from '../../src/commands/tokens.ts'

const bound = {
  deed: 'approve',
  request: '01KB0000000000000000000000',
  on: 'a'.repeat(64),
  user: 'U0LIND',
  item: '7',
  page: 2,
} as const

test('what is sealed opens again, to the letter', () => {
  const tokens = tokensFrom(['first key'])
  expect(tokens.open(tokens.mint(bound))).toEqual(bound)
  expect(tokens.open(tokens.mint({ deed: 'home' }))).toEqual({ deed: 'home' })
})

test('the same is always sealed to the same, so that a card drawn twice is the same card', () => {
  expect(tokensFrom(['k']).mint(bound)).toBe(tokensFrom(['k']).mint({ ...bound }))
  expect(tokensFrom(['k']).mint(bound)).not.toBe(tokensFrom(['k']).mint({ ...bound, page: 3 }))
})

test('a token fits into a button and into the name of a window', () => {
  expect(tokensFrom(['k']).mint(bound).length).toBeLessThan(500)
})

test('nobody reads a token, makes one, or changes one', () => {
  const tokens = tokensFrom(['k'])
  const token = tokens.mint(bound)
  expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('LIND')
  expect(tokensFrom(['another key']).open(token)).toBeUndefined()
  for (let i = 0; i < token.length; i += 1) {
    const other = token[i] === 'A' ? 'B' : 'A'
    const forged = `${token.slice(0, i)}${other}${token.slice(i + 1)}`
    // The last sign may carry bits that stand for nothing.
    expect([undefined, bound]).toContainEqual(tokens.open(forged))
  }
  for (const nonsense of ['', 'x', '{"d":"approve"}', 'A'.repeat(200)]) {
    expect(tokens.open(nonsense)).toBeUndefined()
  }
})

test('while the vault key is being replaced, buttons of the old one still work', () => {
  const token = tokensFrom(['old']).mint(bound)
  expect(tokensFrom(['new', 'old']).open(token)).toEqual(bound)
  expect(tokensFrom(['new']).open(token)).toBeUndefined()
})
