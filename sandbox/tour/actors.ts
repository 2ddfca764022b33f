import type { Member } from './member.ts'
import type { Narrator } from './narrator.ts'
import { News } from './news.ts'
import { type People, peopleOf } from './people.ts'
import { linesOf, nameOf, shortened } from './readable.ts'
import type { Listed } from './reading.ts'
import type { Message, Window } from './screen.ts'
import { cardIn } from './screen.ts'
import type { Stage } from './stage.ts'

/** How the bot is called in the story. */
export const bot = 'Rights Desk'
/** Where the requests are. */
export const requests = 'C0REQUESTS'

type Shown = { readonly event: string; readonly most?: number; readonly data?: object }

/** Those who play the story, and what is told of it. */
export class Actors {
  readonly stage: Stage
  readonly tell: Narrator
  readonly people: People
  readonly news: News
  /** Tickets that the lead left as they are. */
  readonly kept = new Set<number>()
  /** Everything that the plans named which were approved, as their approvers read it. */
  readonly listed: Listed = new Set()

  constructor(stage: Stage, tell: Narrator) {
    this.stage = stage
    this.tell = tell
    this.people = peopleOf({ url: stage.slack.url, changes: stage.changes })
    this.news = new News(tell, Object.values(this.people))
  }

  /** Somebody does something. */
  does(
    event: string,
    who: Member,
    text: string,
    data: Readonly<Record<string, unknown>> = {},
  ): void {
    this.tell.says(event, who.name, text, { data })
  }

  /** The window that somebody has before him. */
  shows(
    who: Member,
    { title, blocks, submit }: Window,
    { event, most = 16, data = {} }: Shown,
  ): void {
    const all = linesOf(blocks).map((line) => shortened(line))
    const more = all.length - most
    const lines = [...all.slice(0, most), ...(more > 0 ? [`… and ${more} more lines`] : [])]
    this.tell.says(event, bot, `(window of ${who.name}) ${title.text}`, {
      lines: [...lines, ...(submit ? [`⟦ ${submit.text} ⟧`] : [])],
      data: { ...data },
    })
  }

  /** The bot says no; in its own words. */
  refused(who: Member, text: string): void {
    this.tell.says('refused', bot, `(to ${who.name}) ${text}`)
  }

  /** The request's card as somebody sees it, as soon as it says so. */
  async card(who: Member, says = ''): Promise<Message> {
    return await who.until(`a card in ${nameOf(requests)} that says “${says}”`, (screen) => {
      const card = cardIn(screen)
      return card && JSON.stringify(card).includes(says) && card
    })
  }
}
