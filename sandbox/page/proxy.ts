import type { Context } from 'hono'
import { proxy } from 'hono/proxy'

/** Hands a request on to the server behind `prefix`, streams included; 502 where nobody answers. */
export async function handOn(c: Context, prefix: string, target: string): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const headers = new Headers(c.req.raw.headers)
  // The guard has looked at these already, and they name the page rather than the server behind it.
  for (const name of ['host', 'origin', 'referer', 'accept-encoding']) headers.delete(name)
  const hasBody = !['GET', 'HEAD'].includes(c.req.method)
  try {
    const answer = await proxy(`${target}${pathname.slice(prefix.length) || '/'}${search}`, {
      method: c.req.method,
      headers,
      signal: c.req.raw.signal,
      redirect: 'manual',
      ...(hasBody ? { body: await c.req.arrayBuffer() } : {}),
    })
    return new Response(answer.body && untilItEnds(answer.body), answer)
  } catch {
    return c.json({ error: `nobody answers behind ${prefix}` }, 502)
  }
}

/** The same bytes; a line that breaks off ends them, since a page that is left is no fault to report. */
function untilItEnds(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch {
        controller.close()
      }
    },
    cancel: async (reason) => await reader.cancel(reason).catch(() => undefined),
  })
}
