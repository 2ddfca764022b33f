import {
  CollectedIndex,
  CollectedSuspended,
  CollectedTicket,
  CollectedUser,
} from '../../records/collected.ts'
import type { Id } from '../../records/primitives.ts'
import type { Shelf } from '../shelf.ts'

/** What was collected for a bundle, read from the shelf piece by piece: one in memory at a time. */
export class Pieces {
  readonly #shelf: Pick<Shelf, 'read'>
  readonly #owner: Id

  constructor(shelf: Pick<Shelf, 'read'>, owner: Id) {
    this.#shelf = shelf
    this.#owner = owner
  }

  /** What there is, in the order of the bundle. */
  async index(): Promise<CollectedIndex> {
    return CollectedIndex.parse(await this.#json('index'))
  }

  async user(id: number): Promise<CollectedUser> {
    return CollectedUser.parse(await this.#json(`user-${id}`))
  }

  async ticket(id: number): Promise<CollectedTicket> {
    return CollectedTicket.parse(await this.#json(`ticket-${id}`))
  }

  async suspended(id: number): Promise<CollectedSuspended> {
    return CollectedSuspended.parse(await this.#json(`suspended-${id}`))
  }

  /** The content of a file that is given. */
  file(id: string): AsyncIterable<Uint8Array> {
    return this.#shelf.read(this.#owner, `pieces/file-${id}`)
  }

  async #json(name: string): Promise<unknown> {
    const all: Uint8Array[] = []
    for await (const piece of this.#shelf.read(this.#owner, `pieces/${name}.json`)) all.push(piece)
    return JSON.parse(Buffer.concat(all).toString())
  }
}
