import type { Choice, planShown, tracesFound } from '../../src/flows/index.ts'
import { en } from '../../src/words/en.ts'
import { camille, requestTicket } from '../zendesk/sample/people.ts'
import { commentOn } from './customer.ts'
import { Refused } from './desk-client.ts'
import type { Narrator } from './narrator.ts'
import { newsOf } from './news.ts'
import { planLines, ticketLine } from './show.ts'
import { type Colleague, memberOf, staff } from './staff.ts'
import type { Stage } from './stage.ts'

type Traces = Awaited<ReturnType<typeof tracesFound>>
type Plan = Awaited<ReturnType<typeof planShown>>

/** What the story leaves behind, for the checks. */
export type Told = {
  readonly number: string
  readonly id: string
  /** Tickets that the lead kept. */
  readonly kept: ReadonlySet<number>
  /** Every id that an approved plan names. */
  readonly planned: ReadonlySet<number>
}

const bot = 'Rights Desk'
const { lead, officer, deputy, third } = staff
const label = ({ name }: Colleague): string => name

/** One person is erased, and everything that can go wrong on the way does. */
export class Erasure {
  readonly #stage: Stage
  readonly #tell: Narrator
  #id = ''
  #number = ''
  #seen = 0
  readonly #kinds = new Map<string, Map<number, string>>()
  readonly #kept = new Set<number>()
  readonly #planned = new Set<number>()

  constructor(stage: Stage, tell: Narrator) {
    this.#stage = stage
    this.#tell = tell
  }

  async tell(): Promise<Told> {
    await this.#opening()
    await this.#finding()
    await this.#deciding()
    const plan = await this.#reading()
    await this.#stopped(plan)
    await this.#lostRole(await this.#shown())
    await this.#killed()
    await this.#askedAgain()
    await this.#ending()
    return { number: this.#number, id: this.#id, kept: this.#kept, planned: this.#planned }
  }

  async #opening(): Promise<void> {
    this.#tell.scene('1. A support lead opens a request')
    this.#tell.says('typed', label(lead), `/rights-erase ${requestTicket}`)
    const { desk } = this.#stage
    await this.#refused(lead, async () => {
      await desk.deed('open', { right: 'erasure', subject: 'camille@', by: memberOf(lead) })
    })
    const subject = String(requestTicket)
    const opened = await desk.deed('open', { right: 'erasure', subject, by: memberOf(lead) })
    this.#id = opened.id
    this.#number = opened.number
    const due = (await desk.deed('due', opened.id))?.slice(0, 10)
    this.#tell.says('opened', bot, `${opened.number} · ${opened.name} is open, due ${due}.`, {
      data: { number: opened.number, due },
    })
    await desk.rest()
  }

  async #finding(): Promise<void> {
    const { desk } = this.#stage
    const { candidates } = await desk.deed('people', this.#id)
    this.#tell.says(
      'people',
      bot,
      `${candidates.length} user wrote this ticket. Is this the person?`,
      {
        lines: candidates.map(({ id, name, email, phone, identities }) =>
          [`#${id}`, name, email, phone, `${identities.length} identities`].join('  '),
        ),
        data: { candidates: candidates.length },
      },
    )
    this.#tell.says('confirmed', label(lead), 'Yes, this is the person.')
    const users = candidates.map(({ id }) => id)
    await desk.deed('confirm', { id: this.#id, by: memberOf(lead), users })
    await desk.rest()
  }

  async #deciding(): Promise<void> {
    this.#tell.scene('2. The bot finds every trace, a human decides')
    const found = await this.#stage.desk.deed('traces', this.#id)
    const { tickets, index } = found
    const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
    this.#tell.says(
      'found',
      bot,
      `${tickets.length} tickets and ${index.suspended.length} suspended message speak of the person, by ${index.terms.length} terms.`,
      { lines: tickets.map(ticketLine), data: { tickets: tickets.length, ask: asked.length } },
    )
    await this.#refused(lead, async () => {
      await this.#decide({})
    })
    await this.#decide(this.#choices(found))
    const kept = this.#kept.size
    this.#tell.says(
      'decided',
      label(lead),
      `${asked.length} were for me: ${kept} are her namesake’s and stay, ${asked.length - kept} are about her.`,
      { data: { asked: asked.length, kept } },
    )
    await this.#stage.desk.rest()
  }

  /** The namesake's tickets stay, with a reason; in the others every passage goes. */
  #choices({ tickets }: Traces): Record<string, Choice> {
    const asked = tickets.filter(({ proposal }) => proposal.action === 'ask')
    return Object.fromEntries(
      asked.map(({ id, namesake, passages }) => {
        if (namesake) this.#kept.add(id)
        return [
          id,
          namesake
            ? { action: 'keep' as const, code: 'namesake' }
            : {
                action: 'redact' as const,
                code: 'about-the-person',
                passages: passages.map(({ key }) => key),
              },
        ]
      }),
    )
  }

  async #decide(tickets: Record<string, Choice>): Promise<void> {
    const asked = { id: this.#id, by: memberOf(lead), choices: { tickets } }
    await this.#stage.desk.deed('decide', asked)
  }

  async #reading(): Promise<Plan> {
    this.#tell.scene('3. Somebody else approves the exact plan')
    const plan = await this.#shown()
    const { digest } = plan
    const gone = ticketsIn(plan)
    this.#tell.says(
      'plan',
      bot,
      `The plan, digest ${digest.slice(0, 12)}…: ${gone} tickets go for good.`,
      {
        lines: planLines(plan),
        data: { digest, operations: plan.items.length, tickets: gone },
      },
    )
    return plan
  }

  async #shown(): Promise<Plan> {
    const shown = (await this.#stage.desk.deed('plan', this.#id)) as Plan
    for (const { address } of shown.items) {
      for (const id of Object.values(address)) if (id !== undefined) this.#planned.add(id)
    }
    this.#kinds.set(shown.digest, new Map(shown.plan.operations.map(({ n, kind }) => [n, kind])))
    return shown
  }

  /** The opener, a careless reader, and an approver whose plan has changed under his eyes. */
  async #stopped(plan: Plan): Promise<void> {
    await this.#refused(lead, async () => await this.#approve(lead, plan))
    await this.#refused(
      officer,
      async () => await this.#approve(officer, plan, ticketsIn(plan) - 1),
    )
    this.#tell.says('decided', label(lead), 'One moment: I look at my decisions again.')
    await this.#decide(this.#choices(await this.#stage.desk.deed('traces', this.#id)))
    await this.#stage.desk.rest()
    await this.#refused(officer, async () => await this.#approve(officer, plan))
  }

  /** An approval counts only while its approver still has the role. */
  async #lostRole(plan: Plan): Promise<void> {
    const { officers, desk } = this.#stage
    await this.#approved(officer, plan)
    await officers([deputy, third])
    this.#tell.says('role-lost', bot, `${officer.name} is no longer a privacy officer.`)
    await desk.rest()
    await this.#news()
    await commentOn(
      this.#stage.account,
      48004,
      'Une dernière question : avez-vous reçu mon colis ?',
    )
    this.#tell.says('drift', camille.name, '(writes once more in one of the tickets that will go)')
    await this.#approved(deputy, plan)
  }

  async #approve(who: Colleague, plan: Plan, ticketsToGo = ticketsIn(plan)): Promise<void> {
    const word = { id: this.#id, by: memberOf(who), digest: plan.digest, ticketsToGo }
    await this.#stage.desk.deed('approve', word)
  }

  async #approved(who: Colleague, plan: Plan): Promise<void> {
    const { digest } = plan
    await this.#stage.desk.deed('view', { id: this.#id, by: memberOf(who), digest })
    await this.#approve(who, plan)
    this.#tell.says(
      'approved',
      label(who),
      `I have read it: ${ticketsIn(plan)} tickets go. Approved.`,
      {
        data: { digest },
      },
    )
  }

  async #killed(): Promise<void> {
    this.#tell.scene('4. The plan is carried out, and killed in the middle')
    const { killAfterWrites, desk } = this.#stage
    await killAfterWrites(9)
    this.#tell.says(
      'killed',
      bot,
      'kill -9: the ninth write took effect, and its answer was never heard.',
    )
    await desk.start()
    this.#tell.says('started', bot, 'Started again. What was in flight is read back, not repeated.')
    await desk.rest()
    await this.#news()
  }

  /** What drifted was left out; the lead decides again, and the new plan holds only what is left. */
  async #askedAgain(): Promise<void> {
    this.#tell.scene('5. What has changed since is asked again')
    const found = await this.#stage.desk.deed('traces', this.#id)
    this.#tell.says(
      'asked-again',
      bot,
      'One ticket has changed since it was decided on: it was left alone.',
      {
        lines: found.tickets.filter(({ relation }) => relation === 'own').map(ticketLine),
      },
    )
    await this.#decide(this.#choices(found))
    this.#tell.says('decided', label(lead), 'It goes too.')
    await this.#stage.desk.rest()
    const plan = await this.#shown()
    this.#tell.says(
      'plan',
      bot,
      `The new plan, digest ${plan.digest.slice(0, 12)}…, holds what is left.`,
      {
        lines: planLines(plan),
        data: { digest: plan.digest, operations: plan.items.length, tickets: ticketsIn(plan) },
      },
    )
    await this.#approved(deputy, plan)
  }

  async #ending(): Promise<void> {
    this.#tell.scene('6. Answered, deleted, proved, forgotten')
    await this.#stage.desk.rest()
    await this.#news()
  }

  /** What the journal says since the last look, in words. */
  async #news(): Promise<void> {
    const entries = await this.#stage.desk.deed('journal', this.#id)
    for (const { event, text } of newsOf(entries.slice(this.#seen), this.#kinds)) {
      this.#tell.says(event, bot, text)
    }
    this.#seen = entries.length
  }

  /** Tries what must not work, and shows the words that the person gets. */
  async #refused(who: Colleague, attempt: () => Promise<void>): Promise<void> {
    try {
      await attempt()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const words = en.refusal[error.code as keyof typeof en.refusal](error.detail)
      this.#tell.says('refused', bot, `(to ${who.name}) ${words}`, { data: { code: error.code } })
      return
    }
    throw new Error('What must be refused was not refused')
  }
}

const ticketsIn = ({ plan }: Plan): number =>
  plan.operations.filter(({ kind }) => kind === 'ticket.purge').length
