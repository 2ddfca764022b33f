import { expect } from 'vitest'
import { askedIn, needsOf } from '../../../src/commands/desk/asked.ts'
import { flows, type Resting, turnOf } from '../../../src/flows/index.ts'
import { fold } from '../../../src/records/fold.ts'
import type { Id } from '../../../src/records/primitives.ts'
import { cardOf } from '../../../src/views/desk/card.ts'
import { turnMessage } from '../../../src/views/desk/direct.ts'
import type { Standing } from '../../../src/views/desk/standing.ts'
import { threadLines } from '../../../src/views/desk/thread.ts'
import { deedsIn, sent, sights, textIn } from '../../desk-face/support.ts'
import { lead } from './cast.ts'
import type { Desk } from './desk.ts'

/** What Slack shows of a request to whoever opened it, in one language. */
type Seen = {
  readonly card: string
  /** The lines of the thread, the latest last. */
  readonly thread: readonly string[]
  /** What he is told when it is his turn; nothing when it is not. */
  readonly direct: string
  readonly buttons: readonly string[]
}

/** What stands in no message: people's values and Zendesk's numbers, as the sample account has them. */
const personal = [
  /@example\.(?:com|net|org)/,
  /\b36000\d{7}\b/,
  /Benali|Nadia/,
  /\b(?:48090|47310|26845)\b/,
]

/** Everything that the lead sees of a request at rest, in both languages, drawn from its journal. */
export async function leadSees(
  d: Desk,
  id: Id,
  resting?: Resting,
): Promise<{ readonly en: Seen; readonly fr: Seen }> {
  const entries = await d.journal(id)
  const request = fold(id, entries)
  if (!request) throw new Error(`there is no request ${id}`)
  const policy = await d.hands.policy()
  const turn = turnOf(request, flows)
  const asked = askedIn(request, turn, policy)
  const standing: Standing = {
    request,
    turn,
    asked: asked.users,
    askedRoles: asked.roles,
    needs: needsOf(request, policy),
    now: d.clock.now(),
    paused: d.hands.paused(),
    ...(resting?.on === 'time' ? { waits: { code: resting.step, until: resting.until } } : {}),
  }
  const isHis = asked.users.includes(lead.user)
  const seenIn = (language: keyof typeof sights): Seen => {
    const sight = sights[language]
    const card = sent(cardOf(standing, sight))
    const direct = isHis
      ? sent(turnMessage(standing, { user: lead.user, channel: 'C0REQUESTS' }, sight))
      : { text: '', blocks: [] }
    const seen = {
      card: textIn(card.blocks),
      thread: threadLines(entries, sight).map(({ text }) => text),
      direct: textIn(direct.blocks),
      buttons: deedsIn(card),
    }
    for (const one of personal) expect(JSON.stringify([card, direct, seen])).not.toMatch(one)
    return seen
  }
  return { en: seenIn('en'), fr: seenIn('fr') }
}
