import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtml } from '../../../src/flows/matching/html-source.ts'
import {
  compileMatcher,
  type Hit,
  redactHtml,
  type Term,
} from '../../../src/flows/matching/index.ts'
import { oracle } from './oracle.ts'
import { camille, email, externalId, france, handle, name, phone, strong, weak } from './people.ts'

const words = (hits: readonly Hit[]): string[] => hits.map(({ text }) => text)

const around = fc.constantFrom(
  ...Array.from(' .-_,;:!?@\n\t\u00a0\u200b\u00ad’‑/()=<aés7x😀\u0301'),
  ...['Ana', 'le ', ' et ', 'e\u0301', '. ', ' - ', '33', '0'].values(),
)

/** Texts of a term's own letters and of what may stand around them. */
function textsOf(written: readonly string[]): fc.Arbitrary<string> {
  const parts = written.flatMap((one) => [one, one.toUpperCase(), one.normalize('NFD')])
  return fc
    .array(fc.oneof(fc.constantFrom(...parts), around, around), { maxLength: 9 })
    .map((pieces) => pieces.join(''))
}

test.each<[Term, string[]]>([
  [email, ['camille.lefevre@example.com', 'camille.lefèvre', '@example.com']],
  [handle, ['cam_lef', 'cam', '_lef']],
  [externalId, ['C-10042', 'C', '-', '10042']],
  [strong('user-id', '3600012'), ['3600012', '36000', '12']],
  [name, ['Camille', 'Lefèvre', 'Camille Lefèvre', 'Lefèvre, Camille']],
  [weak('name', 'Ana'), ['Ana', 'ANA', 'Àna']],
  [weak('name', 'Anne-Marie Le Goff'), ['Anne-Marie', 'Le Goff', 'Anne Marie Le Goff', 'Marie']],
])('finds what the oracle finds: %o', (term, written) => {
  const { inText } = compileMatcher([term], france)
  fc.assert(
    fc.property(textsOf(written), (text) => {
      expect(words(inText(text)).map(trimmed)).toEqual(oracle(text, term).map(trimmed))
    }),
    { numRuns: 400 },
  )
})

test('finds what the oracle finds: a phone', () => {
  const { inText } = compileMatcher([phone], france)
  const written = [
    '06 12 34 56 78',
    '0612345678',
    '+33612345678',
    '+33 (0)6 12',
    ' 34 56 78',
    '612345678',
  ]
  fc.assert(
    fc.property(textsOf(written), (text) => {
      expect(words(inText(text)).map(digits)).toEqual(oracle(text, phone).map(digits))
    }),
    { numRuns: 1000 },
  )
})

const digits = (found: string): string => trimmed(found).replace(/^[+(]+/, '')

/** What nobody sees at the end of a hit may or may not be counted in. */
function trimmed(text: string): string {
  return text.replace(/[\p{Cf}\p{M}]+$/u, '')
}

const inline = fc.constantFrom(
  '<b>',
  '</b>',
  '<i class="x">',
  '<wbr>',
  '<!-- c -->',
  '<a href="#">',
  '</a>',
)

/** Every character as it stands or as an entity, with tags strewn in between. */
function dressed(text: string): fc.Arbitrary<string> {
  const characters = Array.from(text)
  const dress = fc.tuple(fc.constantFrom('plain', 'decimal', 'hex'), fc.option(inline, { freq: 3 }))
  return fc
    .array(dress, { minLength: characters.length, maxLength: characters.length })
    .map((list) =>
      list.map(([how, tag], at) => (tag ?? '') + spelled(characters[at] ?? '', how)).join(''),
    )
}

function spelled(character: string, how: string): string {
  const code = character.codePointAt(0) ?? 0
  if (how === 'decimal') return `&#${code};`
  if (how === 'hex') return `&#x${code.toString(16)};`
  return character === '<' ? '&lt;' : character.replace('&', '&amp;')
}

const forms: readonly (readonly [Term, string])[] = [
  [email, 'camille.lefevre@example.com'],
  [phone, '+33 (0)6 12 34 56 78'],
  [phone, '06.12.34.56.78'],
  [name, 'Lefèvre, Camille'],
  [name, 'Camille Lefe\u0300vre'],
  [handle, 'cam_lef'],
]

test('tags and entities inside a term do not hide it', () => {
  const { inHtml } = compileMatcher(camille, france)
  const cases = fc
    .constantFrom(...forms)
    .chain(([term, form]) => fc.tuple(fc.constant(term), fc.constant(form), dressed(form)))
  fc.assert(
    fc.property(cases, ([term, form, html]) => {
      const [hit] = inHtml(`<p>Bonjour ${html}, merci</p>`)
      expect(hit).toMatchObject({ term, text: form })
    }),
  )
})

test('entities alone change nothing: html finds what text finds', () => {
  const { inText, inHtml } = compileMatcher(camille, france)
  const cases = textsOf(forms.map(([, form]) => form)).chain((text) =>
    fc.tuple(fc.constant(text.replaceAll('<', '')), dressedPlainly(text.replaceAll('<', ''))),
  )
  fc.assert(
    fc.property(cases, ([text, html]) => {
      expect(words(inHtml(html))).toEqual(words(inText(text)))
    }),
  )
})

function dressedPlainly(text: string): fc.Arbitrary<string> {
  const characters = Array.from(text)
  return fc
    .array(fc.constantFrom('plain', 'decimal'), {
      minLength: characters.length,
      maxLength: characters.length,
    })
    .map((list) => list.map((how, at) => spelled(characters[at] ?? '', how)).join(''))
}

const fragments = fc.oneof(
  fc.constantFrom(...forms.map(([, form]) => form)),
  fc.constantFrom(...forms.map(([, form]) => `<a href="mailto:${form}">${form}</a>`)),
  fc.constantFrom('<img alt="Camille Lefèvre"/>', '<img alt=cam_lef/>', "<img title='C-10042' />"),
  fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    '<b',
    '</',
    '<!--',
    '-->',
    '<a title="',
    '<script>',
    '</script>',
  ),
  fc.constantFrom('&eacute;', '&#12', '<br>', '<textarea>', '<p>', '</p>', '<td>', '\ud83d'),
  fc.constantFrom('612345678', 'cam_lef', 'C-10042', '33 ', ' ', '.', '-', 'x', '1'),
)

const pages = fc.array(fragments, { maxLength: 14 }).map((parts) => parts.join(''))

test('without its marks, the marked html is the input', () => {
  const { inHtml } = compileMatcher(camille, france)
  fc.assert(
    fc.property(pages, (html) => {
      const marked = redactHtml(html, inHtml(html))
      expect(marked.replace(/<\/?redact>| redact(?=\s*\/?>)/g, '')).toBe(html)
    }),
    { numRuns: 1000 },
  )
})

test('redacted for as long as something is found, a comment ends with no strong term in it', () => {
  const { inHtml } = compileMatcher(camille, france)
  fc.assert(
    fc.property(pages, (html) => {
      let left = html
      // Where an element goes, what stood on both sides of it may become a term: found the next time.
      for (let round = 0; round < 4; round += 1) left = redacted(redactHtml(left, inHtml(left)))
      expect(inHtml(left).filter(({ term }) => term.strength === 'strong')).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('where no element goes, one redaction is enough', () => {
  const { inHtml } = compileMatcher(camille, france)
  fc.assert(
    fc.property(pages, (html) => {
      const hits = inHtml(html)
      fc.pre(hits.every(({ attribute }) => attribute !== true))
      const left = inHtml(redacted(redactHtml(html, hits)))
      expect(left.filter(({ term }) => term.strength === 'strong')).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

/** What Zendesk makes of the marks (facts 7): blocks for texts, nothing for elements. */
function redacted(marked: string): string {
  const html = marked.replace(/<redact>.*?<\/redact>/gsu, '▇▇▇▇')
  let kept = ''
  let read = 0
  for (const { start, end } of readHtml(html).tags) {
    if (!/ redact ?\/?>$/.test(html.slice(start, end))) continue
    kept += html.slice(read, start)
    read = end
  }
  return kept + html.slice(read)
}

test('no input makes it throw', () => {
  const { inText, inHtml } = compileMatcher(camille, france)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { start, end } of [...inText(text), ...inHtml(text)].flatMap(
        ({ spans }) => spans,
      )) {
        expect(start < end && end <= text.length).toBe(true)
      }
    }),
  )
})
