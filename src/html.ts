/** A piece of a page that is HTML already. Only `html` makes one. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template. A list is one piece after the other; `false` and `undefined` are nothing. */
export type Piece = Html | string | number | false | undefined | readonly Piece[]

/** A template in which every value is escaped that is not HTML already: no ticket can write on a page. */
export function html(texts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  let all = texts[0] ?? ''
  values.forEach((value, i) => {
    all += textOf(value) + (texts[i + 1] ?? '')
  })
  return new Html(all)
}

/** An attribute that is there or not. */
export const flag = (name: 'checked' | 'selected' | 'open' | 'disabled', is: boolean): Html =>
  new Html(is ? ` ${name}` : '')

function textOf(piece: Piece): string {
  if (piece === false || piece === undefined) return ''
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'string') return escaped(piece)
  if (typeof piece === 'number') return String(piece)
  return piece.map(textOf).join('')
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
