import { idOf, type Snapshot } from './board-hands.ts'

type Listed = { readonly as: string; readonly concerned: readonly string[] }

/** What the lists of members show of each request, and whom a change of it concerns. */
export class Listing {
  readonly #listed = new Map<string, Listed>()

  /** Whom it concerns that the request is shown otherwise now; nobody when it is shown the same. */
  concerns(snapshot: Snapshot): readonly string[] {
    const { request, turn, asked } = snapshot.standing
    const as = JSON.stringify([turn, asked, request.closed?.code, request.plan?.digest])
    const before = this.#listed.get(idOf(snapshot))
    if (before?.as === as) return []
    const concerned = [request.opener.user, ...asked]
    this.#listed.set(idOf(snapshot), { as, concerned })
    return [...concerned, ...(before?.concerned ?? [])]
  }

  forget(id: string): void {
    this.#listed.delete(id)
  }
}
