/** An entry that is written, for the list at the end. Sizes and offset in bytes. */
export type Written = {
  readonly name: string
  readonly store?: boolean
  /** Whether its descriptor's sizes have 64 bits. */
  readonly long: boolean
  readonly size: number
  readonly packed: number
  readonly crc: number
  readonly offset: number
}

const max16 = 0xff_ff
const max32 = 0xff_ff_ff_ff

/** 4.5: ZIP64 is read by programs of this version on. */
const version = 45
/** Sizes and sum follow the content; the name is UTF-8. */
const flags = 0x08_08
/** 2020-01-01 00:00, always: when it was packed says nothing. */
const time = 0
const date = ((2020 - 1980) << 9) | (1 << 5) | 1
/** A plain file of its owner's on a Unix. */
const attributes = 0o100644 * 0x1_00_00
const madeBy = (3 << 8) | version

const method = ({ store }: Pick<Written, 'store'>): number => (store ? 0 : 8)

/** Numbers one after the other, little-endian: pairs of length in bytes and value. */
function numbers(...pairs: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const all = Buffer.alloc(pairs.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of pairs) {
    if (bytes === 8) all.writeBigUInt64LE(BigInt(value), at)
    else all.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return all
}

/** What stands before an entry's content. */
export function localHeader(entry: Pick<Written, 'name' | 'store'>, long: boolean): Buffer {
  const name = Buffer.from(entry.name)
  const extra = long ? numbers([2, 1], [2, 16], [8, 0], [8, 0]) : Buffer.alloc(0)
  const unknown = long ? max32 : 0
  const head = numbers(
    [4, 0x04_03_4b_50],
    [2, version],
    [2, flags],
    [2, method(entry)],
    [2, time],
    [2, date],
    [4, 0],
    [4, unknown],
    [4, unknown],
    [2, name.length],
    [2, extra.length],
  )
  return Buffer.concat([head, name, extra])
}

/** What follows an entry's content. */
export const descriptor = ({ long, crc, packed, size }: Written): Buffer => {
  const bytes = long ? 8 : 4
  return numbers([4, 0x08_07_4b_50], [4, crc], [bytes, packed], [bytes, size])
}

/** An entry in the list at the end. */
export function central(entry: Written): Buffer {
  const { size, packed, offset, crc } = entry
  const name = Buffer.from(entry.name)
  const large = [size, packed, offset].filter((value) => value >= max32)
  const extra =
    large.length > 0
      ? numbers([2, 1], [2, large.length * 8], ...large.map((value) => [8, value] as const))
      : Buffer.alloc(0)
  const head = numbers(
    [4, 0x02_01_4b_50],
    [2, madeBy],
    [2, version],
    [2, flags],
    [2, method(entry)],
    [2, time],
    [2, date],
    [4, crc],
    [4, Math.min(packed, max32)],
    [4, Math.min(size, max32)],
    [2, name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, attributes],
    [4, Math.min(offset, max32)],
  )
  return Buffer.concat([head, name, extra])
}

/** The end of the ZIP: how many entries, and where their list is. */
export function ending(list: { count: number; length: number; offset: number }): Buffer {
  const { count, length, offset } = list
  const end = numbers(
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, max16)],
    [2, Math.min(count, max16)],
    [4, Math.min(length, max32)],
    [4, Math.min(offset, max32)],
    [2, 0],
  )
  if (count < max16 && length < max32 && offset < max32) return end
  const end64 = numbers(
    [4, 0x06_06_4b_50],
    [8, 44],
    [2, madeBy],
    [2, version],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, offset],
  )
  const locator = numbers([4, 0x07_06_4b_50], [4, 0], [8, offset + length], [4, 1])
  return Buffer.concat([end64, locator, end])
}
