import { foldCharacter } from './fold-character.ts'
import type { Piece } from './html-source.ts'

const SPACE = 32

/**
 * A folded text. For each folded code unit: the range of the source it stands for, and whether a
 * tag stands just before it (`cut`). White space is collapsed.
 */
export type Stream = {
  readonly length: number
  readonly codes: Uint16Array
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly cut: Uint8Array
}

const ascii = Uint16Array.from({ length: 128 }, (_, code) => foldCharacter(code).charCodeAt(0) || 0)

class Builder implements Stream {
  length = 0
  codes: Uint16Array
  from: Uint32Array
  to: Uint32Array
  cut: Uint8Array
  #cut = 0

  constructor(size: number) {
    this.codes = new Uint16Array(size)
    this.from = new Uint32Array(size)
    this.to = new Uint32Array(size)
    this.cut = new Uint8Array(size)
  }

  markCut(): void {
    this.#cut = 1
  }

  put(code: number, from: number, to: number): void {
    const last = this.length - 1
    if (code === SPACE && last >= 0 && this.codes[last] === SPACE) {
      this.to[last] = to
      return
    }
    if (this.length === this.codes.length) this.#grow()
    this.codes[this.length] = code
    this.from[this.length] = from
    this.to[this.length] = to
    this.cut[this.length] = this.#cut
    this.#cut = 0
    this.length += 1
  }

  /** One folded character: none, one or several code units for the same range. */
  putAll(folded: string, from: number, to: number): void {
    if (folded === '') {
      // An accent written apart belongs to the letter before it.
      if (this.length > 0 && this.to[this.length - 1] === from) this.to[this.length - 1] = to
      return
    }
    for (let index = 0; index < folded.length; index += 1) {
      this.put(folded.charCodeAt(index), from, to)
    }
  }

  /** Text that stands in the source as it is, from `offset` on. */
  putText(text: string, offset: number): void {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      if (code < 128) {
        this.put(ascii[code] ?? 0, offset + index, offset + index + 1)
        continue
      }
      const point = text.codePointAt(index) ?? code
      const width = point > 0xffff ? 2 : 1
      this.putAll(foldCharacter(point), offset + index, offset + index + width)
      index += width - 1
    }
  }

  #grow(): void {
    const size = this.codes.length * 2 + 16
    this.codes = enlarged(this.codes, new Uint16Array(size))
    this.from = enlarged(this.from, new Uint32Array(size))
    this.to = enlarged(this.to, new Uint32Array(size))
    this.cut = enlarged(this.cut, new Uint8Array(size))
  }
}

/** Folds a plain text. */
export function foldText(text: string): Stream {
  const builder = new Builder(text.length + 16)
  builder.putText(text, 0)
  return builder
}

/** Folds the visible pieces of an HTML text; offsets are those of the HTML. */
export function foldPieces(pieces: readonly Piece[], size: number): Stream {
  const builder = new Builder(size + 16)
  let end = 0
  for (const piece of pieces) {
    if (piece.start > end) builder.markCut()
    if (piece.kind === 'text') builder.putText(piece.text, piece.start)
    else putWhole(builder, piece)
    end = piece.end
  }
  return builder
}

/** An entity or a break: whatever it stands for, its range can't be divided. */
function putWhole(builder: Builder, { text, start, end }: Piece): void {
  for (const character of text) {
    builder.putAll(foldCharacter(character.codePointAt(0) ?? SPACE), start, end)
  }
}

/** The folded form of a term. */
export function foldedString(value: string): string {
  const { codes, length } = foldText(value)
  let folded = ''
  for (let index = 0; index < length; index += 1) folded += String.fromCharCode(codes[index] ?? 0)
  return folded.trim()
}

function enlarged<Buffer extends Uint8Array | Uint16Array | Uint32Array>(
  from: Buffer,
  into: Buffer,
): Buffer {
  into.set(from)
  return into
}
