import type { ModalView } from '@slack/types'
import { flows, mayDo, peopleFound, Refusal, type Turn, turnOf } from '../../flows/index.ts'
import { quorumFor } from '../../records/policy.ts'
import type { Id, Member } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import type { Sight } from '../../views/sight.ts'
import { lookingView } from '../../views/window/looking.ts'
import { manyView } from '../../views/window/many.ts'
import { wordsOf } from '../../views/window/parts.ts'
import { peopleView } from '../../views/window/people.ts'
import { reviewView } from '../../views/window/review.ts'
import { standingView } from '../../views/window/standing.ts'
import type { News, Office } from '../deed.ts'
import { basisOf, requestOf } from './about.ts'
import { foundNow } from './found.ts'
import { tickedAmong } from './many.ts'

/** Who looks at which request. */
export type Onlooker = { readonly id: Id; readonly by: Member; readonly sight: Sight }

/** What can be decided once more, until the first call is out. */
export type Again = 'people' | 'traces'

/** How it is to be drawn. */
export type How = {
  readonly news?: News | undefined
  readonly note?: string | undefined
  /** What has been decided, to be decided once more: who the person is, or what happens to each find. */
  readonly again?: Again | undefined
}

/** A window, what it shows of the finds, and at which point of the way. */
export type Drawn = {
  readonly view: ModalView
  readonly shows?: string
  readonly step: string
}

/** The one window of a request as things stand, for whoever looks. */
export async function drawn(who: Onlooker, office: Office, how: How = {}): Promise<Drawn> {
  const request = await requestOf(who.id, office)
  const turn = turnOf(request, flows)
  if (turn.kind === 'bot' && isSearch(turn.step)) return looking(who, request, turn.step, how)
  const decides = await mayDecide(who.by, office)
  const asked = decides ? askedOf(request, turn, how.again) : 'nothing'
  if (asked === 'people') return await people(who, request, office, how)
  if (asked === 'traces') return await review(who, request, office, how)
  const { note } = how
  const more = await roles(request, decides, office)
  const standing = { request, user: who.by.user, turn, note, ...more }
  return { view: standingView(who.sight, standing), step: `${turn.kind} ${turn.step ?? ''}` }
}

/** What a member who decides is asked now, or wants to be asked once more. */
function askedOf(request: Request, turn: Turn, again: Again | undefined): Again | 'nothing' {
  const now = turn.kind === 'human' ? asks.get(turn.step ?? '') : undefined
  if (now === 'people' || again === undefined || !isOpenAgain(request, again))
    return now ?? 'nothing'
  return again
}

const asks: ReadonlyMap<string, Again> = new Map([
  ['confirm-people', 'people'],
  ['decide-traces', 'traces'],
])

/** Whether somebody may decide now. Throws when nobody can say. */
async function mayDecide(by: Member, { hands }: Office): Promise<boolean> {
  try {
    await mayDo(by, 'decide', hands)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'role-missing') return false
    throw error
  }
}

const searches = { 'find-people': 'people', 'find-traces': 'traces', plan: 'plan' } as const

const isSearch = (step: string | undefined): step is keyof typeof searches =>
  step !== undefined && Object.hasOwn(searches, step)

function looking(
  { sight, by }: Onlooker,
  request: Request,
  step: keyof typeof searches,
  { news, note }: How,
): Drawn {
  const { progress, waits } = news ?? {}
  const where = { request, user: by.user, step: searches[step], progress, waits, note }
  return { view: lookingView(sight, where), step }
}

async function people(
  { id, by, sight }: Onlooker,
  request: Request,
  office: Office,
  { note, again }: How,
): Promise<Drawn> {
  const { seen, ...finds } = await peopleFound(id, office.hands)
  const basis = basisOf(request, 'people')
  const shown = {
    request,
    user: by.user,
    seen,
    finds,
    page: 0,
    basis,
    note,
    again: again !== undefined,
  }
  if (!finds.people) return { view: peopleView(sight, shown), shows: seen, step: 'people' }
  const ticked = await tickedAmong(id, finds, office)
  return { view: manyView(sight, { ...shown, ticked }), shows: seen, step: 'people' }
}

/** Until the first call is out, what was found can be decided on once more. */
const isOpenAgain = ({ plan, open, closed, halted, looks }: Request, look: Again): boolean =>
  !plan?.begun && !open && !closed && !halted && looks[look]?.stale === false

async function review(
  { id, by, sight }: Onlooker,
  request: Request,
  office: Office,
  { note }: How,
): Promise<Drawn> {
  const { seen, answer, ...found } = await foundNow(id, office)
  const { candidates, gone } = await peopleFound(id, office.hands)
  const users = new Set(found.index.users)
  const view = reviewView(sight, {
    request,
    user: by.user,
    seen,
    people: [...candidates, ...gone].filter((one) => users.has(one.id)),
    found,
    answer,
    basis: basisOf(request, 'traces'),
    note: note ?? noteOn(request, sight),
    round: request.looks.traces?.round ?? 1,
    tag: (await office.hands.policy()).tag,
  })
  return { view, shows: seen, step: 'review' }
}

/** Why the lead is asked once more. */
function noteOn({ returned, plan }: Request, { words }: Sight): string | undefined {
  const { review: say } = words.window
  if (plan) return say.again
  if (!returned) return undefined
  const { by, code, declined } = returned
  const who = by === 'bot' ? words.door.title : `<@${by.user}>`
  return say[declined ? 'declined' : 'returned'](
    who,
    wordsOf({ ...words.plan.reason, ...words.desk.reason }, code),
  )
}

async function roles(
  { right, plan }: Request,
  decides: boolean,
  { hands }: Office,
): Promise<{ asked: { role: string; of: number }[]; deciders?: readonly string[] }> {
  const policy = await hands.policy()
  return {
    asked: plan ? quorumFor(policy, right, plan.severities) : [],
    ...(decides ? {} : { deciders: policy.deeds.decide }),
  }
}
