import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'

/** What became of a call that brought no answer to work with. */
export type Failure =
  | { readonly kind: 'limited'; readonly retryAfterMs: number }
  /** Slack said no, and why; `needed` is the scope that `missing_scope` asks for. */
  | { readonly kind: 'refused'; readonly code: string; readonly needed?: string }
  /** No usable answer: Slack may have carried it out. */
  | { readonly kind: 'lost' }
  /** It never left this machine. */
  | { readonly kind: 'unreachable' }

/** Slack said no to `method`. `code` is Slack's own, such as `channel_not_found`. */
export class SlackRefused extends Error {
  override readonly name = 'SlackRefused'
  readonly code: string
  readonly method: string
  constructor(method: string, code: string) {
    super(`${method}: ${code}`)
    this.method = method
    this.code = code
  }
}

/** What the SDK's error means. Never holds a body, an address or a token. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return limited(error.retryAfter)
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data)
  if (error instanceof WebAPIRequestError && wasNeverSent(error.original))
    return { kind: 'unreachable' }
  // The SDK has no class for a 429 without a usable header.
  if (error instanceof Error && error.message.startsWith('Retry header')) return limited()
  return { kind: 'lost' }
}

const usualWait = 5

const limited = (seconds = usualWait): Failure => ({
  kind: 'limited',
  retryAfterMs: Math.max(1, seconds) * 1000,
})

/** Codes after which "some aspect of the operation" may have succeeded, as the method pages say. */
const uncertain = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
])

type Refusal = { readonly error: string; readonly needed?: unknown }

function platformFailure({ error, needed }: Refusal): Failure {
  // The page of a proxy ends up where a code should be.
  if (!/^[a-z0-9_]{1,60}$/.test(error) || uncertain.has(error)) return { kind: 'lost' }
  if (error === 'ratelimited' || error === 'rate_limited') return limited()
  return { kind: 'refused', code: error, ...(typeof needed === 'string' ? { needed } : {}) }
}

/** What undici and the system say before the first byte of a request is on its way. */
const beforeSending = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

const wasNeverSent = ({ cause }: Error): boolean =>
  cause instanceof Error && 'code' in cause && beforeSending.has(cause.code)
