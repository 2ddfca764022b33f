/** A JSON object. */
export type Json = { readonly [key: string]: unknown }

/** Whether it is one. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of JSON objects; anything else in it is left out. */
export const jsons = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** Text, or nothing where it is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : isJson(value) ? textOf(value['text']) : ''
