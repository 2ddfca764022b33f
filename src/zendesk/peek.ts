import { addAbortSignal, type Readable } from 'node:stream'
import { create } from 'axios'
import { type Answer, codeOf, lowered, type Silence } from './exchange.ts'

/**
 * Asks an address what it gives and hangs up: the headers, and as `content-length` the size where
 * the answer states it or is short. The body is never kept. Never throws, like `Exchange`.
 */
export type Peek = (
  address: URL,
  headers: Readonly<Record<string, string>>,
) => Promise<Answer | Silence>

/** More need not come before we hang up. */
const MOST_BYTES = 4096

/** The second door to the network, for files: anywhere, so nothing of ours goes along by itself. */
export function createPeek({ timeoutMs }: { timeoutMs: number }): Peek {
  const http = create({
    adapter: 'http',
    maxRedirects: 0,
    proxy: false,
    decompress: false,
    timeout: timeoutMs,
    responseType: 'stream',
    validateStatus: () => true,
  })
  return async (address, headers) => {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const answer = await http.request<Readable>({
        url: address.href,
        headers: { Accept: '*/*', 'User-Agent': 'rights-desk', ...headers },
        signal,
      })
      const heard = lowered(answer.headers)
      const size = await sizeOf(heard.get('content-length'), addAbortSignal(signal, answer.data))
      const sized = size === undefined ? [] : [['content-length', String(size)] as const]
      return { status: answer.status, headers: new Map([...heard, ...sized]), text: '' }
    } catch (error) {
      return { code: codeOf(error) }
    }
  }
}

/** The size that was stated; else that of a body which ends soon. Hangs up in any case. */
async function sizeOf(stated: string | undefined, body: Readable): Promise<number | undefined> {
  let size = 0
  try {
    if (stated !== undefined && /^\d{1,15}$/.test(stated)) return Number(stated)
    for await (const piece of body) {
      size += (piece as Uint8Array).length
      if (size > MOST_BYTES) return undefined
    }
    return size
  } finally {
    body.destroy()
  }
}
