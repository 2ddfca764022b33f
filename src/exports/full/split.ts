const LINE = 10
const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const OPENS = new Set([0x5b, 0x7b])
const CLOSES = new Set([0x5d, 0x7d])
const BLANK = new Set([9, 10, 13, 32])
const WRAPPED = /^\s*\{\s*"\w+"\s*:\s*\[/

/** One record's bytes; nothing where it was longer than allowed. */
export type Piece = { readonly line: number; readonly bytes: Buffer | undefined }

export type Splitter = { push: (chunk: Buffer) => Piece[]; end: () => Piece[] }

/** Chooses by the first bytes of a file: an array, an array in an object, or one object a line. */
export function splitterFor(head: string, longest: number): Splitter {
  if (/^\s*\[/.test(head)) return new Elements(1, longest)
  return WRAPPED.test(head) ? new Elements(2, longest) : new Lines(longest)
}

/** Holds the bytes of one record, and lets go of them when they become too many. */
class Room {
  #parts: Buffer[] = []
  #size = 0
  readonly #longest: number

  constructor(longest: number) {
    this.#longest = longest
  }

  put(part: Buffer): void {
    this.#size += part.length
    if (this.#size <= this.#longest) this.#parts.push(part)
    else this.#parts = []
  }

  take(line: number): Piece | undefined {
    const isLong = this.#size > this.#longest
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#size = 0
    if (isLong) return { line, bytes: undefined }
    return bytes.every((byte) => BLANK.has(byte)) ? undefined : { line, bytes }
  }
}

class Lines implements Splitter {
  readonly #room: Room
  #line = 1

  constructor(longest: number) {
    this.#room = new Room(longest)
  }

  push(chunk: Buffer): Piece[] {
    const pieces: Piece[] = []
    let from = 0
    for (let at = chunk.indexOf(LINE); at >= 0; at = chunk.indexOf(LINE, from)) {
      this.#room.put(chunk.subarray(from, at))
      pieces.push(...this.end())
      this.#line += 1
      from = at + 1
    }
    this.#room.put(chunk.subarray(from))
    return pieces
  }

  end(): Piece[] {
    const piece = this.#room.take(this.#line)
    return piece === undefined ? [] : [piece]
  }
}

class Elements implements Splitter {
  readonly #room: Room
  readonly #base: number
  #depth = 0
  #line = 1
  #inString = false
  #escaped = false
  #isOver = false

  constructor(base: number, longest: number) {
    this.#base = base
    this.#room = new Room(longest)
  }

  push(chunk: Buffer): Piece[] {
    const pieces: Piece[] = []
    let from = 0
    for (let at = 0; at < chunk.length && !this.#isOver; at += 1) {
      const step = this.#step(chunk[at] ?? 0)
      if (step === 'inside') continue
      if (step === 'ends') this.#room.put(chunk.subarray(from, at))
      from = at + 1
      if (step === 'ends') pieces.push(...this.#taken())
    }
    if (this.#depth >= this.#base && !this.#isOver) this.#room.put(chunk.subarray(from))
    return pieces
  }

  end(): Piece[] {
    // A file that stops inside its array was cut off: said, even if the last element was whole.
    if (this.#isOver) return []
    const piece = this.#room.take(this.#line)
    return [piece ?? { line: this.#line, bytes: Buffer.from('cut off') }]
  }

  #taken(): Piece[] {
    const piece = this.#room.take(this.#line)
    this.#line += 1
    return piece === undefined ? [] : [piece]
  }

  #step(byte: number): 'inside' | 'ends' | 'before' {
    if (this.#inString) this.#inText(byte)
    else if (byte === QUOTE) this.#inString = true
    else if (OPENS.has(byte)) this.#depth += 1
    else if (CLOSES.has(byte)) return this.#close()
    else if (byte === COMMA && this.#depth === this.#base) return 'ends'
    if (this.#depth < this.#base) return 'before'
    return this.#depth === this.#base && OPENS.has(byte) && !this.#inString ? 'before' : 'inside'
  }

  #inText(byte: number): void {
    if (this.#escaped) this.#escaped = false
    else if (byte === BACKSLASH) this.#escaped = true
    else if (byte === QUOTE) this.#inString = false
  }

  #close(): 'inside' | 'ends' | 'before' {
    this.#depth -= 1
    if (this.#depth >= this.#base) return 'inside'
    this.#isOver = this.#depth <= 0
    return this.#depth === this.#base - 1 ? 'ends' : 'before'
  }
}
