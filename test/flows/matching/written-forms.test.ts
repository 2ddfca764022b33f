import { describe, expect, test } from 'vitest'
import { compileMatcher, type Term } from '../../../src/flows/matching/index.ts'
import { camille, email, externalId, france, handle, name, phone, strong, weak } from './people.ts'

/** What is found of one term, each with a ~ where it is only partial. */
function found(term: Term, text: string, country = 'FR'): string[] {
  const { inText } = compileMatcher([term], { country })
  return inText(text).map((hit) => (hit.partial === true ? `~${hit.text}` : hit.text))
}

describe('an e-mail address', () => {
  test.each([
    ['Écrivez à camille.lefevre@example.com, merci.', 'camille.lefevre@example.com'],
    ['Écrivez à Camille.LEFEVRE@Example.COM.', 'Camille.LEFEVRE@Example.COM'],
    ['<camille.lefevre@example.com>', 'camille.lefevre@example.com'],
    ['mailto:camille.lefevre@example.com?subject=x', 'camille.lefevre@example.com'],
    ["'camille.lefevre@example.com'", 'camille.lefevre@example.com'],
    ['camille.lefevre@​example.com', 'camille.lefevre@​example.com'],
    ['cam\u00adille.lefevre@example.com', 'cam\u00adille.lefevre@example.com'],
    ['camille.lefevre＠example.com', 'camille.lefevre＠example.com'],
    ['camille.lefèvre@example.com', 'camille.lefèvre@example.com'],
    ['camille.lefevre (at) example.com', 'camille.lefevre (at) example.com'],
    ['camille.lefevre[at]example.com', 'camille.lefevre[at]example.com'],
    ['https://x.test/?m=camille.lefevre%40example.com&a=1', 'camille.lefevre%40example.com'],
    ['%20camille.lefevre@example.com', 'camille.lefevre@example.com'],
    ['{"m":"a\\ncamille.lefevre@example.com"}', 'camille.lefevre@example.com'],
    ['\\u003ccamille.lefevre@example.com\\u003e', 'camille.lefevre@example.com'],
    ['camille.lefevre+news@example.com', 'camille.lefevre+news@example.com'],
    ['メールcamille.lefevre@example.comへ', 'camille.lefevre@example.com'],
    ['\u200fcamille.lefevre@example.com\u200f שלום', 'camille.lefevre@example.com\u200f'],
  ])('%s', (text, expected) => {
    expect(found(email, text)).toEqual([expected])
  })

  test.each([
    ['camille@bücher.example', 'camille@xn--bcher-kva.example'],
    ['camille.lefevre@example.com', 'camille.lefevre=40example.com'],
  ])('%s is also %s', (value, written) => {
    expect(found(strong('email', value), `Écrivez à ${written}, merci.`)).toEqual([written])
  })

  test.each([
    'ref-camille.lefevre@example.com-2',
    'cv_camille.lefevre@example.com.pdf',
    'paul.camille.lefevre@example.com',
    'camille.lefevre@example.com.au',
    'Fin de phrase.camille.lefevre@example.com',
  ])('tied to more text, it is partial: %s', (text) => {
    expect(found(email, text)).toEqual(['~camille.lefevre@example.com'])
  })

  test.each([
    'xcamille.lefevre@example.com',
    'camille.lefevre@example.comm',
    '1camille.lefevre@example.com',
    'camille.lefevre@example.org',
    'camille.lefevre+news@example.org',
    'écamille.lefevre@example.com',
  ])('glued to a letter or digit, it is another address: %s', (text) => {
    expect(found(email, text)).toEqual([])
  })
})

describe('a phone number', () => {
  test.each([
    '+33 6 12 34 56 78',
    '+33612345678',
    '+33 (0)6 12 34 56 78',
    '+33(0)6.12.34.56.78',
    '(+33) 6 12 34 56 78',
    '0033 6 12 34 56 78',
    '0033 (0) 6 12 34 56 78',
    '011 33 6 12 34 56 78',
    '33612345678',
    '0612345678',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06 - 12 - 34 - 56 - 78',
    '06/12/34/56/78',
    '(06) 12 34 56 78',
    '06‑12‑34‑56‑78',
    '06\u00a012\u202f34\u00a056\u00a078',
    '06 12\n34 56 78',
    '０６１２３４５６７８',
    '٠٦١٢٣٤٥٦٧٨',
    '612345678',
    '6 12 34 56 78',
  ])('%s', (written) => {
    expect(found(phone, `Tél. : ${written}, merci`)).toEqual([written])
    expect(found(phone, `Tel ${written} ext. 12`)).toEqual([written])
  })

  test.each([
    'commande 10612345678',
    'commande 06123456789',
    'FR76 3000 6123 4567 8901',
    '+41 612345678',
    '75011 612345678',
    '+33 6 12 34 56 79',
    'le 06/12/34, 56 ou 78',
  ])('is not inside other digits: %s', (text) => {
    expect(found(phone, text)).toEqual([])
  })

  test.each(['CMD-06 12 34 56 78-01', 'A0612345678', '12 0612345678'])(
    'near more digits or glued to a letter, it is partial: %s',
    (text) => {
      expect(found(phone, text)).toHaveLength(1)
      expect(found(phone, text)[0]).toMatch(/^~/)
    },
  )

  test('two numbers in a list are two hits', () => {
    expect(found(phone, '06 12 34 56 78 / 0033612345678')).toEqual([
      '06 12 34 56 78',
      '0033612345678',
    ])
  })

  test.each([
    ['DE', '+4930123456', '030/123456'],
    ['DE', '030 123456', '+49 (0)30 - 12 34 56'],
    ['PL', '601 234 567', '+48 601-234-567'],
    ['PL', '+48601234567', '601234567'],
    ['US', '(212) 555-0123', '1-212-555-0123'],
    ['US', '+12125550123', '212.555.0123'],
    ['GB', '07700 900123', '+44 (0)7700 900 123'],
    ['IT', '+39 06 1234 5678', '06 1234 5678'],
    ['RU', '+7 912 345 67 89', '8 (912) 345-67-89'],
    ['FR', '+33 1 23 45 67 89 ext. 12', '01 23 45 67 89'],
    ['FR', '+44 7700 900123', '07700 900123'],
    ['FR', '3615 88', '361588'],
    ['nowhere', '+33612345678', '06 12 34 56 78'],
  ])('%s: %s is found as %s', (country, value, written) => {
    expect(found(strong('phone', value), `call ${written} now`, country)).toEqual([written])
  })
})

describe('a name', () => {
  test.each([
    'Camille Lefèvre',
    'Camille LEFÈVRE',
    'camille lefevre',
    'LEFÈVRE Camille',
    'Lefèvre, Camille',
    'LEFEVRE/CAMILLE',
    '"Lefèvre";"Camille"',
    'Camille\u00a0Lefèvre',
    'Camille\r\n  Lefèvre',
    'Camille Lefe\u0300vre',
    'Ca\u00admille Le\u200bfèvre',
    'Ｃａｍｉｌｌｅ Ｌｅｆｅｖｒｅ',
    '𝐂𝐚𝐦𝐢𝐥𝐥𝐞 Lefèvre',
    'camille.lefevre',
    'Camille_Lefevre',
    'camille-lefevre',
  ])('%s', (written) => {
    const inside = written.replace(/^"|"$/g, '')
    expect(found(name, `Bonjour ${written} !`)).toEqual([inside])
  })

  test.each([
    ['Anne-Marie Dupont', 'Anne Marie DUPONT'],
    ['Anne-Marie Dupont', 'Annemarie Dupont'],
    ['Anne-Marie Dupont', 'Dupont, Anne‑Marie'],
    ["Sinéad O'Brien", 'Sinead O’Brien'],
    ["Sinéad O'Brien", 'OBrien Sinead'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['Joerg Mueller', 'Jörg Müller'],
    ['Jürgen Müller', 'MÜLLER Jürgen'],
    ['Hans Groß', 'HANS GROSS'],
    ['Søren Ærø', 'Soeren Aeroe'],
    ['Åsa Öberg', 'Asa Oberg'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Lukasz Zolc', 'ŁUKASZ ŻÓŁĆ'],
    ['Cœur Dupont', 'Coeur Dupont'],
    ['Dr. Jan van der Berg', 'van der Berg, Dr Jan'],
    ['Ana María García López', 'García López, Ana María'],
    ['İpek Yıldız', 'Ipek Yildiz'],
    ['Ἀριάδνη Παπαδάκης', 'ΑΡΙΑΔΝΗ ΠΑΠΑΔΑΚΗΣ'],
    ['田中 太郎', '田中太郎'],
    ['김민수', '김민수는'],
    ['יוסף כהן', 'כהן יוסף'],
    ['محمد علي', 'مُحَمَّد علي'],
  ])('%s is found as %s', (value, written) => {
    const [hit] = found(weak('name', value), `x ${written} y`)
    expect(written.startsWith(hit ?? 'nothing')).toBe(true)
  })

  test('of one word stands alone', () => {
    const rose = weak('name', 'Rose')
    expect(found(rose, 'rose, Rose! la rosée, roseraie, prose, ROSE')).toEqual([
      'rose',
      'Rose',
      'ROSE',
    ])
  })

  test('with a genitive s or a second half it is partial', () => {
    expect(found(weak('name', 'Anna Müller'), 'Anna Müllers Vertrag')).toEqual(['~Anna Müller'])
    expect(found(name, 'Camille Lefèvre-Martin')).toEqual(['~Camille Lefèvre'])
  })

  test.each(['Camille et Lefèvre', 'Camille Lefevreux', 'Lefèvre', 'Camille. Merci à M. Lefèvre'])(
    'not %s',
    (text) => {
      expect(found(name, text)).toEqual([])
    },
  )
})

describe('handles, ids and the rest', () => {
  test.each([
    [handle, 'merci @Cam_Lef !', '@Cam_Lef'],
    [handle, 'twitter.com/cam_lef', 'cam_lef'],
    [externalId, 'client c-10042.', 'c-10042'],
    [strong('user-id', '360001234567'), '/users/360001234567.json', '~360001234567'],
    [strong('other', 'FR76 3000 6000 0112'), 'IBAN FR76 3000-6000-0112', 'FR76 3000-6000-0112'],
    [weak('other', 'Saint-Étienne'), 'à SAINT ETIENNE', 'SAINT ETIENNE'],
  ])('%o in %s', (term, text, expected) => {
    expect(found(term, text).map((hit) => hit)).toEqual([expected.replace(/^@/, '')])
  })

  test.each([
    [handle, 'cam_lefort xcam_lef'],
    [externalId, 'C-100421'],
    [strong('user-id', '360001234567'), 'n° 3600012345678'],
  ])('%o not in %s', (term, text) => {
    expect(found(term, text)).toEqual([])
  })
})

test('offsets are those of the source, in order', () => {
  const text = 'Lefe\u0300vre Camille 😀 06 12 34 56 78 😀 CAMILLE.LEFEVRE@EXAMPLE.COM'
  const hits = compileMatcher(camille, france).inText(text)

  expect(hits.map(({ term }) => term)).toEqual([name, phone, email])
  for (const hit of hits) {
    const [span] = hit.spans
    expect(text.slice(span?.start, span?.end)).toBe(hit.text)
  }
})

test('a name inside the address that was hit is no hit of its own', () => {
  const { inText } = compileMatcher(camille, france)

  expect(inText('camille.lefevre@example.com').map(({ term }) => term)).toEqual([email])
  expect(inText('camille.lefevre@elsewhere.org').map(({ term }) => term)).toEqual([name])
})

test('a hit glued to another hit counts', () => {
  const { inText } = compileMatcher(camille, france)

  const hits = inText('0612345678camille.lefevre@example.com')

  expect(hits.map(({ term }) => term)).toEqual([phone, email])
})

test('terms that fold to nothing are never found', () => {
  const empty = [weak('name', ''), strong('email', ' '), strong('phone', 'n/a'), weak('other', '-')]
  expect(compileMatcher(empty, france).inText('n/a - @ 1 2')).toEqual([])
  expect(compileMatcher([], france).inHtml('<p>a</p>')).toEqual([])
})
