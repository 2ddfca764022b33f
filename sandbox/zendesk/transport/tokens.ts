import { randomBytes } from 'node:crypto'
import type { Credentials } from '../options.ts'
import { isObject, ok, type Route, textOf } from './call.ts'
import { Refused } from './errors.ts'

/**
 * `POST /oauth/tokens` with `client_credentials` (facts 2.1,
 * https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/).
 * Scopes are not checked here: a misspelt one still yields a token.
 */
export const tokenRoutes = ({ clients }: Credentials): Route[] => [
  {
    method: 'POST',
    path: '/oauth/tokens',
    open: true,
    run: ({ body }, { store, now }) => {
      const asked = isObject(body) ? body : {}
      if (asked['grant_type'] !== 'client_credentials') throw refusal('unsupported_grant_type')
      const client = clients.find(
        ({ id, secret }) => id === asked['client_id'] && secret === asked['client_secret'],
      )
      if (!client)
        throw new Refused(401, {
          error: 'invalid_client',
          error_description: 'Client authentication failed',
        })
      const expires = lifetime(asked['expires_in'])
      const scope = textOf(asked['scope']) ?? 'read write'
      const id = randomBytes(32).toString('hex')
      store.put('tokens', { id, user: client.user, scope, expiresAt: now() + expires * 1000 })
      return ok({ access_token: id, token_type: 'bearer', scope, expires_in: expires })
    },
  },
]

const refusal = (error: string): Refused =>
  new Refused(400, { error, error_description: 'The request could not be granted' })

function lifetime(asked: unknown): number {
  if (asked === undefined) return 1800
  const seconds = Number(asked)
  if (!Number.isInteger(seconds) || seconds < 300 || seconds > 172_800)
    throw refusal('invalid_request')
  return seconds
}
