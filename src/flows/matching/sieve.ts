import { HIT, LazyTable } from './lazy-table.ts'
import type { Automata } from './product.ts'

/** Says of a text that no pattern can stand in it, or that one may. It is never wrong in saying no. */
export type Sieve = (text: string) => boolean

/** Code units kept from text to text; longer texts get a room of their own. */
const USUAL = 0x8000

let usual = Buffer.alloc(0)

/** A sieve for plain texts. */
export function compileSieve(automata: Automata): Sieve {
  const table = new LazyTable(automata)
  return (text) => {
    table.begin()
    return mayHold(table, codesOf(text), 0, text.length)
  }
}

/** Walks a range of a text to its end. */
export function mayHold(table: LazyTable, codes: Uint16Array, from: number, to: number): boolean {
  let at = table.walk(codes, from, to)
  while (at !== to) {
    if (at === HIT) return true
    const point = pointAt(codes, at, to)
    if (!table.feed(point)) return true
    at = table.walk(codes, at + (point > 0xffff ? 2 : 1), to)
  }
  return false
}

/** A code point; half of a surrogate pair stands for itself. */
export function pointAt(codes: Uint16Array, at: number, to: number): number {
  const code = codes[at] ?? 0
  const next = at + 1 < to ? (codes[at + 1] ?? 0) : 0
  const isPair = (code & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00
  return isPair ? (code - 0xd800) * 0x400 + next - 0xdc00 + 0x10000 : code
}

/**
 * The code units of a text: from an array they are read several times as fast as from a string. They
 * stand there until the next call.
 */
export function codesOf(text: string): Uint16Array {
  if (usual.length === 0) usual = Buffer.from(new ArrayBuffer(USUAL * 2))
  const room = text.length <= USUAL ? usual : Buffer.from(new ArrayBuffer(text.length * 2))
  room.write(text, 'utf16le')
  return new Uint16Array(room.buffer, room.byteOffset, text.length)
}
