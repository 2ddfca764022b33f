import { ZendeskSilent } from './errors.ts'
import type { Silence } from './exchange.ts'
import { addressOf, type FileTools, isUnsettled, LANE, redirectIn, WHERE } from './files.ts'
import { type Open, type Opened, piecesOf } from './open.ts'
import { reactionTo } from './reaction.ts'
import { patiently } from './send.ts'

/** A file as it comes. Its content can be read once. */
export type FileStream = {
  /** Media type, in lower case, without its parameters. */
  type?: string
  /** In bytes, where the answer states it. */
  size?: number
  content: AsyncIterable<Uint8Array>
}

type StreamTools = Omit<FileTools, 'peek'> & { open: Open; timeoutMs: number }
type Headers = Readonly<Record<string, string>>

const MOST_REDIRECTS = 3
/** So often a broken download is taken up again without a single new byte. */
const MOST_STALLS = 4

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/ */
export const streaming = (tools: StreamTools) => ({
  /**
   * The content of an attachment or a recording, never more than a piece of it in memory. Our
   * Authorization goes to the account's own origin only, and no redirect carries it on. A download
   * that breaks is taken up where it was, by Range; where the server has no Range, what is known
   * already is read once more and left out. What Zendesk calls malware is the caller's to refuse.
   *
   * @throws TypeError for an address that must not be called; ZendeskRefused for a 403, 404 or 410;
   * the other errors as `look`. While reading: ZendeskSilent when it can't be had to the end.
   */
  stream: async (url: string): Promise<FileStream> => {
    const address = addressOf(url, tools.origin)
    if (!address) throw new TypeError('The address of a file must be https://… without user')
    const first = await opened(address, {}, tools)
    const type = first.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
    const size = sizeOf(first)
    return {
      ...(type && { type }),
      ...(size !== undefined && { size }),
      content: contentOf(address, first, tools),
    }
  },
})

/** The bytes from the first to the last, over as many requests as it takes. */
async function* contentOf(
  address: URL,
  first: Opened,
  tools: StreamTools,
): AsyncGenerator<Uint8Array, void, undefined> {
  const size = sizeOf(first)
  let from = 0
  let stalls = 0
  let current = first
  for (;;) {
    const before = from
    try {
      for await (const piece of unread(current, from, tools.timeoutMs)) {
        from += piece.length
        yield piece
      }
      if (isWhole(size, from)) return
    } catch {
      // The line broke: what is there counts, the rest is asked for below.
    }
    stalls = from > before ? 0 : stalls + 1
    if (stalls >= MOST_STALLS || isTooLong(size, from)) throw new ZendeskSilent(WHERE)
    await tools.sleep(1000 * 2 ** stalls)
    current = await again(address, { first, from }, tools)
  }
}

const isWhole = (size: number | undefined, from: number): boolean =>
  size === undefined || from === size

const isTooLong = (size: number | undefined, from: number): boolean =>
  size !== undefined && from > size

/** The pieces of an answer that are new to one who has `from` bytes already. */
async function* unread(
  answer: Opened,
  from: number,
  timeoutMs: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let known = answer.status === 206 ? 0 : from
  for await (const piece of piecesOf(answer.body, timeoutMs)) {
    const fresh = piece.subarray(Math.min(known, piece.length))
    known -= piece.length - fresh.length
    if (fresh.length > 0) yield fresh
  }
}

/** The rest of the same file; another file in its place must not be sewn to the first half. */
async function again(
  address: URL,
  { first, from }: { first: Opened; from: number },
  tools: StreamTools,
): Promise<Opened> {
  const tag = first.headers.get('etag')
  const strong = tag?.startsWith('"') ? { 'If-Range': tag } : {}
  const next = await opened(address, { Range: `bytes=${from}-`, ...strong }, tools)
  if (isSame(first, next, from)) return next
  next.body.destroy()
  throw new ZendeskSilent(WHERE)
}

/** With neither a tag nor a size, nothing tells one file from another. */
const isTellable = (first: Opened): boolean =>
  first.headers.has('etag') || sizeOf(first) !== undefined

function isSame(first: Opened, next: Opened, from: number): boolean {
  if (!isTellable(first) || first.headers.get('etag') !== next.headers.get('etag')) return false
  if (next.status !== 206) return sizeOf(first) === sizeOf(next)
  const [, start, of] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(range(next)) ?? []
  const size = sizeOf(first)
  return Number(start) === from && (size === undefined || of === '*' || Number(of) === size)
}

const range = ({ headers }: Opened): string => headers.get('content-range') ?? ''

function sizeOf({ headers }: Opened): number | undefined {
  const stated = headers.get('content-length')
  return stated !== undefined && /^\d{1,15}$/.test(stated) ? Number(stated) : undefined
}

/** The answer at the end of the redirects, its body still to be read. */
async function opened(address: URL, headers: Headers, tools: StreamTools): Promise<Opened> {
  let heard = await settled(tools, async () =>
    address.origin === tools.origin
      ? await own(address, headers, tools)
      : await tools.open(address, headers),
  )
  for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
    const next = redirectIn(heard, address, tools.origin)
    if (!next) break
    heard.body.destroy()
    heard = await settled(tools, async () => await tools.open(next, headers))
  }
  if (heard.status === 200 || heard.status === 206) return heard
  heard.body.destroy()
  throw reactionTo(WHERE, heard, tools.now())
}

async function own(
  address: URL,
  headers: Headers,
  { auth, governor, open }: StreamTools,
): Promise<Opened | Silence> {
  const once = async (header: string): Promise<Opened | Silence> => {
    await governor.turn(LANE)
    const heard = await open(address, { ...headers, Authorization: header })
    governor.heard(LANE, [])
    return heard
  }
  const header = await auth.header()
  const heard = await once(header)
  if (heard.status !== 401 || !auth.rejected(header)) return heard
  heard.body.destroy()
  return await once(await auth.header())
}

async function settled(tools: StreamTools, once: () => Promise<Opened | Silence>): Promise<Opened> {
  let last: Opened | undefined
  const heard = await patiently('GET', tools, async () => {
    last?.body.destroy()
    const answer = await once()
    last = answer.status === undefined ? undefined : answer
    return answer
  })
  if (last && !isUnsettled(last.status)) return last
  last?.body.destroy()
  throw reactionTo(WHERE, heard, tools.now())
}
