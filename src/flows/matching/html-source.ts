import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/**
 * What a reader sees of one range of the source: text as it stands, an entity with what it stands
 * for, or a break (`<br>`, the edges of blocks, images) that parts words like white space.
 */
export type Piece = {
  readonly kind: 'text' | 'entity' | 'break'
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A start tag with the decoded values in which a term may stand. */
export type Tag = { readonly start: number; readonly end: number; readonly values: string[] }

/** The visible pieces and the start tags of an HTML text, in its order. */
export type HtmlSource = { readonly pieces: Piece[]; readonly tags: Tag[] }

const hidden = new Set(['script', 'style'])

/** Elements that part words; everything else is taken for inline. */
const breaking = new Set(
  `address article aside audio blockquote br button caption center col dd details div dl dt
  fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe img input legend li main
  nav ol option p pre section select summary table tbody td textarea tfoot th thead title tr ul
  video`.split(/\s+/),
)

/** Whether an element, by its name in lower case, parts words. */
export const isBreaking = (name: string): boolean => breaking.has(name)

/** Attributes that carry looks, never words. */
const looks = new Set(['class', 'style'])

/** Reads an HTML text however broken it is. Comments, scripts and styles are left out. */
export function readHtml(html: string): HtmlSource {
  const reader = new Reader(html)
  const tokenizer = new Tokenizer({}, reader)
  tokenizer.write(html)
  tokenizer.end()
  return reader
}

class Reader implements TokenizerCallbacks, HtmlSource {
  readonly pieces: Piece[] = []
  readonly tags: Tag[] = []
  readonly #html: string
  #name = ''
  #start = 0
  #values: string[] = []
  #attribute = ''
  #value = ''
  #hiddenBy: string | undefined
  #read = 0

  constructor(html: string) {
    this.#html = html
  }

  ontext(start: number, end: number): void {
    this.#read = end
    if (this.#hiddenBy !== undefined) return
    this.pieces.push({ kind: 'text', start, end, text: this.#html.slice(start, end) })
  }

  ontextentity(codePoint: number, end: number): void {
    this.#read = end
    const text = String.fromCodePoint(codePoint)
    const last = this.pieces.at(-1)
    // Some entities stand for two characters and are announced twice.
    if (last?.kind === 'entity' && last.end === end) {
      this.pieces[this.pieces.length - 1] = { ...last, text: last.text + text }
      return
    }
    const start = this.#html.lastIndexOf('&', end - 1)
    this.pieces.push({ kind: 'entity', start, end, text })
  }

  onopentagname(start: number, end: number): void {
    const written = this.#html.slice(start, end)
    this.#name = written.toLowerCase()
    this.#start = start - 1
    // `Ana <ana@example.com>` that nobody escaped reads as a tag.
    this.#values = written.includes('@') ? [written] : []
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end)
    this.#value = ''
    if (this.#attribute.includes('@')) this.#values.push(this.#attribute)
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint)
  }

  onattribend(): void {
    if (this.#value === '' || looks.has(this.#attribute.toLowerCase())) return
    this.#values.push(this.#value)
  }

  onopentagend(last: number): void {
    this.#endTag(last + 1)
    if (hidden.has(this.#name)) this.#hiddenBy = this.#name
  }

  onselfclosingtag(last: number): void {
    this.onopentagend(last)
  }

  onclosetag(start: number, end: number): void {
    const close = this.#html.indexOf('>', end)
    this.#read = close === -1 ? this.#html.length : close + 1
    const name = this.#html.slice(start, end).toLowerCase()
    if (name === this.#hiddenBy) this.#hiddenBy = undefined
    this.#break(name, start - 2, this.#read)
  }

  oncomment(_start: number, last: number): void {
    this.#read = last + 1
  }

  oncdata(_start: number, last: number): void {
    this.#read = last + 1
  }

  ondeclaration(_start: number, last: number): void {
    this.#read = last + 1
  }

  onprocessinginstruction(_start: number, last: number): void {
    this.#read = last + 1
  }

  /** A tag cut off by the end is not seen by a browser, but it is still kept by Zendesk. */
  onend(): void {
    const rest = this.#html.length
    if (this.#read < rest) this.ontext(this.#read, rest)
  }

  #endTag(end: number): void {
    this.#read = end
    this.tags.push({ start: this.#start, end, values: this.#values })
    this.#break(this.#name, this.#start, end)
  }

  #break(name: string, start: number, end: number): void {
    if (this.#hiddenBy !== undefined || !breaking.has(name)) return
    this.pieces.push({ kind: 'break', start, end, text: '\n' })
  }
}
