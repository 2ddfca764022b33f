import type { Posted } from '../../records/channels.ts'
import type { Entry } from '../../records/entry.ts'
import { SlackRefused } from '../../slack/outbox.ts'
import { pastMessage, turnMessage } from '../../views/desk/direct.ts'
import type { Standing } from '../../views/desk/standing.ts'
import { toldBy } from '../../views/desk/told.ts'
import { type BoardHands, idOf, type Snapshot } from './board-hands.ts'

type DirectHands = Pick<BoardHands, 'outbox' | 'directChannel' | 'sightOf'>

/** A message by which somebody was told that it is his turn. */
type Ask = { readonly key: string; readonly entry: string; readonly posted: Posted }

/** Tells members when it is their turn, and when it no longer is. */
export class Directs {
  readonly #hands: DirectHands
  /** Who is asked at the moment, by request and member. */
  readonly #asked = new Map<string, Map<string, Ask>>()
  /** Messages of a request that say that it is over: asked the same again, they are brought back. */
  readonly #past = new Map<string, Set<string>>()

  constructor(hands: DirectHands) {
    this.#hands = hands
  }

  /** Brings the messages about one request to what it is now. */
  async follow(snapshot: Snapshot): Promise<void> {
    const id = idOf(snapshot)
    const asked = this.#asked.get(id) ?? new Map<string, Ask>()
    this.#asked.set(id, asked)
    const wanted = askedBy(snapshot)
    for (const [user, ask] of asked) {
      if (wanted.get(user)?.id === ask.entry) continue
      asked.delete(user)
      await this.#forMember(async () => await this.#end(user, ask, snapshot))
    }
    for (const [user, entry] of wanted) {
      if (!asked.has(user))
        await this.#forMember(async () => await this.#ask(user, entry, snapshot))
    }
    if (asked.size === 0) this.#asked.delete(id)
  }

  /** Nobody will be asked about this request any more. */
  forget(id: string): void {
    this.#past.delete(id)
  }

  async #ask(user: string, entry: Entry, snapshot: Snapshot): Promise<void> {
    const { outbox, sightOf, directChannel } = this.#hands
    const key = `${entry.id}.${user}`
    const to = { user, channel: snapshot.channels.requests }
    const said = turnMessage(snapshot.standing, to, await sightOf(user))
    const channel = await directChannel(user)
    const posted = await outbox.post({ key, channel, since: Date.parse(entry.at), ...said })
    const isBack = this.#past.get(idOf(snapshot))?.delete(key) === true
    if (isBack) await outbox.edit({ ...posted, ...said })
    const asked = this.#asked.get(idOf(snapshot)) ?? new Map<string, Ask>()
    this.#asked.set(idOf(snapshot), asked.set(user, { key, entry: entry.id, posted }))
  }

  async #end(user: string, ask: Ask, snapshot: Snapshot): Promise<void> {
    const sight = await this.#hands.sightOf(user)
    const by = whoActed(snapshot.entries, ask.entry)
    const past = this.#past.get(idOf(snapshot)) ?? new Set<string>()
    this.#past.set(idOf(snapshot), past.add(ask.key))
    const said = pastMessage(snapshot.standing.request, by, sight)
    await this.#hands.outbox.edit({ ...ask.posted, ...said, priority: 'now' })
  }

  /** Whom Slack does not let us write to is still shown on the card; the others are told. */
  async #forMember(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof SlackRefused)) throw error
    }
  }
}

type Kinds = readonly Entry['kind'][]

/** By which entries a step becomes somebody's turn. */
const causes: Readonly<Record<string, Kinds>> = {
  'confirm-people': ['found'],
  'decide-traces': ['found', 'sent-back', 'declined'],
  approve: ['planned', 'lapsed'],
  'hand-over': ['settled', 'agreed'],
  halt: ['stopped', 'halted'],
}

/** Who is asked, each with the entry that made it his turn. Who stopped it himself need not be told. */
function askedBy({ entries, standing }: Snapshot): Map<string, Entry> {
  const asked = standing.asked.filter((user) => !hasStopped(standing, user))
  return new Map(
    asked.flatMap((user) => {
      const entry = causeOf(entries, standing, user)
      return entry ? [[user, entry] as const] : []
    }),
  )
}

const hasStopped = ({ turn, request }: Standing, user: string): boolean =>
  turn.kind === 'halt' && request.halted?.by !== 'bot' && request.halted?.by.user === user

function causeOf(entries: readonly Entry[], { turn }: Standing, user: string): Entry | undefined {
  const kinds = causes[turn.kind === 'halt' ? 'halt' : (turn.step ?? '')] ?? []
  const revoked = turn.step === 'approve' ? toldBy(entries).revoked : new Map()
  // Whose own approval no longer counts is asked again; nobody else is.
  return entries.findLast(
    (entry) => kinds.includes(entry.kind) || revoked.get(entry.id)?.user === user,
  )
}

const acts: ReadonlySet<Entry['kind']> = new Set([
  'decided',
  'approved',
  'sent-back',
  'declined',
  'handed-over',
  'continued',
  'stopped',
  'closed',
])

/** Which members have done something since. */
function whoActed(entries: readonly Entry[], since: string): string[] {
  const from = entries.findIndex(({ id }) => id === since)
  const users = entries
    .slice(from + 1)
    .flatMap(({ kind, by }) => (acts.has(kind) && by !== 'bot' ? [by.user] : []))
  return [...new Set(users)]
}
