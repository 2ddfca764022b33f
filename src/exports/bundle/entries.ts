import { canonical } from '../../records/canonical.ts'
import type {
  BundleOrder,
  CollectedFile,
  CollectedIndex,
  CollectedTicket,
} from '../../records/collected.ts'
import { type Conversation, conversationOf } from './conversation.ts'
import { pathOfFile } from './file-names.ts'
import { type ConversationLine, type FileLine, indexPage } from './index-page.ts'
import { bytesOf, type Entry } from './manifest.ts'
import { type Mask, maskFor } from './mask.ts'
import { conversationPage } from './pages.ts'
import type { Pieces } from './pieces.ts'
import { profileOf, profileRows } from './profile.ts'
import { redrawn } from './redrawn.ts'
import { bundleSchema, type Profile } from './schema.ts'
import { searchTexts } from './search.ts'
import { csv } from './tables.ts'
import type { Tally } from './tally.ts'
import type { BundleWords } from './words.ts'

type Making = {
  readonly order: BundleOrder
  readonly pieces: Pieces
  readonly index: CollectedIndex
  readonly words: BundleWords
  readonly answer?: ReadonlyMap<string, string>
  readonly tally: Tally
}

type Lines = { readonly conversations: ConversationLine[]; readonly files: FileLine[] }

/** Every file of the bundle but its manifest, in its order: what is about all of them comes last. */
export async function* entriesOf(making: Making): AsyncGenerator<Entry> {
  const { index, words, order, answer } = making
  const profile = await profileIn(making)
  const own = ownNames(profile)
  yield textEntry('data/profile.json', canonical(profile))
  const lines: Lines = { conversations: [], files: [] }
  for (const id of index.tickets) yield* ticketEntries(id, { ...making, own }, lines)
  yield* heldBackMails({ ...making, own })
  yield* tables({ ...making, own }, lines)
  yield { name: 'search.js', content: searchTexts(conversationsOf({ ...making, own })) }
  yield textEntry('schema.json', canonical(bundleSchema()))
  for (const [name, text] of answer ?? []) yield textEntry(name, text)
  const profiles = profile.users.map((one) => profileRows(one, index))
  yield textEntry('index.html', indexPage({ order, index, words, profiles, ...lines }))
}

const textEntry = (name: string, text: string): Entry => ({ name, content: bytesOf(text) })

type Knowing = Making & { readonly own: readonly string[] }

async function profileIn({ index, pieces, order, words }: Making): Promise<Profile> {
  const users = []
  for (const id of index.users) {
    const user = await pieces.user(id)
    const own = ownNames({ users: [user] })
    const mask = maskFor([{ id, name: '', identifiers: [], is: 'person' }], { order, words, own })
    users.push(profileOf(user, { mask, portable: order.profile === 'portable' }))
  }
  return { users }
}

/** Whatever names the person: it is his, and stands wherever it stands. */
function ownNames({ users }: Pick<Profile, 'users'>): string[] {
  const values = users.flatMap(({ user, identities }) => [
    user['name'],
    user['alias'],
    user['email'],
    user['phone'],
    ...identities.map((one) => one['value']),
  ])
  return values.filter((value): value is string => typeof value === 'string' && value !== '')
}

async function* ticketEntries(id: number, making: Knowing, lines: Lines): AsyncGenerator<Entry> {
  const { pieces, words, tally } = making
  const ticket = await pieces.ticket(id)
  const mask = maskOf(ticket, making)
  const pathOf = (file: CollectedFile): string => pathOfFile(file, mask.text)
  const conversation = conversationIn(ticket, making, mask)
  yield textEntry(`data/conversations/${id}.json`, canonical(conversation))
  yield textEntry(`conversations/${id}.html`, conversationPage(conversation, words))
  for (const file of ticket.files) {
    const { name, type, size = 0, heldBack } = file
    const path = heldBack === undefined ? pathOf(file) : undefined
    lines.files.push({
      ticket: id,
      name: mask.text(name),
      type,
      size,
      ...(path ? { path } : {}),
      ...(heldBack ? { heldBack } : {}),
    })
    if (path) yield { name: path, content: pieces.file(file.id), store: isPacked(type) }
  }
  lines.conversations.push(lineOf(conversation))
  count(conversation, ticket, mask, tally)
  tally.advance()
}

const maskOf = ({ parties }: CollectedTicket, { order, words, own }: Knowing): Mask =>
  maskFor(parties, { order, words, own })

const conversationIn = (ticket: CollectedTicket, making: Knowing, mask: Mask): Conversation =>
  conversationOf(ticket, {
    profile: making.order.profile,
    mask,
    words: making.words,
    pathOf: (file) => pathOfFile(file, mask.text),
  })

async function* conversationsOf(making: Knowing): AsyncGenerator<Conversation> {
  for (const id of making.index.tickets) {
    const ticket = await making.pieces.ticket(id)
    yield conversationIn(ticket, making, maskOf(ticket, making))
  }
}

const lineOf = ({
  id,
  subject = '',
  createdAt,
  standing,
  passages,
}: Conversation): ConversationLine => ({
  id,
  subject,
  at: createdAt,
  standing,
  passages: passages !== undefined,
})

function count(
  { passages, messages }: Conversation,
  { files, gives }: CollectedTicket,
  mask: Mask,
  tally: Tally,
): void {
  tally.add(gives === 'whole' ? 'tickets' : 'excerpts')
  tally.add('passages', passages?.length ?? 0)
  tally.add('messages', messages.length)
  tally.add('files', files.filter(({ heldBack }) => heldBack === undefined).length)
  tally.add('held-back', files.filter(({ heldBack }) => heldBack !== undefined).length)
  tally.add('masked', mask.hidden())
}

async function* heldBackMails({
  index,
  pieces,
  order,
  words,
  own,
}: Knowing): AsyncGenerator<Entry> {
  const mask = maskFor([], { order, words, own })
  for (const id of index.suspended) {
    const { record } = await pieces.suspended(id)
    yield textEntry(`data/suspended/${id}.json`, canonical(redrawn(record, mask)))
  }
}

async function* tables(making: Knowing, { files }: Lines): AsyncGenerator<Entry> {
  const { columns } = making.words
  const { conversation, subject, date, who, text, file, type, size, path, reason } = columns
  yield {
    name: 'tables/messages.csv',
    content: csv([conversation, subject, date, who, text], messageRows(making)),
  }
  yield {
    name: 'tables/files.csv',
    content: csv([conversation, file, type, size, path, reason], fileRows(files, making.words)),
  }
}

async function* messageRows(making: Knowing): AsyncGenerator<(string | number)[]> {
  for await (const { id, subject = '', createdAt, messages, passages = [] } of conversationsOf(
    making,
  )) {
    for (const { at, from, text } of messages) yield [id, subject, at, from, text]
    for (const { at, text } of passages) yield [id, subject, at ?? createdAt, '', text]
  }
}

async function* fileRows(
  files: readonly FileLine[],
  words: BundleWords,
): AsyncGenerator<(string | number)[]> {
  for (const { ticket, name, type, size, path = '', heldBack } of files) {
    yield [ticket, name, type, size, path, heldBack ? words.why(heldBack) : '']
  }
}

/** Media are compressed by themselves: to try it once more is time for nothing. */
const isPacked = (type: string): boolean =>
  /^(?:image\/(?!svg|bmp)|audio\/(?!wav)|video\/)|zip|gzip|pdf|officedocument/.test(type)
