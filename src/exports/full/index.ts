import { stat } from 'node:fs/promises'
import { cutOff, type Member, members } from './members.ts'
import { type Piece, type Splitter, splitterFor } from './split.ts'
import type { ExportFault, Hooks, Place, Tally, Wanted } from './types.ts'
import { reasons } from './why.ts'

export { UnreadableExport } from './members.ts'
export type { ExportFault, Kept, Tally, Wanted } from './types.ts'

const LONGEST = 64 * 1024 * 1024
const HEAD = 200
const OVERLONG_COMMENTS = 'MaximumCommentsSizeExceeded'

/**
 * Reads the account’s full JSON export (a ZIP or a bare file; one object a line, an array, or arrays
 * in an object) and hands over each record of the wanted people with the reasons. Streamed: at most
 * one record is in memory. A record that can't be read is a fault with its place, never the end.
 *
 * Throws `UnreadableExport` for a ZIP that is encrypted or cut off, and the signal's reason.
 */
export async function filterFullExport(path: string, wanted: Wanted, hooks: Hooks): Promise<Tally> {
  const total = (await stat(path)).size
  const tally = { records: 0, kept: 0, faults: 0 }
  let before = 0
  for await (const member of members(path)) {
    const judge = async (piece: Piece, isUsers: boolean): Promise<void> => {
      const source = { member: member.name, line: piece.line }
      tally.records += 1
      const judged = await judgePiece({ source, bytes: piece.bytes, isUsers }, wanted, hooks)
      tally.kept += judged.isKept ? 1 : 0
      tally.faults += judged.isFault ? 1 : 0
    }
    await readMember(member, judge, hooks)
    before += member.size
    hooks.progress?.(Math.min(before, total), total)
  }
  hooks.progress?.(total, total)
  return tally
}

type Judge = (piece: Piece, isUsers: boolean) => Promise<void>

async function readMember({ name, bytes }: Member, judge: Judge, hooks: Hooks): Promise<void> {
  let splitter: Splitter | undefined
  let isUsers = false
  let begun = Buffer.alloc(0)
  const begin = (): Splitter => {
    if (begun[0] === 0xef && begun[1] === 0xbb && begun[2] === 0xbf) begun = begun.subarray(3)
    const head = begun.toString('utf8', 0, HEAD)
    isUsers = /users?\b/i.test(name) || /^\s*\{\s*"users"\s*:\s*\[/.test(head)
    return splitterFor(head, hooks.longest ?? LONGEST)
  }
  const each = async (pieces: readonly Piece[]): Promise<void> => {
    for (const piece of pieces) await judge(piece, isUsers)
  }
  for await (const chunk of readable(bytes)) {
    hooks.signal?.throwIfAborted()
    if (splitter !== undefined) {
      await each(splitter.push(chunk))
      continue
    }
    begun = Buffer.concat([begun, chunk])
    if (begun.length < HEAD) continue
    splitter = begin()
    await each(splitter.push(begun))
  }
  if (splitter === undefined) {
    splitter = begin()
    await each(splitter.push(begun))
  }
  await each(splitter.end())
}

async function* readable(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch(cutOff)
    if (next.done === true) return
    yield next.value
  }
}

type Read = { source: Place; bytes: Buffer | undefined; isUsers: boolean }

async function judgePiece(
  { source, bytes, isUsers }: Read,
  wanted: Wanted,
  { keep, fault }: Hooks,
): Promise<{ isKept: boolean; isFault: boolean }> {
  const record = bytes === undefined ? undefined : parsed(bytes)
  const code: ExportFault['code'] = bytes === undefined ? 'too-long' : 'broken'
  if (record === undefined) {
    await fault({ source, code })
    return { isKept: false, isFault: true }
  }
  const isUser = isUsers || (typeof record.value === 'object' && 'role' in (record.value ?? {}))
  const why = reasons(record.value, isUser, wanted)
  if (why.length === 0) return { isKept: false, isFault: false }
  await keep({ source, why, record: record.value })
  const isFault = bytes?.includes(OVERLONG_COMMENTS) === true
  if (isFault) await fault({ source, code: 'comments-missing' })
  return { isKept: true, isFault }
}

function parsed(bytes: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(bytes.toString('utf8')) }
  } catch {
    return undefined
  }
}
