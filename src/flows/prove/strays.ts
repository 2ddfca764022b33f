import type { TraceDecision } from '../../records/finds.ts'
import { Places } from '../find/places.ts'
import { staysForHold } from '../find/propose.ts'
import type { Round } from '../find/round.ts'
import { inSuspended } from '../find/scan.ts'
import { usersWith } from '../find/strays.ts'
import { gather } from '../gather.ts'
import type { Account, Hands } from '../hands.ts'
import type { Decided } from './look-again.ts'

/** What a proof has found and no decision explains. */
export type Stray = { readonly kind: 'ticket' | 'mail' | 'user'; readonly id: number }

/**
 * Mails of the person that are held back and that nobody has decided to leave there. `refused`: why
 * Zendesk did not let us look at them (403, 404); then nothing is proved of them.
 */
export async function strayMails(
  round: Round,
  suspended: TraceDecision['suspended'],
  { zendesk, now }: Hands,
): Promise<{ strays: Stray[]; read: number; refused?: string }> {
  const kept = new Set(
    suspended.filter(({ action }) => action === 'keep').map(({ find }) => find.id),
  )
  const strays: Stray[] = []
  let read = 0
  const places = new Places(now)
  await places.read('suspended', async () => {
    for await (const mail of zendesk.suspended.list()) {
      read += 1
      const hits = inSuspended(mail, round.matcher)
      if (hits.length > 0 && !kept.has(mail.id)) strays.push({ kind: 'mail', id: mail.id })
    }
    return read
  })
  const refused = places.all.find((place) => place.refused)?.refused
  return { strays, read, ...(refused ? { refused } : {}) }
}

/**
 * A user that still has an address, a number or an id of the person: not deleted, or created again.
 * A human's word explains somebody else's, and a hold the person's own. Who was to stay stays, without
 * the addresses and numbers that were to go.
 */
export async function strayUsers(
  { terms, users, others, policy: { country } }: Round,
  decided: Parameters<typeof staysForHold>[0] & Pick<Decided, 'staying'>,
  { zendesk }: Hands,
): Promise<Stray[]> {
  const kept = staysForHold(decided)
  const found = (await usersWith(terms, { zendesk, country })).map(({ user }) => user.id)
  const strays: Stray[] = []
  for (const id of found) {
    if (others.has(id) || (kept && users.has(id))) continue
    const gone = decided.staying.get(id)
    if (gone && !(await hasOneOf(id, gone, zendesk))) continue
    strays.push({ kind: 'user', id })
  }
  return strays
}

async function hasOneOf(
  user: number,
  gone: ReadonlySet<number>,
  { identities }: Account,
): Promise<boolean> {
  return (await gather(identities.list(user))).some(({ id }) => gone.has(id))
}
