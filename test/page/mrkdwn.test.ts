import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Inline } from '../../sandbox/page/client/model/inline.ts'
import { escaped, unescaped } from '../../sandbox/page/client/model/inline.ts'
import { markdown } from '../../sandbox/page/client/model/markdown.ts'
import { inline, mrkdwn, plainText } from '../../sandbox/page/client/model/mrkdwn.ts'
import { richInline, richTextOf, wordsOf } from '../../sandbox/page/client/model/rich-text.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })

/** The words somebody reads, without any marks. */
const read = (pieces: readonly Inline[]): string =>
  pieces
    .map((piece) => {
      if ('children' in piece) return read(piece.children)
      return 'text' in piece ? piece.text : ''
    })
    .join('')

describe('Slack’s marks', () => {
  test('bold, italic and struck words are told apart, also inside each other', () => {
    expect(inline('a *b _c_* ~d~')).toEqual([
      text('a '),
      { kind: 'bold', children: [text('b '), { kind: 'italic', children: [text('c')] }] },
      text(' '),
      { kind: 'strike', children: [text('d')] },
    ])
  })

  test.each(['snake_case_name', '2*3*4', '* a bullet *', 'half *open', '**', '`', '<>'])(
    '%s stays as it is',
    (line) => {
      expect(inline(line)).toEqual([text(line)])
    },
  )

  test('nothing is marked inside code', () => {
    expect(inline('run `a *b* <c>`')).toEqual([text('run '), { kind: 'code', text: 'a *b* <c>' }])
  })

  test('people, channels, groups, calls and dates are recognised', () => {
    const line =
      '<@U0LIND> <#C0A|audit> <!subteam^S0|@privacy> <!here> <!date^1800000000^{date}|then>'
    expect(inline(line).filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'user', id: 'U0LIND', label: '' },
      { kind: 'channel', id: 'C0A', label: 'audit' },
      { kind: 'group', id: 'S0', label: '@privacy' },
      { kind: 'broadcast', range: 'here' },
      { kind: 'date', at: 1_800_000_000, format: '{date}', url: '', fallback: 'then' },
    ])
  })

  test('a link leads to the web or to a mailbox; a script is only text', () => {
    expect(inline('<https://example.com/?a=1&amp;b=2|there>')).toEqual([
      { kind: 'link', url: 'https://example.com/?a=1&b=2', text: 'there' },
    ])
    expect(inline('<mailto:a@example.com>')).toEqual([
      { kind: 'link', url: 'mailto:a@example.com', text: 'a@example.com' },
    ])
    expect(inline('<javascript:alert(1)|here>')).toEqual([text('here')])
    expect(inline('see https://example.com/a.')).toEqual([
      text('see '),
      { kind: 'link', url: 'https://example.com/a', text: 'https://example.com/a' },
      text('.'),
    ])
  })

  test('quotations and fences are passages of their own', () => {
    expect(mrkdwn('said:\n&gt; one\n> two\n```\n*raw* &lt;b&gt;\n```\nend')).toEqual([
      { kind: 'paragraph', children: [text('said:')] },
      { kind: 'quote', children: [text('one'), { kind: 'break' }, text('two')] },
      { kind: 'pre', text: '*raw* <b>' },
      { kind: 'paragraph', children: [text('end')] },
    ])
  })

  test('only known shortcodes become pictures', () => {
    expect(inline(':lock: 12:30:45 :no_such_thing:')).toEqual([
      { kind: 'emoji', name: 'lock' },
      text(' 12:30:45 :no_such_thing:'),
    ])
    expect(plainText('*a* :lock:')).toEqual([text('*a* '), { kind: 'emoji', name: 'lock' }])
    expect(plainText(':lock:', false)).toEqual([text(':lock:')])
  })

  test('what somebody types comes back word for word, whatever it is', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(unescaped(escaped(typed))).toBe(typed)
        const passages = mrkdwn(escaped(typed))
        const links = JSON.stringify(passages).match(/"url":"(?!https?:|mailto:|tel:|")/)
        expect(links).toBeNull()
      }),
    )
  })

  test('a line full of marks is read in no time', () => {
    const line = '*_~'.repeat(1000)
    expect(read(inline(line)).length).toBeGreaterThan(0)
  })
})

describe('Markdown', () => {
  test('headings, lists, quotations, fences and links are told apart', () => {
    expect(markdown('# Plan\n- one\n- **two**\n1. first\n> said\n```js\ncode\n```')).toEqual([
      { kind: 'heading', level: 1, children: [text('Plan')] },
      {
        kind: 'list',
        ordered: false,
        items: [[text('one')], [{ kind: 'bold', children: [text('two')] }]],
      },
      { kind: 'list', ordered: true, items: [[text('first')]] },
      { kind: 'quote', children: [text('said')] },
      { kind: 'pre', text: 'code' },
    ])
    expect(markdown('[a](javascript:x) [b](https://example.com)')).toEqual([
      {
        kind: 'paragraph',
        children: [text('a'), text(' '), { kind: 'link', url: 'https://example.com', text: 'b' }],
      },
    ])
  })
})

describe('rich text', () => {
  test('styles are laid around words, and unknown pieces keep their words', () => {
    const style = { bold: true, italic: true }
    expect(
      richInline([
        { type: 'text', text: 'a', style },
        { type: 'text', text: 'b', style: { code: true } },
        { type: 'link', url: 'javascript:x', text: 'c' },
        { type: 'of tomorrow', text: 'd' },
      ]),
    ).toEqual([
      { kind: 'italic', children: [{ kind: 'bold', children: [text('a')] }] },
      { kind: 'code', text: 'b' },
      text('c'),
      text('d'),
    ])
  })

  test('what is typed into a rich text field is found in it again', () => {
    expect(wordsOf(richTextOf('Dear all'))).toBe('Dear all')
    expect(richTextOf('')).toBeNull()
  })
})
