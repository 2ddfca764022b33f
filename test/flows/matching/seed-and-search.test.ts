import { expect, test } from 'vitest'
import { searchQueries, seedTerms } from '../../../src/flows/matching/index.ts'
import { camille, email, france, strong, weak } from './people.ts'

test('a profile gives every address, number, handle and id once, strong ones first', () => {
  const terms = seedTerms(
    {
      name: 'Camille Lefèvre',
      alias: 'camille LEFEVRE',
      email: 'camille.lefevre@example.com',
      phone: '06 12 34 56 78',
      externalId: 'C-10042',
      identities: [
        { type: 'email', value: 'Camille.Lefevre@example.com' },
        { type: 'email', value: 'cl@example.org' },
        { type: 'phone_number', value: '+33 (0)6 12 34 56 78' },
        { type: 'agent_forwarding', value: '+33123456789' },
        { type: 'twitter', value: 'cam_lef' },
        { type: 'foreign', value: '42' },
        { type: 'messaging', value: '65f0c0ffee' },
      ],
    },
    france,
  )

  expect(terms.map(({ kind, strength }) => `${kind} ${strength}`)).toEqual([
    'email strong',
    'phone strong',
    'email strong',
    'phone strong',
    'handle strong',
    'external-id strong',
    'external-id strong',
    'external-id weak',
    'name weak',
  ])
  expect(terms[1]).toEqual(strong('phone', '+33612345678'))
  expect(terms.at(-1)?.value).toBe('camille LEFEVRE')
})

test.each([
  ['camille.lefevre@example.com', strong('email', 'camille.lefevre@example.com')],
  ['Caller +33 6 12 34 56 78', strong('phone', '+33612345678')],
  ['+1 (212) 555-0123', strong('phone', '+12125550123')],
  ['李', weak('name', '李')],
])('the name %s is what it looks like', (name, term) => {
  expect(seedTerms({ name, identities: [] }, france)).toEqual([term])
})

test('what says nothing is no term', () => {
  const empty = { name: 'C.', alias: '-', email: null, phone: ' ', externalId: '', identities: [] }
  expect(seedTerms(empty, france)).toEqual([])
})

test.each([
  '"06 12 34 56 78"',
  '0612345678',
  '"06.12.34.56.78"',
  '"06-12-34-56-78"',
  '"+33 6 12 34 56 78"',
  '"+33.6.12.34.56.78"',
  '"+33612345678"',
  '"0033 6 12 34 56 78"',
  '0033612345678',
  '"+33 (0)6 12 34 56 78"',
])('a phone is also searched as %s', (form) => {
  expect(searchQueries([strong('phone', '+33612345678')], france)).toContain(form)
})

test('a phone that cannot be read is searched as it stands, and by its digits', () => {
  expect(searchQueries([strong('phone', 'poste 4521')], france)).toEqual(['"poste 4521"', '4521'])
})

test('names are searched with and without accents, each word first', () => {
  expect(searchQueries([weak('name', 'Jürgen Müller')], france)).toEqual([
    '"Jürgen Müller"',
    '"Juergen Mueller"',
    '"Jurgen Muller"',
    '"Müller Jürgen"',
    '"Mueller Juergen"',
    '"Muller Jurgen"',
  ])
})

test('what holds more than letters and digits is quoted, quotes inside are dropped', () => {
  expect(
    searchQueries([email, strong('handle', '@cam_lef'), strong('other', 'a "b" c')], france),
  ).toEqual(['"camille.lefevre@example.com"', '"cam_lef"', '"a b c"'])
  expect(searchQueries([strong('user-id', '36000'), weak('other', ' " ')], france)).toEqual([
    '36000',
  ])
  expect(new Set(searchQueries([...camille, ...camille], france)).size).toBe(
    searchQueries(camille, france).length,
  )
})
