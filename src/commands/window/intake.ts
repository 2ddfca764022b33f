import { cancel, openRequest, Refusal } from '../../flows/index.ts'
import type { Id, Instant } from '../../records/primitives.ts'
import { waiting } from '../../views/notice.ts'
import { intakeForm } from '../../views/window/intake.ts'
import type { Deed, Office, Reply, Visited } from '../deed.ts'
import { aboutOf, inWindow, requestOf, textIn } from './about.ts'
import { subjectIn } from './message.ts'
import { showing } from './show.ts'
import { faultWords, subjectFault } from './subject-faults.ts'

const atOnce = { waiting: { view: waiting } } satisfies Pick<Deed, 'waiting'>

/** `/rights-erase 48213`: opens a request; with nothing, or what cannot be read, the form. */
export const eraseCommand = inWindow('open', byCommand, atOnce)

/** The shortcut: the form. */
export const openErasure = inWindow('open', async (visited) => form(visited, ''), atOnce)

/** The shortcut on a message: the form with what the message names. A human sends it off. */
export const openFromMessage = inWindow(
  'open',
  async (visited) => {
    const found = subjectIn(visited.message ?? '')
    const words = visited.sight.words.window.intake
    return form(visited, found ?? '', {
      note: found ? words['from-message'] : words['nothing-in-message'],
    })
  },
  atOnce,
)

/** Nobody was found: the form once more, with what was typed. */
export const otherWords = inWindow('open', async (visited, office) => {
  const { id, item } = aboutOf(visited)
  const { number } = await requestOf(id, office)
  const note = visited.sight.words.window.intake.again(number)
  return form(visited, item, { note, instead: id })
})

async function byCommand(visited: Visited, office: Office): Promise<Reply> {
  const { text, sight } = visited
  if (text === '') return form(visited, '')
  try {
    const { id } = await opened(visited, text, office)
    return await showing(visited, id, office)
  } catch (error) {
    const wrong = subjectFault(error)
    if (!wrong) throw error
    return form(visited, text, { wrong: faultWords(sight, text, wrong, office.hands.host) })
  }
}

const form = (
  { by, sight }: Visited,
  subject: string,
  more: { wrong?: string; note?: string; instead?: string } = {},
): Reply => ({ kind: 'show', view: intakeForm(sight, { user: by.user, subject, ...more }) })

type Opened = { readonly id: Id; readonly twice: number }
type Sent = Map<string, Promise<Opened>>

/** Forms of each office that have been sent off: sent twice, one opens one request. The latest few. */
const offices = new WeakMap<Office, Sent>()
const remembered = 100

function sentIn(office: Office): Sent {
  const sent = offices.get(office) ?? new Map()
  offices.set(office, sent)
  return sent
}

/** The form, sent off. */
export const intake = inWindow('open', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const { sight, view } = visited
  // Nothing is awaited between this look and its being remembered, or two at once would both pass.
  const before = sentIn(office).get(view?.id ?? '')
  if (before) return await showing(visited, (await before).id, office)
  const received = receivedOn(textIn(visited, 'received'), sight.tz, office.hands.now())
  if (received && received > office.hands.now()) {
    return { kind: 'errors', errors: { received: sight.words.window.intake.future } }
  }
  return await byForm(visited, office, received)
})

async function byForm(visited: Visited, office: Office, received?: Instant): Promise<Reply> {
  const { sight, view } = visited
  const key = view?.id ?? ''
  const opening = opened(visited, textIn(visited, 'subject'), office, received)
  const sent = sentIn(office)
  remember(sent, key, opening)
  try {
    const { id, twice } = await opening
    await instead(visited, id, office)
    const note = twice > 0 ? sight.words.window.intake.twice(twice) : undefined
    return await showing(visited, id, office, { note })
  } catch (error) {
    sent.delete(key)
    const wrong = subjectFault(error)
    if (!wrong) throw error
    const text = textIn(visited, 'subject')
    const said = faultWords(sight, text, wrong, office.hands.host)
    return { kind: 'errors', errors: { subject: said } }
  }
}

/** A request of which nobody was found ends once another one is open in its place. */
async function instead({ by, bound }: Visited, next: Id, { hands }: Office): Promise<void> {
  const before = bound?.request
  if (!before || before === next) return
  const fault = await cancel({ id: before, by, code: 'no-match' }, hands).catch(refusalOf)
  // It may be over by now, by somebody else's word.
  if (fault && fault.code !== 'closed') throw fault
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

function remember(sent: Sent, key: string, opening: Promise<Opened>): void {
  sent.set(key, opening)
  const [oldest] = sent.keys()
  if (sent.size > remembered && oldest !== undefined) sent.delete(oldest)
}

async function opened(
  { by }: Visited,
  subject: string,
  { hands, keeper }: Office,
  received?: Instant,
): Promise<Opened> {
  const { id, duplicates: twice } = await openRequest(
    { right: 'erasure', subject, by, ...(received ? { received } : {}) },
    hands,
  )
  keeper.poke(id)
  return { id, twice }
}

/**
 * The moment that stands for a day on which a request arrived: noon, which is the same day wherever
 * it is read. Nothing for today, which is now.
 */
function receivedOn(day: string, tz: string, now: Instant): Instant | undefined {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: tz }).format(new Date(now))
  return day === '' || day === today ? undefined : `${day}T12:00:00.000Z`
}
