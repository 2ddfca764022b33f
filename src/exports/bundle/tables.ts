import { stringify } from 'csv-stringify'

/**
 * Rows as a CSV file (RFC 4180, UTF-8 with its mark, so that spreadsheets read accents). What a
 * spreadsheet would take for a formula is written as text
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export async function* csv(
  columns: readonly string[],
  rows: AsyncIterable<readonly (string | number)[]>,
): AsyncGenerator<Uint8Array> {
  const writing = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' })
  const filling = fill(writing, columns, rows)
  // A reader who stops early leaves the rest unwritten, and nobody is to wait for it.
  filling.catch((error: unknown) => writing.destroy(asError(error)))
  for await (const piece of writing) yield piece as Uint8Array
  await filling
}

async function fill(
  writing: ReturnType<typeof stringify>,
  columns: readonly string[],
  rows: AsyncIterable<readonly (string | number)[]>,
): Promise<void> {
  writing.write(columns)
  for await (const row of rows) {
    if (!writing.write(row)) await new Promise((resolve) => writing.once('drain', resolve))
  }
  writing.end()
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('unreadable row')
