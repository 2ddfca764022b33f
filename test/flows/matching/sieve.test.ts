import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFinder } from '../../../src/flows/matching/candidates.ts'
import { readHtml } from '../../../src/flows/matching/html-source.ts'
import { patternsOf } from '../../../src/flows/matching/patterns.ts'
import { readings } from '../../../src/flows/matching/readings.ts'
import { foldPieces, foldText } from '../../../src/flows/matching/stream.ts'
import { camille, france, strong, weak } from './people.ts'

const terms = [
  ...camille,
  weak('name', 'Jürgen Müller'),
  weak('name', '田中 太郎'),
  weak('name', 'Ana'),
  strong('external-id', 'AB 12 34'),
]
const { find, mayStandInText, mayStandInHtml } = compileFinder(patternsOf(terms, france))

/** Texts that stop in the middle of what is looked for, and dress it up. */
const parts = fc.oneof(
  fc.constantFrom('camille.lefevre', '@example.com', '%40', '+news', ' (at) ', '[at]', 'cam_lef'),
  fc.constantFrom(
    'Camille',
    'Lefèvre',
    'Lefe\u0300vre',
    'LEFÈVRE',
    'Juergen',
    'Müller',
    '田中太郎',
  ),
  fc.constantFrom(
    '𝐂𝐚𝐦',
    '𝐢𝐥𝐥𝐞',
    'AB',
    '12',
    '34',
    '0612345678',
    '+33 (0)6 12',
    '٠٦١٢٣٤٥٦٧٨',
    'AnA',
  ),
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '-',
    '.',
    ', ',
    '_',
    '(',
    '/',
    '·',
  ),
  fc.constantFrom('C-10', '042', '@', 'ﬃ', 'ß', 'x', '7', '\ud83d', '\udc00', '😀', '\u0301'),
)

const markup = fc.oneof(
  fc.constantFrom('<b>', '</b>', '<br>', '<br/>', '</p >', '<p dir="auto">', '<td>', '<i a=b c>'),
  fc.constantFrom('<a href="', "<a title='", '<img alt=', '">', "'>", '/>', '>', '<', '</', '"'),
  fc.constantFrom('<!-- ', ' -->', '<!', '<?', '<script>', '</script>', '<title>', '</title>'),
  fc.constantFrom(
    '&',
    '&amp;',
    '&nbsp;',
    '&eacute',
    '&egrave;',
    '&#64;',
    '&#x40',
    '&#',
    ';',
    '&lt',
  ),
  fc.constantFrom('&wbr;', '&shy;', '&#x1d402;', '&NotEqualTilde;', '%20', '+', '=', '<textarea>'),
)

const textsOf = (of: fc.Arbitrary<string>) =>
  fc.array(of, { maxLength: 12 }).map((list) => list.join(''))

test('what is sieved out of plain texts holds nothing', () => {
  fc.assert(
    fc.property(textsOf(parts), (text) => {
      if (mayStandInText(text)) return
      expect(find(foldText(text))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('what is sieved out of html holds nothing, in its text or its attributes', () => {
  fc.assert(
    fc.property(textsOf(fc.oneof(parts, markup)), (html) => {
      if (mayStandInHtml(html)) return
      const { pieces, tags } = readHtml(html)
      const values = tags.flatMap((tag) => tag.values).flatMap(readings)
      expect(find(foldPieces(pieces, html.length))).toEqual([])
      expect(values.flatMap((value) => find(foldText(value)))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test.each([
  'Bonjour Camille : Lefèvre est absent le 06 12, ou le 34 56 78 😀',
  '<p>Bonjour <b>Camille</b> !</p><p>Lefèvre &amp; fils, 06&nbsp;12 <a href="/?a=1&amp;b=2">ici</a></p>',
  '5 < 6 && 7 > 3 <br/> <i>AB</i> 12 35',
])('a text that holds almost something is sieved out: %s', (text) => {
  expect(mayStandInText(text)).toBe(false)
  expect(mayStandInHtml(text)).toBe(false)
})

test('texts of all of Unicode do not wear the sieve out', () => {
  const everything = Array.from({ length: 0x11000 }, (_, code) => String.fromCodePoint(code))
  const text = everything.map((character, at) => `${character}${everything[(at * 31) % 0x11000]}`)

  expect(mayStandInText(text.join('z'))).toBe(find(foldText(text.join('z'))).length > 0)
  expect(mayStandInText('Camille Lefèvre')).toBe(true)
})
