import type { EntryOf } from './entry.ts'
import type { LinkState, Request } from './request.ts'

/** A bundle can be fetched. */
export const link = (r: Request, e: EntryOf<'linked'>): Request => ({
  ...r,
  links: [
    ...r.links,
    {
      link: e.link,
      purpose: e.purpose,
      hash: e.hash,
      at: e.at,
      until: e.until,
      left: e.downloads,
      passphrase: e.passphrase,
      digest: e.digest,
      seen: 0,
      downloads: 0,
      completed: 0,
      guesses: 0,
    },
  ],
})

/** Somebody was at its page. A download counts when it is begun: going on with one is not another. */
export const visit = (r: Request, { link: id, code }: EntryOf<'visited'>): Request =>
  onLink(r, id, (state) => {
    if (code === 'seen') return { ...state, seen: state.seen + 1 }
    if (code === 'completed') return { ...state, completed: state.completed + 1 }
    if (code === 'wrong-passphrase') return { ...state, guesses: state.guesses + 1 }
    if (code !== 'downloaded') return state
    return { ...state, downloads: state.downloads + 1, left: Math.max(0, state.left - 1) }
  })

/** It lives longer. */
export const extendLink = (r: Request, { link: id, until }: EntryOf<'extended'>): Request =>
  onLink(r, id, (state) => ({ ...state, until }))

/** It leads nowhere any more: the first word on it counts. */
export const unlink = (r: Request, { link: id, code, at, by }: EntryOf<'unlinked'>): Request =>
  onLink(r, id, (state) => ({ ...state, ended: state.ended ?? { code, at, by } }))

const onLink = (r: Request, id: string, change: (state: LinkState) => LinkState): Request => ({
  ...r,
  links: r.links.map((state) => (state.link === id ? change(state) : state)),
})
