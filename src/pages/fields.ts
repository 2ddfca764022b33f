import { flag, type Html, html, type Piece } from '../html.ts'

type Option = { readonly value: string; readonly text: string }

/** A menu with its label. */
export const menu = (
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string,
): Html =>
  html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ({ value, text }) =>
      html`<option value="${value}"${flag('selected', value === chosen)}>${text}</option>`,
  )}</select></div>`

/** One of several ways. */
export const radio = (name: string, { value, text }: Option, chosen: string): Html =>
  html`<label class="choice"><input type="radio" name="${name}" value="${value}"${flag('checked', value === chosen)}><span>${text}</span></label>`

/** A box to tick, with what stands beside it. */
export const tick = (name: string, value: string, isTicked: boolean, beside: Piece): Html =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${flag('checked', isTicked)}><span>${beside}</span></label>`

/** The words for a code; the code itself where there are none. */
export function wordFor(words: object, code: string): string {
  const known: unknown = Object.entries(words).find(([name]) => name === code)?.[1]
  return typeof known === 'string' ? known : code
}
