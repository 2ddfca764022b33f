import { isJson, type Json, textOf } from '../model/json.ts'

/** The accessible name of a control: its block's label, else its placeholder, else the text beside it. */
export const labelOf = (block: Json, element: Json): string =>
  [block['label'], element['placeholder'], block['text']].map(plain).find((one) => one !== '') ??
  textOf(element['action_id'])

const plain = (text: unknown): string =>
  isJson(text)
    ? textOf(text)
        .replaceAll(/[*_~`]|<[^>]*>/g, '')
        .trim()
        .slice(0, 120)
    : ''
