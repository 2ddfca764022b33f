import type { Id, Sha } from '../records/primitives.ts'

/** What lies on a shelf: size in bytes and sum of the plain content. */
export type Stored = { readonly size: number; readonly sha256: Sha }

/** Where exports lie until they are fetched or forgotten. An owner is a request. */
export type Shelf = {
  /** Whole or not at all, durable when it resolves; replaces an older one of the name. */
  write(owner: Id, name: string, content: AsyncIterable<Uint8Array>): Promise<Stored>
  /** What lies under the name; `undefined`: nothing. */
  look(owner: Id, name: string): Promise<Stored | undefined>
  /**
   * Plain bytes from `start` up to (not including) `end`. Throws `ShelfBroken` when what lies there
   * was tampered with.
   */
  read(
    owner: Id,
    name: string,
    range?: { readonly start?: number; readonly end?: number },
  ): AsyncIterable<Uint8Array>
  names(owner: Id): Promise<readonly string[]>
  /** All of the owner's without a name. What is not there is removed already. */
  remove(owner: Id, name?: string): Promise<void>
  owners(): Promise<readonly Id[]>
}

/** What lies there is not what was written: nothing of it may be handed out. */
export class ShelfBroken extends Error {
  override readonly name = 'ShelfBroken'
  constructor(options?: ErrorOptions) {
    super('An export on the shelf is not what was written there', options)
  }
}
