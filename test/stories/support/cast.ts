import type { Standing } from '../../../src/flows/index.ts'
import type { Member } from '../../../src/records/primitives.ts'

const team = 'T0NORDLYS'

/** Opens requests and decides what happens to what is found. */
export const lead: Member = { user: 'U0LEAD', team }
/** Privacy officers: they approve. */
export const officer: Member = { user: 'U0OFFICER', team }
export const second: Member = { user: 'U0SECOND', team }
/** Lead and privacy officer at once. */
export const both: Member = { user: 'U0BOTH', team }
/** Of the workspace, without a role. */
export const stranger: Member = { user: 'U0STRANGER', team }
/** These three are named as officers in the policy, and may not speak all the same. */
export const guest: Member = { user: 'U0GUEST', team }
export const bot: Member = { user: 'U0BOT', team }
export const leaver: Member = { user: 'U0LEAVER', team }
/** Of another workspace that shares a channel. */
export const foreigner: Member = { user: 'U0FOREIGN', team: 'T0ELSEWHERE' }

const member: Standing = { active: true, guest: false, bot: false, groups: [] }

/** Who is who in the workspace, changed by tests as people come and go. */
export class Directory {
  readonly #standings = new Map<string, Standing>(
    [lead, officer, second, both, stranger].map(({ user }) => [user, member]),
  )
  /** The directory does not answer. */
  down = false

  constructor() {
    this.set(guest, { guest: true })
    this.set(bot, { bot: true })
    this.set(leaver, { active: false })
    this.set(foreigner, { active: false })
  }

  set({ user }: Member, change: Partial<Standing>): void {
    this.#standings.set(user, { ...member, ...this.#standings.get(user), ...change })
  }

  async standing({ user }: Member): Promise<Standing> {
    const found = this.#standings.get(user)
    if (this.down || !found) throw new Error('the directory does not answer')
    return found
  }
}
