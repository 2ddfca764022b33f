import type { DeskState } from './desk.ts'
import { standingOf } from './desk.ts'
import { roleOf } from './people.ts'
import type { Message, Person, Whole } from './records.ts'

/** The steps of a first erasure, in their order. */
export const steps = ['lead', 'command', 'confirm', 'officer', 'approve', 'watch'] as const

/** One of them. */
export type Step = (typeof steps)[number]

/** What the guide looks at. */
export type Scene = {
  readonly me: Person | undefined
  readonly whole: Whole
  readonly desk: DeskState | undefined
}

/** The channel of the story and its ticket; both are part of the sample. */
export const story = {
  channel: 'C0REQUESTS',
  audit: 'C0AUDIT',
  lead: 'U0AUBRY',
  officer: 'U0LIND',
  second: 'U0OKAFOR',
  ticket: 48_213,
  line: '/rights-erase 48213',
} as const

const fromApp = ({ app, messages }: Whole, channel: string): Message[] =>
  messages.filter((one) => one.channel === channel && one.user === app.user)

function officersToldOf({ whole }: Scene): boolean {
  const officers = whole.users.filter((one) => roleOf(one, whole) === 'privacy officer')
  return whole.channels.some(
    ({ id, kind, members }) =>
      kind === 'im' &&
      officers.some((one) => members.includes(one.id)) &&
      fromApp(whole, id).length > 0,
  )
}

const isErased = ({ desk }: Scene): boolean => {
  const ticket = desk?.tickets.find(({ id }) => id === story.ticket)
  const person = desk?.users.find(({ id }) => id === ticket?.requester_id)
  return person !== undefined && ['deleted', 'purged'].includes(standingOf(person))
}

const isDestroying = ({ desk }: Scene): boolean =>
  desk?.tickets.some(({ deleted }) => deleted) ?? false

const facts: Readonly<Record<Step, (scene: Scene) => boolean>> = {
  lead: ({ me }) => me?.id === story.lead,
  command: ({ whole }) =>
    (whole.views[story.lead]?.length ?? 0) > 0 || fromApp(whole, story.channel).length > 0,
  confirm: officersToldOf,
  officer: ({ me, whole }) => me !== undefined && roleOf(me, whole) === 'privacy officer',
  approve: (scene) => fromApp(scene.whole, story.audit).length > 0 || isDestroying(scene),
  watch: isErased,
}

/** Which steps are done. A later one that is done means the earlier ones are too. */
export function doneIn(scene: Scene): ReadonlySet<Step> {
  const isDone = (step: Step): boolean => facts[step](scene)
  const last = steps.findLastIndex((step) => step !== 'lead' && step !== 'officer' && isDone(step))
  const done = new Set<Step>(steps.slice(0, last + 1))
  const next = steps[last + 1]
  if (next && isDone(next)) done.add(next)
  return done
}

/** The step to take now; none when all are done. */
export const nextIn = (done: ReadonlySet<Step>): Step | undefined =>
  steps.find((step) => !done.has(step))
