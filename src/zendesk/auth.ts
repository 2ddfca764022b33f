import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { parsed } from './envelope.ts'
import { type Where, ZendeskRefused, ZendeskUnauthorised } from './errors.ts'
import type { Answer, Exchange, Silence } from './exchange.ts'
import { fitted, reactionTo } from './reaction.ts'

/** How the desk proves itself to Zendesk. The token kind is legacy: it ends on 30 April 2027. */
export type Credentials =
  | { kind: 'oauth'; clientId: string; clientSecret: string; scope?: string }
  | { kind: 'token'; email: string; token: string }

/** Gives the Authorization header of the account's own origin, and of no other. */
export type Auth = {
  header(): Promise<string>
  /** This header got a 401. True when another one can be had. */
  rejected(header: string): boolean
}

/** What the client-credentials exchange needs of the world. */
export type AuthTools = {
  now: () => number
  exchange: Exchange
  /** Repeats a harmless request as a read is repeated. */
  patiently: (once: () => Promise<Answer | Silence>) => Promise<Answer | Silence>
}

type Client = Extract<Credentials, { kind: 'oauth' }>
type Held = { header: string; until: number }

const WHERE: Where = { method: 'POST', path: '/oauth/tokens', ids: [] }
const DEFAULT_SCOPE = 'read write'
const EARLY_MS = 60_000

const Token = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().nullish(),
  scope: z.string().nullish(),
})

/** E-mail and API token, as HTTP Basic: nothing to renew. */
export function tokenAuth({ email, token }: { email: string; token: string }): Auth {
  const header = `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`
  return { header: async () => await Promise.resolve(header), rejected: () => false }
}

/**
 * OAuth client credentials. The token lives in memory, is renewed before it expires and after a
 * 401; calls at the same time share one renewal.
 *
 * https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 *
 * @throws ZendeskUnauthorised from `header`, when the client is refused or a scope isn't granted.
 */
export function oauthAuth(client: Client, tools: AuthTools): Auth {
  let held: Held | undefined
  let renewal: Promise<Held> | undefined

  const renew = async (): Promise<Held> => {
    try {
      held = await newToken(client, tools)
      return held
    } finally {
      renewal = undefined
    }
  }
  return {
    header: async () => {
      if (held && tools.now() < held.until) return held.header
      renewal ??= renew()
      return (await renewal).header
    },
    rejected: (header) => {
      // A call that was sent with the token before last must not throw the new one away.
      if (held?.header === header) held = undefined
      return true
    },
  }
}

async function newToken(client: Client, { now, exchange, patiently }: AuthTools): Promise<Held> {
  const asked = client.scope ?? DEFAULT_SCOPE
  const body = JSON.stringify({
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: asked,
  })
  const headers = { 'Content-Type': 'application/json' }
  const asking = now()
  const heard = await patiently(
    async () => await exchange({ method: 'POST', path: '/oauth/tokens', headers, body }),
  )
  const token = fitted(Token, tokenIn(heard, now()), WHERE)
  const missing = notGranted(asked, token.scope ?? asked)
  if (missing.length > 0) {
    throw new ZendeskUnauthorised({ ...WHERE, code: 'ScopeNotGranted' }, missing)
  }
  const lifetime = (token.expires_in ?? Number.POSITIVE_INFINITY) * 1000
  const until = asking + lifetime - Math.min(EARLY_MS, lifetime / 10)
  return { header: `Bearer ${token.access_token}`, until }
}

/** A client that Zendesk doesn't know is a matter of credentials, whatever status says so. */
function tokenIn(heard: Answer | Silence, now: number): unknown {
  if (heard.status !== undefined && heard.status >= 200 && heard.status < 300) {
    return parsed(heard.text)
  }
  const error = reactionTo(WHERE, heard, now)
  if (!(error instanceof ZendeskRefused)) throw error
  throw new ZendeskUnauthorised({ ...WHERE, status: error.status, code: error.code })
}

/**
 * Zendesk gives a token for a misspelt scope too, and every call with it then fails with 403: so
 * what wasn't granted is looked for, and what can't be a scope at all.
 */
function notGranted(asked: string, granted: string): string[] {
  const got = new Set(words(granted))
  return words(asked).filter((scope) => {
    const [, ability] = /^(?:\w+:)?(read|write|impersonate)$/.exec(scope) ?? []
    return ability === undefined || !(got.has(scope) || got.has(ability))
  })
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '')
}
