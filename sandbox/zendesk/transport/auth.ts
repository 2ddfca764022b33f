import type { Account } from '../account/account.ts'
import type { User } from '../account/records.ts'
import type { Credentials } from '../options.ts'
import { forbidden, unauthorised } from './errors.ts'

/** Who is calling and with which scopes. */
export type Caller = { readonly actor: User; readonly scopes: readonly string[] }

/** The user without an account, as `GET /users/me` shows nobody (facts 1.10). */
export const nobody = {
  id: null,
  url: null,
  name: 'Anonymous user',
  email: null,
  role: 'end-user',
  active: true,
  verified: false,
  locale: 'en-US',
  time_zone: 'UTC',
}

/** Reads the Authorization header: Bearer, or `email/token` with an API token (facts 2.1). */
export function callerOf(
  account: Account,
  credentials: Credentials,
  header: string | undefined,
): Caller {
  const [scheme, value] = (header ?? '').split(' ', 2)
  if (scheme?.toLowerCase() === 'bearer' && value) return byToken(account, value)
  if (scheme?.toLowerCase() === 'basic' && value) return byApiToken(account, credentials, value)
  throw unauthorised()
}

function byToken(account: Account, value: string): Caller {
  const token = account.store.get('tokens', value)
  if (!token || token.expiresAt <= account.now()) throw unauthorised()
  return { actor: staff(account, token.user), scopes: token.scope.split(' ') }
}

function byApiToken(account: Account, { tokens }: Credentials, value: string): Caller {
  const [name, secret] = split(Buffer.from(value, 'base64').toString('utf8'))
  // Signing in with a password ended on 31 December 2025 (facts 1.1): only `/token` names.
  const email = /^(.+)\/token$/.exec(name)?.[1]?.toLowerCase()
  const known = tokens.some((entry) => entry.email === email && entry.token === secret)
  const user = known ? account.store.all('users').find((one) => one.email === email) : undefined
  if (!user) throw unauthorised()
  return { actor: staff(account, user.id), scopes: ['read', 'write'] }
}

function split(text: string): [string, string] {
  const at = text.indexOf(':')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function staff(account: Account, id: number): User {
  const user = account.store.get('users', id)
  if (!user?.active || user.suspended) throw unauthorised()
  return user
}

/** Refuses what the token's scopes do not cover; a misspelt scope covers nothing (facts 2.1). */
export function checkScope({ scopes }: Caller, method: string, resource: string | undefined): void {
  const verb = method === 'GET' ? 'read' : 'write'
  const enough = resource ? [verb, `${resource}:${verb}`] : [verb]
  if (!scopes.some((scope) => enough.includes(scope))) throw forbidden()
}
