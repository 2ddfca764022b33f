import type { ServerResponse } from 'node:http'
import type { Html } from '../html.ts'

/** What a browser gets. */
export type Answer =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly title: string
      readonly body: Html
      /** Shown again by itself after so many seconds: only where nothing is typed. */
      readonly again?: number
    }
  | { readonly kind: 'go'; readonly to: string; readonly cookie?: string }

/** A page that is shown as it should be. */
export const page = (title: string, body: Html): Extract<Answer, { kind: 'page' }> => ({
  kind: 'page',
  status: 200,
  title,
  body,
})

/** Somewhere else, by a request that can be made again without doing anything again. */
export const go = (to: string): Answer => ({ kind: 'go', to })

/**
 * No page of ours is kept, framed, sniffed or told of elsewhere; it runs our own script alone
 * (https://owasp.org/www-project-secure-headers/). Without a referrer browsers send forms with
 * `Origin: null`: where they come from is told by `Sec-Fetch-Site`.
 */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
} as const

/** Writes a whole page. */
export function sendPage(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/html; charset=utf-8' })
  response.end(text)
}

/** Sends the browser on. */
export function sendOn(response: ServerResponse, to: string, cookie?: string): void {
  const signed = cookie ? { 'set-cookie': cookie } : {}
  response.writeHead(303, { ...headers, location: to, ...signed })
  response.end()
}

/** Writes a file that never changes under its name. */
export function sendAsset(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, {
    ...headers,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': `${type}; charset=utf-8`,
  })
  response.end(text)
}
