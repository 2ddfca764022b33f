import { policy as localPolicy } from '../../sandbox/local/policy.ts'
import type { Json } from '../../sandbox/slack/blocks/walk.ts'
import { fold } from '../../src/records/fold.ts'
import type { Request } from '../../src/records/request.ts'
import type { Modal, Screen, Seen, Workplace } from '../support/workplace.ts'

/** Inès Aubry, who reads French. */
export const lead = 'U0AUBRY'
/** Jonas Weber, who reads English: a lead where a test makes him one. */
export const other = 'U0WEBER'
export const officer = 'U0OKAFOR'

/** Both are leads. */
export const twoLeads = {
  roles: { ...localPolicy.roles, 'support-lead': { members: [lead, other], groups: [] } },
}

const unseen: ReadonlySet<string> = new Set([
  'initial_options',
  'initial_option',
  'state',
  'placeholder',
])

/** Everything that is written in something that Slack shows. */
export function textOf(shown: unknown): string {
  if (Array.isArray(shown)) return shown.map(textOf).join('\n')
  if (typeof shown !== 'object' || shown === null) return ''
  const { text, type } = shown as { text?: unknown; type?: unknown }
  if ((type === 'mrkdwn' || type === 'plain_text') && typeof text === 'string') return text
  return Object.entries(shown)
    .filter(([key]) => !unseen.has(key))
    .map(([, value]) => textOf(value))
    .filter((one) => one !== '')
    .join('\n')
}

/** What a window says: its title, its blocks, its button. */
export const saying = (modal: Modal): string =>
  [modal['title'], modal.blocks, modal['submit']].map(textOf).join('\n')

type Control = Json & { action_id: string; type: string }

/** Every button and field of a window with the block it stands in. */
export const controls = (modal: Modal): { block: string; control: Control }[] =>
  modal.blocks.flatMap((block) => {
    const parts = block as { element?: Json; accessory?: Json; elements?: Json[] }
    return [parts.element, parts.accessory, ...(parts.elements ?? [])].flatMap((one) =>
      typeof one?.['action_id'] === 'string'
        ? [{ block: String(block['block_id']), control: one as Control }]
        : [],
    )
  })

/** What is ticked in a window before anybody ticks. */
export const tickedIn = (modal: Modal): string[] =>
  controls(modal).flatMap(({ control }) =>
    ((control['initial_options'] ?? []) as { value: string }[]).map(({ value }) => value),
  )

/** What a window says until it has something to show. */
const moment = ':hourglass_flowing_sand:'

/** A member at a screen, who counts what he does. */
export class Hand {
  readonly place: Workplace
  readonly user: string
  clicks = 0

  constructor(place: Workplace, user = lead) {
    this.place = place
    this.user = user
  }

  async types(text: string): Promise<Seen> {
    return await this.place.as(this.user, 'command', { text, channel: 'C0REQUESTS' })
  }

  /** The window on top, as soon as it says this. */
  async sees(text: string): Promise<Modal> {
    return await this.place.until(this.user, ({ views }: Screen) => {
      const top = views.at(-1)
      return top && saying(top).includes(text) ? top : undefined
    })
  }

  async top(): Promise<Modal> {
    const top = (await this.place.screen(this.user)).views.at(-1)
    if (!top) throw new Error('no window is open')
    return top
  }

  /** The windows that are open, the lowest first. */
  async stack(): Promise<Modal[]> {
    return (await this.place.screen(this.user)).views
  }

  /**
   * Presses the n-th button of a deed in the window on top, and waits for what it shows.
   * `deed:mark` presses that one.
   */
  async presses(deed: string, n = 0): Promise<Modal> {
    this.clicks += 1
    const before = await this.top()
    const found = controls(before).filter(
      ({ control: { action_id: id } }) => id === deed || id.split(':')[0] === deed,
    )[n]
    if (!found) throw new Error(`there is no ${deed} in\n${saying(before)}`)
    const { block: block_id, control } = found
    const { action_id } = control
    await this.place.as(this.user, 'click', { view: before.id, block_id, action_id })
    return await this.place.until(this.user, ({ views }) => {
      const now = views.at(-1)
      const isOther = now && (now.id !== before.id || now.hash !== before.hash)
      return isOther && !saying(now).startsWith(`Rights Desk\n${moment}`) ? now : undefined
    })
  }

  async fills(action_id: string, value: unknown): Promise<Seen> {
    return await this.place.as(this.user, 'fill', { view: (await this.top()).id, action_id, value })
  }

  async submits(): Promise<Seen> {
    this.clicks += 1
    return await this.place.as(this.user, 'submit', {})
  }

  async closes(): Promise<Seen> {
    return await this.place.as(this.user, 'close', {})
  }

  /** Opens the request's window from its card. */
  async opensFromCard(): Promise<void> {
    const { ts } = await this.place.until(this.user, ({ messages }) =>
      messages.find((one) => JSON.stringify(one).includes('"open-window"')),
    )
    await this.place.as(this.user, 'click', { message: ts, action_id: 'open-window' })
  }

  /** From the command to what was found of Camille Lefèvre. */
  async reviews(subject = '48213', question = 'Est-ce bien la personne'): Promise<Modal> {
    await this.types(`/rights-erase ${subject}`)
    await this.sees(question)
    await this.submits()
    return await this.place.until(this.user, ({ views }) =>
      views.find(({ callback_id }) => callback_id === 'decide-traces'),
    )
  }

  /** Everything in doubt, decided by those two forms: the namesake's stay, all else is hers. */
  async decidesDoubts(): Promise<void> {
    await this.presses('see-group', 3)
    await this.submits()
    await this.presses('see-group', 4)
    await this.presses('set-doubtful:all')
    await this.submits()
  }
}

/** The only request there is, as its journal says now, with the journal in short. */
export async function requestIn({ service }: Workplace): Promise<Request & { told: string[] }> {
  const { store } = service().desk.hands
  for await (const { id } of store.list()) {
    const { entries } = await store.load(id)
    const request = fold(id, entries)
    const told = entries.map((entry) => {
      const by = entry.by === 'bot' ? 'bot' : entry.by.user
      return [by, entry.kind, 'code' in entry ? entry.code : ''].join(' ').trim()
    })
    if (request) return { ...request, told }
  }
  throw new Error('there is no request')
}
