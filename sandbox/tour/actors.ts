import type { Choice, planShown, tracesFound } from '../../src/flows/index.ts'
import type { OperationKind } from '../../src/records/plan.ts'
import { wordsFor } from '../../src/words/index.ts'
import { Refused } from './desk-client.ts'
import type { Narrator } from './narrator.ts'
import { newsOf } from './news.ts'
import { type Colleague, memberOf, staff } from './staff.ts'
import type { Stage } from './stage.ts'

export type Traces = Awaited<ReturnType<typeof tracesFound>>
export type Plan = Pick<Awaited<ReturnType<typeof planShown>>, 'digest' | 'plan' | 'items'>

/** How the desk is called in the story. */
export const bot = 'Rights Desk'

const words = wordsFor('en')

/** What the story's people do at the desk, and what they remember of it. */
export class Actors {
  readonly stage: Stage
  readonly tell: Narrator
  id = ''
  number = ''
  /** Tickets that the lead kept. */
  readonly kept = new Set<number>()
  /** Every effect that a plan named, as the account calls it. */
  readonly planned = new Set<string>()
  readonly #kinds = new Map<string, Map<number, OperationKind>>()
  #seen = 0

  constructor(stage: Stage, tell: Narrator) {
    this.stage = stage
    this.tell = tell
  }

  /** The lead decides: the namesake's tickets stay, with a reason; elsewhere every passage goes. */
  async decide({ tickets, seen }: Traces): Promise<{ asked: number; kept: number }> {
    const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
    for (const { id, namesake } of asked) if (namesake) this.kept.add(id)
    await this.decideAs(seen, Object.fromEntries(asked.map((find) => [find.id, choiceFor(find)])))
    await this.stage.desk.rest()
    return { asked: asked.length, kept: asked.filter(({ namesake }) => namesake).length }
  }

  async decideAs(seen: string, tickets: Readonly<Record<string, Choice>>): Promise<void> {
    const by = memberOf(staff.lead)
    await this.stage.desk.deed('decide', { id: this.id, by, seen, choices: { tickets } })
  }

  /** The plan in force, read to the last operation. */
  async read(): Promise<Plan> {
    const shown = await this.stage.desk.deed('plan', this.id)
    for (const item of shown.items) this.planned.add(effectOf(item))
    this.#kinds.set(shown.digest, new Map(shown.plan.operations.map(({ n, kind }) => [n, kind])))
    return shown
  }

  async approve(who: Colleague, plan: Plan, typed = ticketsIn(plan)): Promise<void> {
    const word = { id: this.id, by: memberOf(who), digest: plan.digest }
    await this.stage.desk.deed('approve', { ...word, ticketsToGo: typed })
  }

  async readAndApprove(who: Colleague, plan: Plan): Promise<void> {
    const { digest } = plan
    await this.stage.desk.deed('view', { id: this.id, by: memberOf(who), digest })
    await this.approve(who, plan)
    this.tell.says(
      'approved',
      who.name,
      `I have read it: ${ticketsIn(plan)} tickets go. Approved.`,
      {
        data: { digest },
      },
    )
  }

  /** Tries what must not work, and shows the words that the person gets. */
  async refused(who: Colleague, attempt: () => Promise<unknown>): Promise<void> {
    try {
      await attempt()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const said = words.refusal[error.code as keyof typeof words.refusal](error.detail)
      this.tell.says('refused', bot, `(to ${who.name}) ${said}`, { data: { code: error.code } })
      return
    }
    throw new Error('What must be refused was not refused')
  }

  /** Tells what the journal says since the last look. */
  async news(): Promise<void> {
    const entries = await this.stage.desk.deed('journal', this.id)
    for (const { event, text } of newsOf(entries.slice(this.#seen), this.#kinds)) {
      this.tell.says(event, bot, text)
    }
    this.#seen = entries.length
  }
}

/** What the account says when it has happened. */
const effects: Readonly<Record<OperationKind, string>> = {
  'comment.redact': 'comment.redacted',
  'comment.redact-text': 'comment.redacted',
  'ticket.edit': 'ticket.updated',
  'ticket.delete': 'ticket.deleted',
  'ticket.purge': 'ticket.purged',
  'ticket.close': 'ticket.updated',
  'suspended.delete': 'suspended_ticket.deleted',
  'answer.send': 'comment.created',
  'user.delete': 'user.deleted',
  'user.purge': 'user.purge_requested',
}

function effectOf({ operation, address }: Plan['items'][number]): string {
  const { kind } = operation
  const id = address.comment ?? address.ticket ?? address.user ?? address.suspended
  return kind === 'answer.send' ? effects[kind] : `${effects[kind]} ${id}`
}

/** How many tickets a plan deletes for good. */
export const ticketsIn = ({ plan }: Plan): number =>
  plan.operations.filter(({ kind }) => kind === 'ticket.purge').length

const choiceFor = ({ namesake, passages }: Traces['tickets'][number]): Choice =>
  namesake
    ? { action: 'keep', code: 'namesake' }
    : { action: 'redact', code: 'about-the-person', passages: passages.map(({ key }) => key) }
