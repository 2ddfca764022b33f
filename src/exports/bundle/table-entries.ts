import type { Conversation } from './conversation.ts'
import type { FileLine } from './index-page.ts'
import type { Entry } from './manifest.ts'
import { csv } from './tables.ts'
import type { BundleWords } from './words.ts'

/** The same as tables: what was said, and the files. */
export async function* tableEntries(
  conversations: AsyncIterable<Conversation>,
  files: readonly FileLine[],
  words: BundleWords,
): AsyncGenerator<Entry> {
  const { columns } = words
  const { conversation, subject, date, who, text, file, type, size, path, reason } = columns
  yield {
    name: 'tables/messages.csv',
    content: csv([conversation, subject, date, who, text], messageRows(conversations)),
  }
  yield {
    name: 'tables/files.csv',
    content: csv([conversation, file, type, size, path, reason], fileRows(files, words)),
  }
}

async function* messageRows(
  conversations: AsyncIterable<Conversation>,
): AsyncGenerator<(string | number)[]> {
  for await (const { id, subject = '', createdAt, messages, passages = [] } of conversations) {
    for (const { at, from, text } of messages) yield [id, subject, at, from, text]
    for (const { at, text } of passages) yield [id, subject, at ?? createdAt, '', text]
  }
}

async function* fileRows(
  files: readonly FileLine[],
  words: BundleWords,
): AsyncGenerator<(string | number)[]> {
  for (const { ticket, name, type, size, path = '', heldBack } of files) {
    yield [ticket, name, type, size, path, heldBack ? (words.why[heldBack] ?? heldBack) : '']
  }
}
