import type { Crowd } from '../account/crowd.ts'
import type { Comment, Ticket, User } from '../account/records.ts'
import type { Seeding } from '../account/store.ts'
import type { Tables } from '../account/tables.ts'
import {
  crowdSize,
  daysAt,
  isSigned,
  mentionAt,
  numberAt,
  placeOf,
  stageAt,
  type Writer,
  writerAt,
  writtenAtPlace,
} from './crowd-plan.ts'
import { mentionText, signature } from './crowd-texts.ts'
import { CrowdWords } from './crowd-words.ts'
import { conversation } from './filler.ts'
import { putStory } from './make-ticket.ts'
import { randomFrom } from './random.ts'
import type { Story } from './story-types.ts'

type Known = {
  readonly now: number
  readonly customers: readonly Writer[]
  readonly user: (id: number) => User | undefined
}

/** The other tickets of a large account, worked out from their numbers. */
export function crowdOf(known: Known): Crowd {
  let words: CrowdWords | undefined
  const wordsOnce = (): CrowdWords => (words ??= new CrowdWords(known.customers))
  const ids = range(() => true)
  const recent = range((place) => daysAt(place) <= 148)
  const made = remembering((ticket) => make(ticket, known))
  return {
    ticket: (id) => made(id)?.ticket,
    comments: (id) => made(id)?.comments ?? [],
    ticketOf: (comment) => Math.floor((comment - 21_000_000_000_000) / 100_000),
    ids: () => ids,
    recent: () => recent,
    requested: (user) => range((place) => writerAt(place, known.customers).id === user),
    assigned: (user) => wordsOnce().assigned(user),
    worded: (beginnings) => wordsOnce().worded(beginnings),
  }
}

function range(fits: (place: number) => boolean): number[] {
  const found: number[] = []
  for (let place = 0; place < crowdSize; place += 1) if (fits(place)) found.push(numberAt(place))
  return found
}

type Made = { readonly ticket: Ticket; readonly comments: Comment[] }

const mostMade = 256

/** A page is shown ticket by ticket, and each is asked for several times. */
function remembering(makeOne: (ticket: number) => Made | undefined): typeof makeOne {
  const known = new Map<number, Made>()
  return (ticket) => {
    const before = known.get(ticket)
    if (before) return before
    const fresh = makeOne(ticket)
    if (known.size >= mostMade) known.clear()
    if (fresh) known.set(ticket, fresh)
    return fresh
  }
}

function make(id: number, { now, customers, user }: Known): Made | undefined {
  const place = placeOf(id)
  if (place < 0) return undefined
  const comments: Comment[] = []
  let ticket: Ticket | undefined
  const collecting: Seeding = {
    get: <N extends keyof Tables>(table: N, one: string | number) =>
      (table === 'users' ? user(Number(one)) : undefined) as Tables[N] | undefined,
    put: (table, row) => {
      if (table === 'comments') comments.push(row as Comment)
      if (table === 'tickets') ticket = row as Ticket
    },
  }
  putStory(collecting, storyAt(place, customers, now), now)
  return ticket && { ticket, comments }
}

function storyAt(place: number, customers: readonly Writer[], now: number): Story {
  const customer = writerAt(place, customers)
  const story = conversation(randomFrom(place + 7), {
    id: numberAt(place),
    customer,
    ...stageAt(place),
  })
  const extra = extraAt(place)
  const lines = story.lines.map((line, at) =>
    extra && line.by === customer.id && (isSigned(place) || at === 0)
      ? { ...line, text: `${line.text}\n\n${extra}` }
      : line,
  )
  return { ...story, lines, written: writtenAtPlace(place, now) }
}

function extraAt(place: number): string {
  if (isSigned(place)) return signature
  const form = mentionAt(place)
  return form === 0 ? '' : mentionText(form)
}
