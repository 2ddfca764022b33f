import type { IncomingMessage } from 'node:http'

/**
 * Where a request comes from, for counting wrong links. Behind an https address stands a proxy: the
 * last hop in its header is the one that it has seen itself.
 */
export function addressOf(request: IncomingMessage, origin: string): string {
  const given = origin.startsWith('https:') ? request.headers['x-forwarded-for'] : undefined
  const last = [given ?? []].flat().join(',').split(',').at(-1)?.trim()
  return last || (request.socket.remoteAddress ?? '')
}

/**
 * Whether a form comes from a page of ours. Browsers say so in a header that no page can set
 * (https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site); whatever does
 * not say it must name our origin.
 */
export function isFromHere({ headers }: IncomingMessage, origin: string): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === origin : site === 'same-origin'
}

/** A cookie by its name. */
export function cookieIn({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}

/** The language that a stranger's browser asks for first. */
export const languageOf = ({ headers }: IncomingMessage): string => {
  const first = (headers['accept-language'] ?? '').split(/[,;]/)[0]?.trim() ?? ''
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(first) ? first : 'en'
}
