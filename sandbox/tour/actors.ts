import type { Member } from './member.ts'
import type { Narrator } from './narrator.ts'
import { News } from './news.ts'
import { type People, peopleOf } from './people.ts'
import { linesOf, nameOf, shortened, wholeLinesOf } from './readable.ts'
import type { Listed } from './reading.ts'
import { isCard, type Message, requests, type Window } from './screen.ts'
import type { Stage } from './stage.ts'

/** How the bot is called in the story. */
export const bot = 'Rights Desk'

type Shown = {
  readonly event: string
  /** So many lines are shown at most. */
  readonly most?: number
  /** Every line of it by itself. */
  readonly whole?: true
  readonly data?: object
}

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

  /** `patience`: how long they wait for what they look for, in milliseconds. */
  constructor(stage: Stage, tell: Narrator, patience?: number) {
    this.stage = stage
    this.tell = tell
    this.people = peopleOf({
      url: stage.slack.url,
      changes: stage.changes,
      ...(patience === undefined ? {} : { patience }),
    })
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
    { event, most = 16, whole, data = {} }: Shown,
  ): void {
    const all = (whole ? wholeLinesOf(blocks) : linesOf(blocks)).map((line) => shortened(line))
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

  /** The latest request's card as somebody sees it, as soon as it says so. */
  async card(who: Member, says = ''): Promise<Message> {
    return await who.until(`a card in ${nameOf(requests)} that says “${says}”`, (screen) => {
      const card = screen.messages.findLast(isCard)
      return card && JSON.stringify(card.blocks).includes(JSON.stringify(says).slice(1, -1)) && card
    })
  }

  /** What the straight way has cost so far: whatever was done to see it refused is not counted. */
  tellEffort(): void {
    const { lead, officer } = this.people
    this.tell.says(
      'effort',
      'The tour',
      'counts the steps from the command to the approved plan:',
      {
        lines: [lead, officer].map(effortLine),
        data: { lead: lead.effort.sum, approver: officer.effort.sum },
      },
    )
  }
}

const effortLine = ({ name, effort: { sum } }: Member): string =>
  `${name}: ${Object.entries(sum)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')}`
