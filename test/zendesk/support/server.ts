import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request as a server of a test received it. */
export type Received = {
  method: string
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  body: unknown
}

/** What a server of a test answers. A string goes out as plain text, anything else as JSON. */
export type Reply = {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

type Handler = (request: Received, response: ServerResponse) => Reply | undefined

/**
 * A real server on loopback for one test. A handler that returns nothing has answered by itself, or
 * leaves the caller waiting.
 */
export async function serve(handler: Handler): Promise<{ url: string; requests: Received[] }> {
  const requests: Received[] = []
  const receive = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(incoming)
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://here')
    const request: Received = {
      method: incoming.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: incoming.headers,
      body: body === '' ? undefined : JSON.parse(body),
    }
    requests.push(request)
    const reply = handler(request, response)
    if (reply) answer(response, reply)
  }
  const server = createServer((incoming, response) => {
    void receive(incoming, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests }
}

function answer(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const plain = typeof body === 'string'
  const type = plain ? 'text/plain; charset=UTF-8' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body === undefined ? undefined : plain ? body : JSON.stringify(body))
}
