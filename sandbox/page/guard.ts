import type { MiddlewareHandler } from 'hono'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a `Host` header means this very machine and port; a rebound name does not. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  const [, name = '', at = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host ?? '') ?? []
  return loopback.has(name.toLowerCase()) && Number(at) === port
}

/** Whether an `Origin` header is the page itself; a page of the web is not. */
export function isOwnOrigin(origin: string, port: number): boolean {
  const [, host] = /^http:\/\/([^/]+)$/.exec(origin) ?? []
  return isOwnHost(host, port)
}

const policy = [
  "default-src 'self'",
  "img-src 'self' data: https: http://127.0.0.1:* http://localhost:*",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Lets in nobody but this machine's own browser, looking at this very page. */
export function guard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    if (!isOwnHost(c.req.header('host'), port()))
      return c.text(`Open this page as http://localhost:${port()}.`, 421)
    const origin = c.req.header('origin')
    if (origin !== undefined && !isOwnOrigin(origin, port())) return c.text('Foreign origin.', 403)
    await next()
    c.header('content-security-policy', policy)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    return undefined
  }
}
