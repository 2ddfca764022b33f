import { canonical } from '../../records/canonical.ts'
import type {
  BundleOrder,
  CollectedFile,
  CollectedIndex,
  CollectedTicket,
  Party,
} from '../../records/collected.ts'
import { type Conversation, conversationOf } from './conversation.ts'
import { countProfile, countTicket } from './counted.ts'
import { pathOfFile } from './file-names.ts'
import { type ConversationLine, type FileLine, indexPage } from './index-page.ts'
import type { BundleHands } from './make-bundle.ts'
import { bytesOf, type Entry } from './manifest.ts'
import { type Mask, maskFor } from './mask.ts'
import { namedBeside } from './named-beside.ts'
import { conversationPage } from './pages.ts'
import type { Pieces } from './pieces.ts'
import { profileOf, profileRows } from './profile.ts'
import { redrawn } from './redrawn.ts'
import { bundleSchema, type Profile } from './schema.ts'
import { searchTexts } from './search.ts'
import { tableEntries } from './table-entries.ts'
import type { Tally } from './tally.ts'
import type { BundleWords } from './words.ts'

type Making = {
  readonly order: BundleOrder
  readonly pieces: Pieces
  readonly index: CollectedIndex
  readonly words: BundleWords
  readonly answer?: BundleHands['answer']
  readonly tally: Tally
}

type Lines = { readonly conversations: ConversationLine[]; readonly files: FileLine[] }

/** Every file of the bundle but its manifest, in its order: what is about all of them comes last. */
export async function* entriesOf(making: Making): AsyncGenerator<Entry> {
  const { index, words, order, answer, tally } = making
  const profile = await profileIn(making)
  countProfile(profile, making)
  const own = ownNames(profile)
  yield textEntry('data/profile.json', canonical(profile))
  const lines: Lines = { conversations: [], files: [] }
  for (const id of index.tickets) yield* ticketEntries(id, { ...making, own }, lines)
  yield* heldBackMails({ ...making, own })
  yield* tableEntries(conversationsOf({ ...making, own }), lines.files, words)
  yield { name: 'search.js', content: searchTexts(conversationsOf({ ...making, own })) }
  yield textEntry('schema.json', canonical(bundleSchema()))
  for (const [name, text] of answer?.(tally.held) ?? []) yield textEntry(name, text)
  const profiles = profile.users.map((one) => profileRows(one, index))
  yield textEntry('index.html', indexPage({ order, index, words, profiles, ...lines }))
}

const textEntry = (name: string, text: string): Entry => ({ name, content: bytesOf(text) })

type Knowing = Making & { readonly own: readonly string[] }

async function profileIn({ index, pieces, order, words }: Making): Promise<Profile> {
  const users = []
  const others = await partiesIn({ index, pieces })
  for (const id of index.users) {
    const user = await pieces.user(id)
    const own = ownNames({ users: [user] })
    const mask = maskFor(others, { order, words, own })
    users.push(profileOf(user, { mask, portable: order.profile === 'portable' }))
  }
  return { users }
}

/** Everybody who has to do with any of the conversations: staff may have noted whom they like in a profile. */
async function partiesIn({ index, pieces }: Pick<Making, 'index' | 'pieces'>): Promise<Party[]> {
  const all = new Map<number, Party>()
  for (const id of index.tickets) {
    for (const party of (await pieces.ticket(id)).parties) all.set(party.id, party)
  }
  return [...all.values()]
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
  countTicket(conversation, ticket, mask, tally)
  tally.advance()
}

const maskOf = (ticket: CollectedTicket, { order, words, own }: Knowing): Mask =>
  maskFor([...ticket.parties, ...namedBeside(ticket, own)], { order, words, own })

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

/** Media are compressed by themselves: to try it once more is time for nothing. */
const isPacked = (type: string): boolean =>
  /^(?:image\/(?!svg|bmp)|audio\/(?!wav)|video\/)|zip|gzip|pdf|officedocument/.test(type)
