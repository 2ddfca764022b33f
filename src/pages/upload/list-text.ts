import type { Form } from '../form.ts'

/** Characters of a list, roughly a byte each. */
const most = 1_000_000

/** A list as it was given, a person on each line; or what is wrong with how it was given. */
export async function listTextOf(
  form: Form,
): Promise<{ readonly text: string } | { readonly wrong: 'empty' | 'both' | 'long' }> {
  const pasted = form.one('list')
  const file = await form.file('file')
  const given = [pasted, file?.text ?? ''].filter((text) => text.trim() !== '')
  const [text = ''] = given
  if (given.length > 1) return { wrong: 'both' }
  if (text === '') return { wrong: 'empty' }
  if (text.length > most) return { wrong: 'long' }
  return { text: text.replaceAll(/\r\n?/g, '\n') }
}
