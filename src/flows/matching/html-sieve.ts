import { isBreaking, readHtml } from './html-source.ts'
import { HIT, LazyTable } from './lazy-table.ts'
import type { Automata } from './product.ts'
import { readings } from './readings.ts'
import { codesOf, compileSieve, mayHold, pointAt, type Sieve } from './sieve.ts'
import { SPACE } from './views.ts'

const [AMPERSAND, LESS] = [38, 60]

/**
 * Tags as programs write them, with HTML's own white space. Whatever else begins like a tag is left
 * to the tokenizer.
 */
const opening =
  /<([a-z][^ \t\n\f\r"'<>=/]*)(?:[ \t\n\f\r]+[^ \t\n\f\r"'<>=/]+(?:=(?:"[^"]*"|'[^']*'|[^ \t\n\f\r"'<>=]+))?)*[ \t\n\f\r]*\/?>/iy
const closing = /<\/([a-z][^ \t\n\f\r"'<>=/]*)[ \t\n\f\r]*>/iy
const markup = /[a-z/!?]/i
const entity = /&[a-z\d#]+;?/iy

/** What text inside of these is, only the tokenizer says. */
const special = new Set(
  'iframe noembed noframes plaintext script style textarea title xmp'.split(' '),
)

/** In an attribute with one of these, a value reads in more than one way. */
const indirect = /[&%+]/

/** A text on its way through the sieve. `later`: values of attributes that are still to be read. */
type Walk = {
  readonly html: string
  readonly codes: Uint16Array
  readonly later: string[]
}

/**
 * A sieve for HTML: text is read across tags, entities as what they stand for, attributes each for
 * itself. HTML that is broken in any way may hold everything.
 */
export function compileHtmlSieve(automata: Automata): Sieve {
  const text = new LazyTable(automata, '<&')
  const attributes = new LazyTable(automata)
  const values = compileSieve(automata)

  return (html) => {
    const walk = { html, codes: codesOf(html), later: [] }
    const { codes, later } = walk
    const end = codes.length
    text.begin()
    for (let at = text.walk(codes, 0, end); at !== end; ) {
      const next = at === HIT ? HIT : past(walk, at, { text, attributes })
      if (next === HIT) return true
      at = text.walk(codes, next, end)
    }
    return later.some(values)
  }
}

type Tables = { readonly text: LazyTable; readonly attributes: LazyTable }

/** Where the text goes on after what stands here, or a `HIT`. */
function past(walk: Walk, at: number, tables: Tables): number {
  const { html, codes } = walk
  if (codes[at] === LESS && markup.test(html.charAt(at + 1))) return pastTag(walk, at, tables)
  if (codes[at] === AMPERSAND) return pastEntity(html, at, tables)
  const point = pointAt(codes, at, codes.length)
  return tables.text.feed(point) ? at + (point > 0xffff ? 2 : 1) : HIT
}

function pastEntity(html: string, at: number, { text }: Tables): number {
  entity.lastIndex = at
  const written = entity.exec(html)?.[0] ?? '&'
  for (const character of standsFor(written)) {
    if (!text.feed(character.codePointAt(0) ?? 0)) return HIT
  }
  return at + written.length
}

function pastTag(walk: Walk, at: number, { text, attributes }: Tables): number {
  const isOpening = walk.html.charAt(at + 1) !== '/'
  const [written, name] = tagAt(isOpening ? opening : closing, walk.html, at)
  if (written === '' || special.has(name)) return HIT
  if (isOpening && inAttributes(walk, at, written, attributes)) return HIT
  return isBreaking(name) && !text.feed(SPACE) ? HIT : at + written.length
}

function tagAt(form: RegExp, html: string, at: number): readonly [string, string] {
  form.lastIndex = at
  const [written = '', name = ''] = form.exec(html) ?? []
  return [written, name.toLowerCase()]
}

/** Whether one may stand in the tag itself, or `false` where its values are to be read later. */
function inAttributes(walk: Walk, at: number, tag: string, table: LazyTable): boolean {
  if (indirect.test(tag)) {
    walk.later.push(...valuesOf(tag))
    return false
  }
  table.begin()
  return mayHold(table, walk.codes, at + 1, at + tag.length - 1)
}

const valuesOf = (tag: string): string[] =>
  readHtml(tag)
    .tags.flatMap(({ values }) => values)
    .flatMap(readings)

const known = new Map<string, string>()

/** Texts use the same few entities over and over. */
const MOST = 1000
const LONGEST = 12

function standsFor(written: string): string {
  const found = known.get(written)
  if (found !== undefined) return found
  const text = readHtml(written)
    .pieces.map((piece) => piece.text)
    .join('')
  if (known.size < MOST && written.length <= LONGEST) known.set(written, text)
  return text
}
