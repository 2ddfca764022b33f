import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { plain, wrap } from '../../sandbox/zendesk/text/html.ts'
import { redactMarked, redactString, unmarked } from '../../sandbox/zendesk/text/redact.ts'

const words = array(constantFrom('Camille', 'Lefèvre', 'a < b', 'R&D', '06 39', '\n', 'été'), {
  minLength: 1,
  maxLength: 12,
})

test('text wrapped and read again is the text', () => {
  assert(
    property(words, (list) => {
      const text = list
        .join(' ')
        .replaceAll(/ *\n[ \n]*/g, '\n')
        .trim()

      expect(plain(wrap(text))).toBe(text)
    }),
  )
})

test('marks taken away leave the text as it was, marks carried out leave nothing of the secret', () => {
  assert(
    property(words, (list) => {
      const html = wrap(list.join(' '))
      const marked = html.replaceAll('Lefèvre', '<redact>Lefèvre</redact>')

      expect(unmarked(marked)).toBe(html)
      expect(redactMarked(marked).html).not.toContain('Lefèvre')
      expect(redactMarked(html)).toEqual({ html, removed: [] })
    }),
  )
})

test.each([
  ['<p>a <redact>secret</redact> b</p>', '<p>a ▇▇▇▇ b</p>'],
  ['<a href="mailto:x" redact><redact>x y</redact></a> z', '▇▇▇ z'],
  ['<a href="mailto:x" redact>stays</a>', 'stays'],
  ['<img src="/token/1/" redact><br>', '<br>'],
  ['<div redact="redact"><div>in</div></div>', '<div>in</div>'],
  ['<redact>Camille <b>Lef</b>èvre</redact>', '▇▇▇▇<b>▇▇▇</b>▇▇▇▇'],
])('%s becomes %s', (html, redacted) => {
  expect(redactMarked(html).html).toBe(redacted)
})

test('the older way knows entities, not markup', () => {
  expect(redactString('<p>R&amp;D of Lef&egrave;vre</p>', 'R&D of Lefèvre')).toBe('<p>▇▇▇▇</p>')
  expect(redactString('<p>Lef<b>èvre</b></p>', 'Lefèvre')).toBe('<p>Lef<b>èvre</b></p>')
})
