import type { Readable } from 'node:stream'
import { create } from 'axios'
import { type Answer, codeOf, lowered, type Silence } from './exchange.ts'

/** An answer whose body has not been read yet. Who gets it reads it to the end or destroys it. */
export type Opened = Answer & { body: Readable }

/** Asks an address and gives the body as it comes. Never throws, like `Exchange`. */
export type Open = (
  address: URL,
  headers: Readonly<Record<string, string>>,
) => Promise<Opened | Silence>

/** Like `createPeek`, without hanging up. `timeoutMs` is for the headers. */
export function createOpen({ timeoutMs }: { timeoutMs: number }): Open {
  const http = create({
    adapter: 'http',
    maxRedirects: 0,
    proxy: false,
    decompress: false,
    responseType: 'stream',
    validateStatus: () => true,
  })
  return async (address, headers) => {
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), timeoutMs)
    try {
      const answer = await http.request<Readable>({
        url: address.href,
        // Bytes are counted to resume, so they must be those of the file itself.
        headers: {
          Accept: '*/*',
          'Accept-Encoding': 'identity',
          'User-Agent': 'rights-desk',
          ...headers,
        },
        signal: late.signal,
      })
      return {
        status: answer.status,
        headers: lowered(answer.headers),
        text: '',
        body: answer.data,
      }
    } catch (error) {
      return { code: codeOf(error) }
    } finally {
      clearTimeout(timer)
    }
  }
}

/** The pieces of a body; one that stays away for so long ends it with an error. */
export async function* piecesOf(
  body: Readable,
  timeoutMs: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      // Only our own waiting counts: a slow reader is no silent server.
      const timer = setTimeout(() => body.destroy(new Error('ETIMEDOUT')), timeoutMs)
      const next = await pieces.next().finally(() => clearTimeout(timer))
      if (next.done) return
      yield next.value as Uint8Array
    }
  } finally {
    body.destroy()
  }
}
