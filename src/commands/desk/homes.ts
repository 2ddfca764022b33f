import type { HomeView } from '@slack/types'
import type { Hands } from '../../flows/index.ts'
import type { Member } from '../../records/primitives.ts'
import { deskOf } from '../../views/desk/desk-of.ts'
import { homeView } from '../../views/desk/home.ts'
import type { Sight } from '../../views/sight.ts'
import type { BoardHands } from './board-hands.ts'
import { Latest } from './latest.ts'
import { openFor } from './standings.ts'

/** The home tab of a member as things stand. */
export async function homeFor(member: Member, sight: Sight, hands: Hands): Promise<HomeView> {
  const { roles, paused, standings } = await openFor(member, hands)
  const desk = roles.length > 0 ? { desk: deskOf(member.user, standings) } : {}
  return homeView({ user: member.user, paused, ...desk }, sight)
}

type HomeHands = Pick<BoardHands, 'hands' | 'publishHome' | 'sightOf' | 'team' | 'trouble'>

/** The home tabs that somebody may be looking at; whoever opened his long ago opens it anew. */
const remembered = 200
const spacing = 3_000

/** Keeps the home tabs that were opened since the start as things stand. */
export class Homes {
  readonly #hands: HomeHands
  readonly #opened = new Set<string>()
  readonly #latest: Latest<undefined>

  constructor(hands: HomeHands) {
    this.#hands = hands
    this.#latest = new Latest({
      work: async (user) => {
        await this.#publish(user)
        return spacing
      },
      failed: (_, error) => hands.trouble('home', error),
      rest: hands.hands.rest,
    })
  }

  /** Somebody has his home open. */
  opened(user: string): void {
    this.#opened.delete(user)
    this.#opened.add(user)
    const [oldest] = this.#opened
    if (this.#opened.size > remembered && oldest) this.#opened.delete(oldest)
  }

  /** Something has changed that concerns these members; `all`: everybody. */
  changed(users: readonly string[] | 'all'): void {
    for (const user of this.#opened) {
      if (users === 'all' || users.includes(user)) this.#latest.put(user, undefined)
    }
  }

  async idle(): Promise<void> {
    await this.#latest.idle()
  }

  async end(): Promise<void> {
    await this.#latest.end()
  }

  async #publish(user: string): Promise<void> {
    const { hands, publishHome, sightOf, team } = this.#hands
    await publishHome(user, await homeFor({ user, team }, await sightOf(user), hands))
  }
}
