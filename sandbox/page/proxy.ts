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
    return await proxy(`${target}${pathname.slice(prefix.length) || '/'}${search}`, {
      method: c.req.method,
      headers,
      signal: c.req.raw.signal,
      redirect: 'manual',
      ...(hasBody ? { body: await c.req.arrayBuffer() } : {}),
    })
  } catch {
    return c.json({ error: `nobody answers behind ${prefix}` }, 502)
  }
}
