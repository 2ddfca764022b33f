import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/flows/refusal.ts'
import { parseSubject } from '../../src/flows/subject.ts'

/** How a text is read, or the code of its refusal. */
function readingOf(text: string): unknown {
  try {
    return parseSubject(text, 'example.zendesk.com')
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const desk = 'https://example.zendesk.com'

describe('a ticket', () => {
  test.each([
    '48213',
    '  48213\n',
    '#48213',
    'ticket:48213',
    'TICKET:48213',
    `${desk}/agent/tickets/48213`,
    `${desk}/agent/tickets/48213/`,
    `${desk}/agent/tickets/48213?brand_id=7&next=/users/5`,
    `${desk}/agent/tickets/48213/?x=1`,
    `${desk}/agent/tickets/48213#comment-9`,
    `${desk}/agent/tickets/48213/events`,
    `${desk}/api/v2/tickets/48213.json`,
    `${desk}/hc/fr/requests/48213`,
    `<${desk}/agent/tickets/48213>`,
    `<${desk}/agent/tickets/48213|the ticket>`,
  ])('is named by %j', (text) => {
    expect(readingOf(text)).toEqual({ by: 'ticket', id: 48213 })
  })
})

describe('a user', () => {
  test.each([
    'user:360001204457',
    `${desk}/agent/users/360001204457`,
    `${desk}/agent/users/360001204457/`,
    `${desk}/agent/users/360001204457/requested_tickets`,
    `${desk}/api/v2/users/360001204457.json?include=identities`,
    `${desk}/agent/users/360001204457?from=/tickets/48213`,
  ])('is named by %j', (text) => {
    expect(readingOf(text)).toEqual({ by: 'user', id: 360_001_204_457 })
  })
})

describe('an e-mail address', () => {
  test.each([
    'camille@example.com',
    'Camille@Example.COM',
    'mailto:camille@example.com',
    'MAILTO:CAMILLE@example.com',
    '<mailto:camille@example.com|camille@example.com>',
  ])('is read in lower case from %j', (text) => {
    expect(readingOf(text)).toEqual({ by: 'email', value: 'camille@example.com' })
  })

  test.each(['camille@', '@camille', 'a@b@example.com', 'Camille <c@example.com>', "o'; --@x"])(
    'is not what %j is, and the answer says so',
    (text) => {
      expect(readingOf(text)).toBe('subject-email')
    },
  )

  test.each(["o'brien@example.com", 'first.last+desk@sub.example.co.uk'])('may be %j', (text) => {
    expect(readingOf(text)).toEqual({ by: 'email', value: text })
  })
})

describe('a phone number', () => {
  test.each([
    '+33 6 39 98 12 34',
    '+33639981234',
    '0033 6 39 98 12 34',
    '06 39 98 12 34',
    '06.39.98.12.34',
    '06-39-98-12-34',
    '0639981234',
    '+33 (0)6 39 98 12 34',
    '(06) 39 98 12 34',
    '+1 (555) 010-9999',
  ])('is kept as it is written: %j', (text) => {
    expect(readingOf(text)).toEqual({ by: 'phone', value: text })
  })

  test('may come as a link', () => {
    const phone = { by: 'phone', value: '+33639981234' }

    expect(readingOf('tel:+33639981234')).toEqual(phone)
    expect(readingOf('<tel:+33639981234|06 39 98 12 34>')).toEqual(phone)
  })

  test.each(['+1234', '06', '063998', '+', '0'])('is not %j, nor is that a ticket', (text) => {
    expect(readingOf(text)).toBe('subject-unclear')
  })
})

describe('a name', () => {
  test.each([
    'Camille Lefèvre',
    "Siobhán O'Brien",
    'Siobhán O’Brien',
    'Anne-Marie de la Tour',
    '李小龙',
    'Łukasz',
    'Camille 💐',
    "Robert'); DROP TABLE users;--",
    "1' OR '1'='1",
    'Camille Lefèvre 2',
  ])('is kept to the letter: %j', (text) => {
    expect(readingOf(text)).toEqual({ by: 'name', value: text })
  })

  test('may be anything behind the word name', () => {
    expect(readingOf('name: 48213 ')).toEqual({ by: 'name', value: '48213' })
    expect(readingOf('name:A/S Nordlys')).toEqual({ by: 'name', value: 'A/S Nordlys' })
  })
})

describe('an external id', () => {
  test.each([
    ['external:NL-C-20417', 'NL-C-20417'],
    ['External: 48213', '48213'],
    ['external:camille@example.com', 'camille@example.com'],
  ])('stands behind its word: %j', (text, value) => {
    expect(readingOf(text)).toEqual({ by: 'external-id', value })
  })
})

describe('what cannot be read', () => {
  test.each(['', '   ', '\n\t'])('is missing: %j', (text) => {
    expect(readingOf(text)).toBe('subject-missing')
  })

  test.each(['9007199254740992', '#99999999999999999999', 'user:9007199254740992', '#0'])(
    'is no Zendesk id: %j',
    (text) => {
      expect(readingOf(text)).toBe('subject-number')
    },
  )

  test.each([
    '💐',
    '---',
    '#',
    '12 34',
    '-5',
    `${desk}/agent/dashboard`,
    `${desk}/agent/tickets/`,
    'ticket:abc',
    'user:',
    'external:',
    'external:  ',
    'name:',
  ])('is unclear, and is never guessed at: %j', (text) => {
    expect(readingOf(text)).toBe('subject-unclear')
  })
})
