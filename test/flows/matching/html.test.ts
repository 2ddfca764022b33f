import { expect, test } from 'vitest'
import { compileMatcher, redactedText, redactHtml } from '../../../src/flows/matching/index.ts'
import { camille, email, france, name, phone, weak } from './people.ts'

const { inHtml } = compileMatcher(camille, france)

test.each([
  [
    'Camille <b>Lef</b>èvre',
    '<redact>Camille </redact><b><redact>Lef</redact></b><redact>èvre</redact>',
  ],
  ['<p>Camille Lef&egrave;vre</p>', '<p><redact>Camille Lef&egrave;vre</redact></p>'],
  ['Camille Lef&#233;vre', '<redact>Camille Lef&#233;vre</redact>'],
  ['Camille&nbsp;Lef&#xE8;vre.', '<redact>Camille&nbsp;Lef&#xE8;vre</redact>.'],
  ['Camille Lef&egravevre', '<redact>Camille Lef&egravevre</redact>'],
  ['Camille<br>Lefèvre', '<redact>Camille</redact><br><redact>Lefèvre</redact>'],
  [
    '<td>Lefèvre</td> <td>Camille</td>',
    '<td><redact>Lefèvre</redact></td> <td><redact>Camille</redact></td>',
  ],
  ['Camille Lef<!-- x -->èvre', '<redact>Camille Lef</redact><!-- x --><redact>èvre</redact>'],
  [
    '06<br/>12&nbsp;34 <i>56</i> 78',
    '<redact>06</redact><br/><redact>12&nbsp;34 </redact><i><redact>56</redact></i><redact> 78</redact>',
  ],
  [
    'camille.lefevre@<wbr>example.com',
    '<redact>camille.lefevre@</redact><wbr><redact>example.com</redact>',
  ],
  [
    'camille.lefevre&#64;example&period;com',
    '<redact>camille.lefevre&#64;example&period;com</redact>',
  ],
  ['&lt;camille.lefevre@example.com&gt;', '&lt;<redact>camille.lefevre@example.com</redact>&gt;'],
  [
    '<a href="mailto:Camille.Lefevre@example.com">écrire</a>',
    '<a href="mailto:Camille.Lefevre@example.com" redact>écrire</a>',
  ],
  [
    '<a href="tel:+33612345678">06 12 34 56 78</a>',
    '<a href="tel:+33612345678" redact><redact>06 12 34 56 78</redact></a>',
  ],
  ['<a href="?q=camille%20lef%C3%A8vre">x</a>', '<a href="?q=camille%20lef%C3%A8vre" redact>x</a>'],
  ['<a href="?q=camille+lefevre">x</a>', '<a href="?q=camille+lefevre" redact>x</a>'],
  [
    '<img src="1.png" alt="Lef&egrave;vre, Camille" />',
    '<img src="1.png" alt="Lef&egrave;vre, Camille" redact />',
  ],
  ["<img alt='Camille Lefèvre'/>", "<img alt='Camille Lefèvre' redact/>"],
  ['<img src=/camille-lefevre/>', '<img src=/camille-lefevre/ redact>'],
  ['<span title="cam_lef">x</span>', '<span title="cam_lef" redact>x</span>'],
  ['Ana <camille.lefevre@example.com>', 'Ana <camille.lefevre@example.com redact>'],
  ['Ana <camille.lefevre@example.com', 'Ana <<redact>camille.lefevre@example.com</redact>'],
  ['<b class="cam_lef">x</b>', '<b class="cam_lef">x</b>'],
  [
    '<style>.cam_lef{}</style><script>"cam_lef"</script>',
    '<style>.cam_lef{}</style><script>"cam_lef"</script>',
  ],
  ['<p>Camille</p>et<p>Lefèvre</p>', '<p>Camille</p>et<p>Lefèvre</p>'],
])('%s', (html, marked) => {
  expect(redactHtml(html, inHtml(html))).toBe(marked)
})

test('a hit says its pieces, its words and whether it is in an attribute', () => {
  const html = '<a title="Camille Lefèvre">Camille <b>Lef&egrave;vre</b></a>'

  expect(inHtml(html)).toEqual([
    { term: name, spans: [{ start: 0, end: 27 }], text: 'Camille Lefèvre', attribute: true },
    {
      term: name,
      spans: [
        { start: 27, end: 35 },
        { start: 38, end: 52 },
      ],
      text: 'Camille Lefèvre',
    },
  ])
})

test('a tag is a boundary, but such a hit is partial', () => {
  const hits = inHtml('<span>Nom</span><span>Camille Lefèvre</span><span>Paris</span>')
  expect(hits).toMatchObject([{ term: name, text: 'Camille Lefèvre', partial: true }])
})

test('overlapping hits of several terms merge', () => {
  const { inHtml: both } = compileMatcher([name, weak('name', 'Lefèvre Martin'), email], france)
  const html = 'Camille Lefèvre Martin'
  expect(redactHtml(html, both(html))).toBe('<redact>Camille Lefèvre Martin</redact>')
})

test('several terms in one element give one mark', () => {
  const html = '<a href="mailto:camille.lefevre@example.com" title="0612345678">x</a>'
  const hits = inHtml(html)
  expect(hits.map(({ term }) => term)).toEqual([email, phone])
  expect(redactHtml(html, hits)).toBe(html.replace('>x', ' redact>x'))
})

test('the preview shows blocks where the hits were', () => {
  const html = '<p>Bonjour Camille <b>Lefèvre</b>,</p><p>rappelez le 06 12 34 56 78 &amp; merci</p>'
  expect(redactedText(html, inHtml(html))).toBe('Bonjour ▇▇▇▇▇▇▇▇,\nrappelez le ▇▇▇▇ & merci')
  expect(redactedText(html, [])).toBe(
    'Bonjour Camille Lefèvre,\nrappelez le 06 12 34 56 78 & merci',
  )
})

test('hits of another html are refused', () => {
  const hits = inHtml('<p>un texte plus long, signé Camille Lefèvre</p><img alt="cam_lef">')
  expect(() => redactHtml('<p>court</p>', hits)).toThrow(RangeError)
  expect(() => redactHtml('', hits.slice(1))).toThrow(RangeError)
})

test.each([
  '<',
  '</',
  '<!',
  '<!--',
  '<a',
  '<a href',
  '<a href="',
  "<a b='",
  '&',
  '&#',
  '&#x',
  '&#xffffffff;',
  '</b></b><<<>>>',
  '<script>',
  '<![CDATA[x',
  '<?xml',
  '\ud800',
  '<p \udc00>',
  '&NotEqualTilde;',
  '<textarea>&am',
])('broken html is read: %s', (html) => {
  const whole = `${html}cam_lef`
  expect(() => redactHtml(whole, inHtml(whole))).not.toThrow()
  expect(redactHtml(html, inHtml(html))).toBe(html)
})
