import { setTimeout as rest } from 'node:timers/promises'
import { isNoted, mayDo, Refusal, turnAway } from '../flows/index.ts'
import { Id } from '../records/primitives.ts'
import { type Bound, type DeedId, isDeed } from '../views/deed-id.ts'
import { waiting } from '../views/notice.ts'
import type { Sight } from '../views/sight.ts'
import { refusalWords, type Words } from '../words/index.ts'
import { Answer, type Line } from './answer.ts'
import type { Deed, Office, Reply } from './deed.ts'
import { type Delivery, Replays } from './replay.ts'
import type { Deeds } from './table.ts'
import type { Known, Visit } from './visit.ts'

/** Why the door lets nobody through. */
type Turned = Exclude<keyof Words['door'], 'title' | 'close' | 'working' | 'done' | 'failed'>

/** Slack waits three seconds; transit takes its share (facts 1.4). */
const patience = 2_000
/** How long the role may take before the window is opened all the same: a trigger lives three seconds. */
const roleFirst = 1_000

export type DoorOptions = {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Id of our own workspace. */
  readonly team: string
  /** Says something to a member in a message, when Slack takes it no other way. */
  readonly tell?: (user: string, text: string) => Promise<void>
}

/** What is judged of a visit, and by which way it is answered. */
type Going = { readonly answer: Answer; readonly sight: Promise<Sight> }

/**
 * The one door: every command, click, form and menu comes in here, is judged in one order, and gets
 * one answer. Whoever is turned away is told why, and it is written down.
 */
export class Door {
  readonly #deeds: Deeds
  readonly #office: Office
  readonly #options: DoorOptions
  readonly #replays: Replays

  constructor(deeds: Deeds, office: Office, options: DoorOptions) {
    this.#deeds = deeds
    this.#office = office
    this.#options = options
    this.#replays = new Replays(options.now)
  }

  /** Resolves when the member has his answer. Never rejects. */
  async enter(
    visit: Visit,
    delivery: Delivery | undefined,
    line: Omit<Line, 'tell'>,
  ): Promise<void> {
    const tell = async (text: string): Promise<void> =>
      await this.#options.tell?.(visit.member.user, text)
    const answer = new Answer(visit, { ...line, tell }, this.#office)
    // A window was closed, whatever it was for: that does nothing, and needs no role.
    if (visit.way === 'closed') return await this.#letClose(visit, answer)
    const going = { answer, sight: this.#office.sightOf(visit.member.user) }
    const watch = this.#ackInTime(going)
    try {
      // Nothing but forms, commands and menus are answered in the acknowledgement itself.
      if (!['submission', 'command', 'options'].includes(visit.way)) await answer.ack()
      const turned = this.#turned(visit, delivery)
      if (turned) await this.#turnAway(visit, turned, going)
      else await this.#admit(visit, going)
    } catch (error) {
      this.#office.trouble(`door ${visit.way}`, error)
      await this.#sayFailed(going)
    } finally {
      await watch.end()
    }
  }

  async #letClose({ view }: Visit, answer: Answer): Promise<void> {
    this.#office.unwatch(view?.id ?? '')
    await answer.ack().catch((error: unknown) => this.#office.trouble('door closed', error))
  }

  /** Everything that can be said without asking anybody. */
  #turned(visit: Visit, delivery: Delivery | undefined): Turned | undefined {
    // Looking at the home tab does nothing and is redelivered by design (facts 1.8).
    const untimely = delivery && visit.way !== 'home' ? this.#replays.judge(delivery) : undefined
    if (untimely) return untimely
    if (visit.member.team !== this.#options.team) return 'stranger'
    if (!isDeed(visit.name) || !this.#deeds[visit.name]) return 'unknown-deed'
    return this.#misbound(visit)
  }

  /** A button is ours, says what it is pressed as, and is pressed by whom its window is for. */
  #misbound(visit: Visit): Turned | undefined {
    if (!visit.token) return isBound(visit) ? 'foreign-token' : undefined
    const bound = this.#office.tokens.open(visit.token)
    if (!bound || !isFor(visit, bound)) return 'foreign-token'
    return bound.user && bound.user !== visit.member.user ? 'not-yours' : undefined
  }

  async #turnAway(visit: Visit, code: Turned, { answer, sight }: Going): Promise<void> {
    const seen = await sight
    const said = answer.give({ kind: 'say', text: seen.words.door[code] }, seen)
    await Promise.all([this.#journal(visit, code), said])
  }

  /** What cannot be written down is said all the same. */
  async #journal(visit: Visit, code: string): Promise<void> {
    const bound = visit.token ? this.#office.tokens.open(visit.token) : undefined
    const owner = Id.safeParse(bound?.request).data ?? 'desk'
    const deed = isDeed(visit.name) ? visit.name.replace('/', '') : 'unknown'
    try {
      await turnAway({ owner, by: visit.member, deed, code }, this.#office.hands)
    } catch (error) {
      this.#office.trouble('turned away', error)
    }
  }

  async #admit(visit: Visit, { answer, sight: seen }: Going): Promise<void> {
    const { name } = visit
    const deed = isDeed(name) ? this.#deeds[name] : undefined
    if (!deed) return
    const role = this.#roleFor(visit, deed)
    // It is awaited after other things that may fail first.
    role.catch(() => {})
    const sight = await seen
    if (deed.waiting) {
      if (visit.way !== 'submission') await answer.ack()
      const early = await Promise.race([role, rest(roleFirst)])
      if (!(early instanceof Refusal))
        await answer.openWaiting(deed.waiting.view(sight), deed.waiting.over === true)
    }
    const reply = await this.#replyTo(visit, deed, { role: await role, sight, answer })
    await answer.give(reply, sight)
  }

  /** The role in which he may; the refusal as a value, so that it can be raced. */
  async #roleFor(visit: Visit, deed: Deed): Promise<string | Refusal> {
    const { hands } = this.#office
    try {
      if (deed.may !== 'anyone') return await mayDo(visit.member, deed.may, hands)
      const { active, guest, bot } = await hands.people.standing(visit.member).catch(async () => {
        // The policy says which groups to ask Slack about.
        await hands.policy().catch(() => {
          throw new Refusal('policy-unreadable')
        })
        throw new Refusal('people-unknown')
      })
      return active && !guest && !bot ? '' : new Refusal('not-a-member')
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }

  async #replyTo(
    visit: Visit,
    deed: Deed,
    { role, sight, answer }: { role: string | Refusal; sight: Sight; answer: Answer },
  ): Promise<Reply> {
    if (role instanceof Refusal) return await this.#refused(visit, role, sight)
    const { member: by, ...known } = this.#known(visit)
    const { window: view } = answer
    const { values = {} } = visit.view ?? {}
    const visited = { ...known, by, role, sight, values, ...(view ? { view } : {}) }
    try {
      return await deed.run(visited, this.#office)
    } catch (error) {
      if (error instanceof Refusal) return await this.#refused(visit, error, sight)
      throw error
    }
  }

  /** What the rules say no to is written down once, by the flow or here. */
  async #refused(visit: Visit, refusal: Refusal, { words }: Sight): Promise<Reply> {
    // Nobody has asked for anything by looking at his home tab.
    if (visit.way === 'home') return { kind: 'nothing' }
    if (!isNoted(refusal)) await this.#journal(visit, refusal.code)
    return { kind: 'say', text: refusalWords(words, refusal.code, refusal.detail) }
  }

  #known(visit: Visit): Known {
    const bound = visit.token ? this.#office.tokens.open(visit.token) : undefined
    return { ...visit, ...(bound ? { bound } : {}) }
  }

  /** Acknowledges what takes longer than Slack waits. A plain timer: nearly none of them ever rings. */
  #ackInTime({ answer, sight }: Going): { readonly end: () => Promise<void> } {
    let acked: Promise<void> | undefined
    const timer = setTimeout(() => {
      acked = sight
        .then(async (seen) => await answer.ackWaiting(waiting(seen)))
        .catch((error: unknown) => this.#office.trouble('acknowledge', error))
    }, patience)
    const end = async (): Promise<void> => {
      clearTimeout(timer)
      await acked
    }
    return { end }
  }

  async #sayFailed({ answer, sight: seen }: Going): Promise<void> {
    try {
      const sight = await seen
      await answer.give({ kind: 'say', text: sight.words.door.failed }, sight)
    } catch (error) {
      this.#office.trouble('answer', error)
      await answer.ack().catch(() => undefined)
    }
  }
}

/** Buttons, forms and menus are made by us and say so; commands and shortcuts are typed or picked. */
const isBound = ({ way }: Visit): boolean => ['action', 'submission', 'options'].includes(way)

/** A button or a form says what it is used as; what is typed into a menu goes by its window's name. */
const isFor = ({ name, way }: Visit, { deed }: Bound): boolean =>
  way === 'options' ? name === menu : deed === name

/** The only menu that is filled as somebody types. */
const menu = 'leave-out' satisfies DeedId
