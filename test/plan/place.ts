import { setTimeout as rest } from 'node:timers/promises'
import { camille, others, requestTicket } from '../../sandbox/zendesk/sample/people.ts'
import { type Choices, openRequest, planShown } from '../../src/flows/index.ts'
import type { Entry } from '../../src/records/entry.ts'
import type { Id } from '../../src/records/primitives.ts'
import type { DeedId } from '../../src/views/deed-id.ts'
import type { Desk } from '../stories/support/desk.ts'
import { carefully } from '../stories/support/way.ts'
import { confirmNow, decideNow } from '../support/deeds.ts'
import { type Modal, openWorkplace, type Seen, type Workplace } from '../support/workplace.ts'
import { tokens } from './support.ts'

export const lead = 'U0AUBRY'
const by = { user: lead, team: 'T0NORDLYS' }

type Of = { readonly subject: string; readonly user: number }

export const camilles: Of = { subject: `#${requestTicket}`, user: camille.id }
const nadias: Of = { subject: '#48090', user: others.nadia.id }

/** A workplace in which a request has come to its plan, and a message of its own with the button. */
export type Case = Workplace & {
  readonly id: Id
  /** Posts what a card would hold: the button that reads the plan of this digest. */
  readonly card: (digest?: string) => Promise<string>
  /** An officer opens the plan from a card. */
  readonly read: (user: string, card: string) => Promise<Modal>
  readonly digest: () => Promise<string>
  /** What its journal says, once it has gone as far as it goes now. */
  readonly told: () => Promise<string[]>
  /** Goes on until the request rests for good. */
  readonly ended: () => Promise<void>
  readonly decide: (choices?: Choices) => Promise<void>
}

/** From the command to a plan that waits for its approval, without Slack: that is the lead's. */
export async function planned(
  asked: { readonly of?: Of; readonly choices?: Choices; readonly policy?: object } = {},
): Promise<Case> {
  const { of = nadias, choices = {} } = asked
  // The pause keeps what is approved from being carried out before the test has looked.
  const place = await openWorkplace({ policy: { pauseSeconds: 900, ...asked.policy } })
  const desk = () => place.service().desk
  const { id } = await openRequest({ right: 'erasure', subject: of.subject, by }, desk().hands)
  await desk().keeper.wake(id)
  await confirmNow({ id, by, users: [of.user] }, desk().hands)
  await desk().keeper.wake(id)
  const decide = async (more: Choices = {}): Promise<void> => {
    const careful = await carefully({ hands: desk().hands } as Desk, id)
    const tickets = { ...careful.tickets, ...more.tickets }
    await decideNow({ id, by, choices: { ...careful, ...more, tickets } }, desk().hands)
    await desk().keeper.wake(id)
  }
  await decide(choices)
  const entries = async (): Promise<readonly Entry[]> => (await desk().hands.store.load(id)).entries
  return {
    ...place,
    id,
    decide,
    ended: async () => {
      for (;;) {
        const resting = await desk().keeper.wake(id)
        if (resting.on !== 'time') return
        await rest(Math.max(0, Date.parse(resting.until) - Date.now()))
      }
    },
    digest: async () => (await planShown(id, desk().hands)).digest,
    card: async (digest) => await posted(place, id, digest),
    read: async (user, message) => {
      const before = (await place.screen(user)).views.at(-1)?.hash
      await place.as(user, 'click', { message, action_id: 'read-plan' })
      return await drawn(place, user, before)
    },
    told: async () => {
      await desk().keeper.wake(id)
      return (await entries()).map((entry) => {
        const { kind, by: who } = entry
        const code = 'code' in entry ? ` ${entry.code}` : ''
        return `${who === 'bot' ? 'bot' : who.user} ${kind}${code}`
      })
    },
  }
}

async function posted({ slack }: Workplace, id: Id, digest?: string): Promise<string> {
  const value = tokens.mint({ deed: 'read-plan', request: id, ...(digest ? { on: digest } : {}) })
  const text = { type: 'plain_text', text: 'Read the plan' }
  const elements = [{ type: 'button', action_id: 'read-plan', text, value }]
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: 'C0REQUESTS',
      text: 'A plan waits',
      blocks: [{ type: 'actions', elements }],
    }),
  })
  const { ts } = (await response.json()) as { ts: string }
  return ts
}

/** What a member sees in his window, to be acted on. */
export function modalIn({ modal, ...seen }: Seen): Modal {
  if (!modal) throw new Error(`no window: ${JSON.stringify(seen)}`)
  return modal
}

/** The window on top, once it is another than it was and shows more than that it is worked at. */
async function drawn(place: Workplace, user: string, before?: string): Promise<Modal> {
  return await place.until(user, ({ views }) => {
    const top = views.at(-1)
    const isNew = top && top.hash !== before && !JSON.stringify(top).includes('hourglass')
    return isNew ? top : undefined
  })
}

/** A member presses a button of his window, and sees what comes of it. */
export async function press(
  place: Workplace,
  user: string,
  {
    view,
    deed,
    confirmed,
  }: { view: Modal; deed: DeedId | `${DeedId}:${string}`; confirmed?: true },
): Promise<Modal> {
  const more = confirmed ? { confirmed } : {}
  const seen = await place.as(user, 'click', { view: view.id, action_id: deed, ...more })
  if (!seen.ok) throw new Error(JSON.stringify(seen))
  return await drawn(place, user, view.hash)
}

/** A member types into a field of his window, or chooses in it. */
export const fill = async (
  place: Workplace,
  user: string,
  { view, field, value }: { view: Modal; field: string; value: unknown },
): Promise<Seen> => await place.as(user, 'fill', { view: view.id, action_id: field, value })

/** A member presses the button at the foot of his window. */
export const submit = async (place: Workplace, user: string): Promise<Seen> =>
  await place.as(user, 'submit', {})

/** A member sends a form that lies over the plan, and sees the plan's window change. */
export async function send(place: Workplace, user: string, root: Modal): Promise<Modal> {
  const seen = await submit(place, user)
  if (!seen.ok) throw new Error(JSON.stringify(seen))
  return await drawn(place, user, root.hash)
}
