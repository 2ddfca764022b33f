import type { Form, SentFile } from '../form.ts'

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
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  return { text: isCsv(file) ? firstColumn(lines) : lines }
}

const isCsv = (file: SentFile | undefined): boolean =>
  file !== undefined && (/\.csv$/i.test(file.name) || file.type === 'text/csv')

/** The first cell of each line, so that line numbers are those of the file (RFC 4180, one line a row). */
const firstColumn = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => (i === 0 && isHeading(cellOf(line)) ? '' : cellOf(line)))
    .join('\n')

function cellOf(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line)?.[1]
  return (quoted ?? line.split(/[,;\t]/)[0] ?? '').replaceAll('""', '"').trim()
}

/** What heads a column of people is nobody's name. */
const isHeading = (cell: string): boolean =>
  /^(?:e-?mail|ticket|user|name|nom|phone|téléphone|id|external[ _]id|person|personne)s?$/i.test(
    cell,
  )
