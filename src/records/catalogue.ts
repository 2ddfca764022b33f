import type { Body } from './line.ts'
import type { Place } from './segments.ts'
import type { Listed, Owner } from './store.ts'

type Shelf = { readonly seqs: number[]; number: string | undefined; sealed: boolean }

/** What a file of the journal may have of bytes at most, so that file and offset fit one number. */
const span = 2 ** 32

/**
 * Where every entry of the log lies, and whose it is: about 20 bytes an entry and nothing of its
 * contents, so that years of kept entries fit.
 */
export class Catalogue {
  readonly #shelves = new Map<Owner, Shelf>()
  #starts = new Float64Array(1024)
  #lengths = new Uint32Array(1024)

  add({ seq, owner, entry }: Body, place: Place): void {
    if (seq >= this.#starts.length) this.#grow()
    this.#starts[seq] = place.file * span + place.offset
    this.#lengths[seq] = place.length
    const shelf = this.#shelves.get(owner) ?? { seqs: [], number: undefined, sealed: false }
    shelf.seqs.push(seq)
    if (entry.kind === 'opened') shelf.number = entry.number
    if (entry.kind === 'sealed') shelf.sealed = true
    this.#shelves.set(owner, shelf)
  }

  version(owner: Owner): number {
    return this.#shelves.get(owner)?.seqs.length ?? 0
  }

  isSealed(owner: Owner): boolean {
    return this.#shelves.get(owner)?.sealed ?? false
  }

  places(owner: Owner): readonly Place[] {
    return (this.#shelves.get(owner)?.seqs ?? []).map((seq) => this.#place(seq))
  }

  *list(): Generator<Listed> {
    for (const [id, { number, seqs, sealed }] of this.#shelves) {
      if (number !== undefined) yield { id, number, version: seqs.length, sealed }
    }
  }

  #place(seq: number): Place {
    const start = this.#starts[seq] ?? 0
    return {
      file: Math.floor(start / span),
      offset: start % span,
      length: this.#lengths[seq] ?? 0,
    }
  }

  #grow(): void {
    const [starts, lengths] = [this.#starts, this.#lengths]
    this.#starts = new Float64Array(starts.length * 2)
    this.#starts.set(starts)
    this.#lengths = new Uint32Array(lengths.length * 2)
    this.#lengths.set(lengths)
  }
}
