import type { Draft } from '../../records/entry.ts'
import { Sealed } from '../../records/errors.ts'
import type { Id, Instant } from '../../records/primitives.ts'
import type { LinkState, Request } from '../../records/request.ts'
import { untilUndisturbed } from '../authority.ts'
import { type Hands, later, msOf } from '../hands.ts'
import { load, note } from '../journal.ts'
import { LinkOrder } from '../operations/link-make.ts'
import { openingsOf, whole } from '../vault.ts'
import { exportsOf } from './hands.ts'
import {
  type LinkSecret,
  newPassphrase,
  passphraseHash,
  LinkSecret as Shape,
  secretHash,
} from './secrets.ts'

const day = 86_400_000

/** The vault part of a link. */
const partOf = (link: Id): string => `link-${link.toLowerCase()}`

/** Whether a link still leads somewhere now. */
export const isAlive = ({ ended, until }: LinkState, now: Instant): boolean =>
  ended === undefined && msOf(until) > msOf(now)

/**
 * Makes the link of an approved order. `false` where the bundle is another by now than the one that
 * the order is about. Done twice it is one link.
 */
export async function makeLink(id: Id, asked: unknown, hands: Hands): Promise<boolean> {
  const order = LinkOrder.parse(asked)
  const secret = await newSecret(order, hands)
  return await untilUndisturbed(async () => {
    const request = await load(id, hands)
    if (request.links.some(({ link }) => link === order.link)) return true
    if (request.built?.digest !== order.digest) return false
    const { part } = await whole(partOf(order.link), secret, hands)
    const { link, purpose, digest, downloads } = order
    const linked: Draft = {
      by: 'bot',
      kind: 'linked',
      link,
      purpose,
      hash: secretHash(secret.secret),
      until: later(hands.now(), order.days * day),
      downloads,
      passphrase: secret.passphrase !== undefined,
      digest,
    }
    await note(request, [linked], hands, { vault: new Map([part]) })
    return true
  })
}

async function newSecret(
  { passphrase, recipient }: LinkOrder,
  hands: Pick<Hands, 'salt'>,
): Promise<LinkSecret> {
  const secret = hands.salt()
  const told = recipient ? { recipient } : {}
  if (!passphrase) return { secret, ...told }
  const [words, salt] = [newPassphrase(hands), hands.salt()]
  return { secret, passphrase: { words, salt, hash: await passphraseHash(words, salt) }, ...told }
}

/** What the vault has of a link, as long as it is the one that the log speaks of. */
export async function secretOf(
  id: Id,
  { link, hash }: Pick<LinkState, 'link' | 'hash'>,
  hands: Hands,
): Promise<LinkSecret | undefined> {
  const part = partOf(link)
  const opening = (await openingsOf(id, part, hands))[`${part}#all`]
  const found = Shape.safeParse(opening?.value)
  return found.success && secretHash(found.data.secret) === hash ? found.data : undefined
}

/** Where a link can be fetched, while it lives. */
export async function addressOf(id: Id, link: Id, hands: Hands): Promise<string | undefined> {
  const state = (await load(id, hands)).links.find((one) => one.link === link)
  if (!state || !isAlive(state, hands.now())) return undefined
  const kept = await secretOf(id, state, hands)
  const { origin } = exportsOf(hands)
  return kept && origin ? `${origin}/d/${kept.secret}` : undefined
}

/** Ends links for good: their secrets go from the vault with the same write. */
export async function endLinks(
  request: Request,
  links: readonly LinkState[],
  ending: { readonly code: string } & Pick<Draft, 'by' | 'role'>,
  hands: Hands,
): Promise<void> {
  const parts = new Map<string, Record<string, never>>()
  for (const { link } of links) parts.set(partOf(link), {})
  const drafts = links.map(({ link }): Draft => ({ ...ending, kind: 'unlinked', link }))
  if (drafts.length > 0) await note(request, drafts, hands, { vault: parts })
}

/** Closes what still leads to a bundle and removes it: the request forgets, or is overtaken. */
export async function forgetBundle(
  { id }: Pick<Request, 'id'>,
  code: 'sealed' | 'erased',
  hands: Hands,
): Promise<void> {
  if (!hands.exports) return
  await untilUndisturbed(async () => {
    const request = await load(id, hands)
    const open = request.links.filter(({ ended }) => ended === undefined)
    await endLinks(request, open, { by: 'bot', code }, hands).catch((error: unknown) => {
      // Killed between forgetting and writing it down: the secrets are gone already.
      if (!(error instanceof Sealed)) throw error
    })
  })
  await hands.exports.shelf.remove(id)
}

/**
 * Sleeps until the last link has ended, and notices when one was extended or revoked meanwhile: what
 * is at its end is closed here.
 */
export async function waitForLinks(
  request: Request,
  hands: Hands,
): Promise<{ again: Instant } | undefined> {
  const now = hands.now()
  const open = request.links.filter(({ ended }) => ended === undefined)
  const over = open.filter((link) => !isAlive(link, now))
  await endLinks(request, over, { by: 'bot', code: 'expired' }, hands)
  if (over.length > 0) return undefined
  const again = open
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  if (again === undefined) throw new Error(`${request.number}: no link to wait for`)
  const next = open.map(({ until }) => until).toSorted()[0] ?? again
  if (request.naps.get(LINKS)?.until !== again) {
    await note(request, [{ by: 'bot', kind: 'slept', code: LINKS, until: again }], hands)
  }
  return { again: next }
}

/** The step that waits for links, and what its sleep is journalled as. */
export const LINKS = 'links'
