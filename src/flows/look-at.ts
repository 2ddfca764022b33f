import { ZodError } from 'zod'
import { BrokenBox } from '../records/cipher.ts'
import { Sealed } from '../records/errors.ts'
import type { Id, Sha } from '../records/primitives.ts'
import type { Request } from '../records/request.ts'
import { KeptDraft, type Unfinished } from '../records/unfinished.ts'
import { deed, mayDo } from './authority.ts'
import type { Seen } from './decide.ts'
import type { Hands } from './hands.ts'
import { load, note } from './journal.ts'
import { Refusal } from './refusal.ts'

/**
 * Somebody who decides has opened these finds: who has seen a person's data is part of the record.
 * Throws `Refusal`, `finds-outdated` when they are not the latest of any look.
 */
export async function lookAt(asked: Seen, hands: Hands): Promise<void> {
  const { by, seen } = asked
  await deed({ ...asked, name: 'look-at' }, hands, async () => {
    const { request, role } = await deciderOn(asked, hands)
    await note(request, [{ by, role, kind: 'viewed', digest: seen }], hands)
  })
}

const part = 'draft'

/**
 * Keeps what a lead has chosen so far, in place of what was kept before. It decides nothing and
 * leaves no entry; it is forgotten with the rest of the vault.
 */
export async function keepDraft(asked: Seen & { draft: Unfinished }, hands: Hands): Promise<void> {
  const { id, seen, draft } = asked
  await deed({ ...asked, name: 'keep-draft' }, hands, async () => {
    const { version } = (await deciderOn(asked, hands)).request
    const kept = KeptDraft.parse({ seen, version, draft })
    await hands.store.append(id, version, [], { vault: new Map([[part, kept]]) })
  })
}

/**
 * Adds to what a lead has chosen so far, in one go: of two faces of the same draft neither loses what
 * the other one says. A ticket is said of once; whatever else is given takes the place of what was.
 * What was chosen about other finds does not live on under these: they change at another time.
 */
export async function addToDraft(asked: Seen & { more: Unfinished }, hands: Hands): Promise<void> {
  const { id, seen, more } = asked
  await deed({ ...asked, name: 'keep-draft' }, hands, async () => {
    const { version } = (await deciderOn(asked, hands)).request
    const before = (await draftOf(id, hands, seen)) ?? {}
    const draft = {
      ...before,
      ...more,
      tickets: { ...before.tickets, ...more.tickets },
      suspended: { ...before.suspended, ...more.suspended },
      files: { ...before.files, ...more.files },
    }
    const kept = KeptDraft.parse({ seen, version, draft })
    await hands.store.append(id, version, [], { vault: new Map([[part, kept]]) })
  })
}

/**
 * What was chosen so far about the finds as they are now; `undefined` when nothing was, when they are
 * others by now, or when somebody has decided since. `seen`: only what was chosen about these finds.
 * Personal data: never for a message.
 */
export async function draftOf(id: Id, hands: Hands, seen?: Sha): Promise<Unfinished | undefined> {
  const request = await load(id, hands)
  const kept = await keptOf(id, hands)
  if (!kept || !seenNow(request).includes(kept.seen)) return undefined
  if (seen !== undefined && seen !== kept.seen) return undefined
  const { entries } = await hands.store.load(id)
  const isDecided = entries.slice(kept.version).some(({ kind }) => kind === 'decided')
  return isDecided ? undefined : kept.draft
}

/** Nobody is kept from deciding by a draft that cannot be read. */
async function keptOf(id: Id, hands: Hands): Promise<KeptDraft | undefined> {
  try {
    return KeptDraft.optional().parse(await hands.store.read(id, part))
  } catch (error) {
    if ([Sealed, BrokenBox, SyntaxError, ZodError].some((kind) => error instanceof kind)) {
      return undefined
    }
    throw error
  }
}

async function deciderOn(asked: Seen, hands: Hands): Promise<{ request: Request; role: string }> {
  const role = await mayDo(asked.by, 'decide', hands)
  const request = await load(asked.id, hands)
  if (request.closed) throw new Refusal('closed')
  const now = seenNow(request)
  if (now.length === 0) throw new Refusal('not-waiting')
  if (!now.includes(asked.seen)) throw new Refusal('finds-outdated')
  return { request, role }
}

const seenNow = ({ looks }: Request): Sha[] =>
  [looks.people, looks.traces].flatMap((look) => look?.finds.mac ?? [])
