import type { Draft, VisitCode } from '../../records/entry.ts'
import type { Id, Instant, Member, Sha } from '../../records/primitives.ts'
import type { LinkState, Request } from '../../records/request.ts'
import { deed, mayDo, policyInForce, untilUndisturbed } from '../authority.ts'
import { type Hands, later, msOf } from '../hands.ts'
import { load, note } from '../journal.ts'
import { Refusal } from '../refusal.ts'
import { BUNDLE, exportsOf } from './hands.ts'
import { addressOf, endLinks, isAlive, secretOf } from './links.ts'
import { isPassphrase } from './secrets.ts'

/** A link with the request that it is of. */
export type LinkFound = { readonly request: Request; readonly link: LinkState }

/** Which request a link's hash stands in, as far as journals have been read. */
const known = new WeakMap<Hands['store'], { hashes: Map<Sha, Id>; read: Map<Id, number> }>()

/** The link whose secret has this SHA-256, dead or alive; `undefined` when there never was one. */
export async function linkBySecretHash(hash: Sha, hands: Hands): Promise<LinkFound | undefined> {
  const id = await requestOf(hash, hands)
  const request = id === undefined ? undefined : await load(id, hands)
  const link = request?.links.find((one) => one.hash === hash)
  return request && link ? { request, link } : undefined
}

/** Each journal is read once, and again when it has grown: a guess costs no more than a list. */
async function requestOf(hash: Sha, hands: Hands): Promise<Id | undefined> {
  const { store } = hands
  const memory = known.get(store) ?? { hashes: new Map(), read: new Map() }
  known.set(store, memory)
  if (memory.hashes.has(hash)) return memory.hashes.get(hash)
  for await (const { id, version } of store.list()) {
    if (memory.read.get(id) === version) continue
    const { entries } = await store.load(id)
    for (const entry of entries) if (entry.kind === 'linked') memory.hashes.set(entry.hash, id)
    memory.read.set(id, version)
  }
  return memory.hashes.get(hash)
}

/** What came of somebody's wish to download. */
export type Download =
  | 'unknown'
  | 'expired'
  | 'ended'
  | 'exhausted'
  | 'wrong-passphrase'
  | (LinkFound & {
      readonly file: { readonly owner: Id; readonly name: string; readonly size: number }
    })

/** So many wrong passphrases close a link: it was not the person who had it. */
const mostGuesses = 10

/**
 * Begins a download, if the link still lives, has downloads left and the passphrase is right. Every
 * answer but `unknown` is journalled. From here on the file may be read to its end, in as many pieces
 * as it takes.
 */
export async function startDownload(
  { hash, passphrase }: { readonly hash: Sha; readonly passphrase?: string },
  hands: Hands,
): Promise<Download> {
  const found = await linkBySecretHash(hash, hands)
  if (!found) return 'unknown'
  const { id } = found.request
  return await hands.store.exclusive(
    id,
    async () =>
      await untilUndisturbed(async () => {
        const request = await load(id, hands)
        const link = request.links.find((one) => one.hash === hash)
        return link ? await begin({ request, link }, passphrase, hands) : 'unknown'
      }),
  )
}

async function begin(
  { request, link }: LinkFound,
  passphrase: string | undefined,
  hands: Hands,
): Promise<Download> {
  const refused = whyNot(link, hands)
  if (refused) {
    await note(request, [visit(link, 'refused')], hands)
    return refused
  }
  if (link.passphrase && !(await isRight({ request, link }, passphrase ?? '', hands))) {
    return await guessed({ request, link }, hands)
  }
  const lies = await exportsOf(hands).shelf.look(request.id, BUNDLE)
  if (!lies) return 'ended'
  await note(request, [visit(link, 'downloaded')], hands)
  const now = await load(request.id, hands)
  const file = { owner: request.id, name: BUNDLE, size: lies.size }
  return { request: now, link: now.links.find((one) => one.link === link.link) ?? link, file }
}

async function isRight(
  { request, link }: LinkFound,
  given: string,
  hands: Hands,
): Promise<boolean> {
  const secret = await secretOf(request.id, link, hands)
  return secret?.passphrase !== undefined && (await isPassphrase(given, secret.passphrase))
}

function whyNot(link: LinkState, hands: Hands): 'ended' | 'expired' | 'exhausted' | undefined {
  if (link.ended?.code === 'expired') return 'expired'
  if (link.ended?.code === 'exhausted') return 'exhausted'
  if (link.ended) return 'ended'
  if (!isAlive(link, hands.now())) return 'expired'
  return link.left === 0 ? 'exhausted' : undefined
}

const visit = ({ link }: LinkState, code: VisitCode, bytes?: number): Draft => ({
  by: 'bot',
  kind: 'visited',
  link,
  code,
  ...(bytes === undefined ? {} : { bytes }),
})

async function guessed({ request, link }: LinkFound, hands: Hands): Promise<'wrong-passphrase'> {
  await note(request, [visit(link, 'wrong-passphrase')], hands)
  if (link.guesses + 1 >= mostGuesses) {
    await endLinks(await load(request.id, hands), [link], { by: 'bot', code: 'guessed' }, hands)
  }
  return 'wrong-passphrase'
}

/** Somebody was at a link's page. The last download, once it is complete, closes the link. */
export async function noteVisit(
  {
    id,
    link,
    code,
    bytes,
  }: {
    readonly id: Id
    readonly link: Id
    readonly code: Exclude<VisitCode, 'downloaded' | 'wrong-passphrase'>
    readonly bytes?: number
  },
  hands: Hands,
): Promise<void> {
  await untilUndisturbed(async () => {
    const request = await load(id, hands)
    const state = request.links.find((one) => one.link === link)
    if (!state) return
    await note(request, [visit(state, code, bytes)], hands)
  })
  if (code !== 'completed') return
  await untilUndisturbed(async () => {
    const request = await load(id, hands)
    const state = request.links.find((one) => one.link === link)
    if (state?.left !== 0 || state.ended) return
    await endLinks(request, [state], { by: 'bot', code: 'exhausted' }, hands)
  })
}

/** Which link of which request a member means. */
export type OnLink = { readonly id: Id; readonly link: Id; readonly by: Member }

/** Closes a link at once: anybody with a role may. Throws `Refusal`. */
export async function revokeLink(asked: OnLink, hands: Hands): Promise<void> {
  await deed({ ...asked, name: 'revoke-link' }, hands, async () => {
    const role = await mayDo(asked.by, 'any', hands)
    const { request, link } = await livingLink(asked, hands)
    await endLinks(request, [link], { by: asked.by, role, code: 'revoked' }, hands)
  })
}

/** Lets a link live longer, by the policy's days from now on: the lead alone. Throws `Refusal`. */
export async function extendLink(
  asked: OnLink & { readonly days?: number },
  hands: Hands,
): Promise<Instant> {
  return await deed({ ...asked, name: 'extend-link' }, hands, async () => {
    const role = await mayDo(asked.by, 'decide', hands)
    const { links } = await policyInForce(hands)
    const { request, link } = await livingLink(asked, hands)
    const from = msOf(link.until) > msOf(hands.now()) ? link.until : hands.now()
    const until = later(from, (asked.days ?? links.extendDays) * 86_400_000)
    await note(request, [{ by: asked.by, role, kind: 'extended', link: asked.link, until }], hands)
    return until
  })
}

async function livingLink({ id, link }: OnLink, hands: Hands): Promise<LinkFound> {
  const request = await load(id, hands)
  if (request.closed) throw new Refusal('closed')
  const state = request.links.find((one) => one.link === link)
  if (!state) throw new Refusal('unknown-item', '1')
  if (state.ended) throw new Refusal('not-waiting')
  return { request, link: state }
}

/** A link's address and passphrase for the lead, who brings them to the person. Secrets. */
export async function linkToHandOver(
  asked: OnLink,
  hands: Hands,
): Promise<{ address: string; passphrase?: string; recipient?: string }> {
  return await deed({ ...asked, name: 'link-to-hand-over' }, hands, async () => {
    const role = await mayDo(asked.by, 'decide', hands)
    const { request, link } = await livingLink(asked, hands)
    const secret = await secretOf(asked.id, link, hands)
    const address = await addressOf(asked.id, asked.link, hands)
    if (!secret || !address) throw new Refusal('not-waiting')
    const seen: Draft = { by: asked.by, role, kind: 'viewed', digest: link.digest }
    await note(request, [seen], hands)
    return {
      address,
      ...(secret.passphrase ? { passphrase: secret.passphrase.words } : {}),
      ...(secret.recipient ? { recipient: secret.recipient.name } : {}),
    }
  })
}
