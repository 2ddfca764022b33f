import type { Entry, EntryOf } from './entry.ts'
import type { Id } from './primitives.ts'

/** What a journal has said so far of bundles and links. */
export type LinksTold = {
  /** The plans on which the quorum holds. */
  readonly agreed: ReadonlySet<string>
  /** Digests of the manifests of bundles that were built. */
  readonly built: Set<string>
  /** Links to them, and whether each still leads somewhere. */
  readonly links: Map<Id, boolean>
}

/** Nothing was said of any. */
export const noLinks = (): Pick<LinksTold, 'built' | 'links'> => ({
  built: new Set(),
  links: new Map(),
})

/** Whether links lead to what was built and agreed on, and nowhere once they have ended. */
export function* judgeLinks(told: LinksTold, entry: Entry): Generator<string> {
  if (entry.kind === 'built') told.built.add(entry.digest)
  if (entry.kind === 'linked') yield* linked(told, entry)
  if (entry.kind === 'extended' || entry.kind === 'unlinked') yield* onLink(told, entry)
  if (entry.kind === 'visited') yield* visited(told, entry)
}

function* linked(told: LinksTold, { link, digest }: EntryOf<'linked'>): Generator<string> {
  if (!told.built.has(digest)) yield 'it leads to a bundle that was not built before it'
  if (told.agreed.size === 0) yield 'its plan was not agreed on, or no longer'
  if (told.links.has(link)) yield `its link ${link} was made before`
  told.links.set(link, true)
}

function* onLink(
  told: LinksTold,
  { kind, link }: EntryOf<'extended' | 'unlinked'>,
): Generator<string> {
  if (!told.links.get(link)) yield `its link ${link} leads nowhere before it`
  if (kind === 'unlinked') told.links.set(link, false)
}

function* visited(told: LinksTold, { link, code }: EntryOf<'visited'>): Generator<string> {
  const lives = told.links.get(link)
  if (lives === undefined) yield `its link ${link} was not made before it`
  if (lives === false && code === 'downloaded') yield `its link ${link} leads nowhere any more`
}
