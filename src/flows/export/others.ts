import { PeopleDecision } from '../../records/finds.ts'
import { operationsOf } from '../../records/phases.ts'
import type { Id, Instant } from '../../records/primitives.ts'
import type { LinkState, Request } from '../../records/request.ts'
import type { Hands } from '../hands.ts'
import { load, noteFact } from '../journal.ts'
import { recall } from '../vault.ts'
import { forgetBundle, isAlive } from './links.ts'
import { isExport } from './propose.ts'

/** Why an erasure halts that would close a link before the person has used it. */
const UNUSED_LINK = 'unused-link'

/** Why an export halts of which nothing may be handed out any more. */
export const PERSON_ERASED = 'person-erased'

/**
 * Whether one of these users has an export that is ready and not fetched: then a human says whether he
 * is erased all the same. Letting the request go on is that word.
 */
export async function unusedLink(
  request: Request,
  users: readonly { readonly id: number }[],
  hands: Hands,
): Promise<string | undefined> {
  if (request.right !== 'erasure' || request.resumed === UNUSED_LINK) return undefined
  for (const { links } of await exportsOfUsers(users, hands)) {
    if (links.some((link) => isUnused(link, hands))) return UNUSED_LINK
  }
  return undefined
}

const isUnused = (link: LinkState, { now }: Pick<Hands, 'now'>): boolean =>
  link.downloads === 0 && isAlive(link, now())

/**
 * The same for links that were made since the plan in force was: nobody could think of them then. The
 * others a human has been asked about before.
 */
export async function unusedLinkSince(request: Request, hands: Hands): Promise<string | undefined> {
  const on = request.looks.people?.decided?.on
  const { plan } = request
  if (!on || !plan || request.resumed === UNUSED_LINK) return undefined
  const { users } = await recall(request.id, on, PeopleDecision, hands)
  for (const { id, links } of await exportsOfUsers(users, hands)) {
    const made = await madeSince(id, plan.at, hands)
    if (links.some((one) => made.has(one.link) && isUnused(one, hands))) return UNUSED_LINK
  }
  return undefined
}

async function madeSince(id: Id, since: Instant, { store }: Hands): Promise<ReadonlySet<Id>> {
  const { entries } = await store.load(id)
  const made = entries.flatMap((one) => (one.kind === 'linked' && one.at > since ? [one.link] : []))
  return new Set(made)
}

/**
 * Once the person is erased nothing of him is handed out any more: links of his other requests are
 * closed, their files removed, and they stop. Done twice it changes nothing.
 */
export async function forgetExports(request: Request, hands: Hands): Promise<void> {
  const on = request.looks.people?.decided?.on
  if (!on || !hasErased(request)) return
  const { users } = await recall(request.id, on, PeopleDecision, hands)
  for (const { id } of await exportsOfUsers(users, hands)) {
    await hands.store.exclusive(id, async () => {
      await forgetBundle({ id }, 'erased', hands)
      const { halted, closed } = await load(id, hands)
      if (!closed && halted?.code !== PERSON_ERASED) {
        await noteFact(id, [{ by: 'bot', kind: 'halted', code: PERSON_ERASED }], hands)
      }
    })
  }
}

const hasErased = ({ plans }: Request): boolean =>
  plans.some((plan) =>
    operationsOf(plan, 'user').some((n) =>
      ['done', 'already'].includes(plan.outcomes.get(n) ?? ''),
    ),
  )

/** Exports that are not sealed, of which one of these users is a confirmed one. */
async function exportsOfUsers(
  users: readonly { readonly id: number }[],
  hands: Hands,
): Promise<Request[]> {
  const wanted = new Set(users.map(({ id }) => id))
  const open: Id[] = []
  for await (const { id, sealed } of hands.store.list()) if (!sealed) open.push(id)
  const found: Request[] = []
  for (const id of open) {
    const request = await load(id, hands)
    if (isExport(request.right) && (await isOf(request, wanted, hands))) found.push(request)
  }
  return found
}

/** Whether one of these users is confirmed there. */
async function isOf(
  { id, looks, sealed }: Request,
  wanted: ReadonlySet<number>,
  hands: Hands,
): Promise<boolean> {
  const on = looks.people?.decided?.on
  if (sealed || !on) return false
  const { users } = await recall(id, on, PeopleDecision, hands)
  return users.some((user) => wanted.has(user.id))
}
