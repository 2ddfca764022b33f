/**
 * What an error of this client may say about a call: never a query, a body, a header or a text of
 * Zendesk's, because those hold personal data or tokens and errors end up in logs and in Slack.
 */
export type Where = {
  method: string
  /** The template, e.g. `/api/v2/users/{user_id}`: never the address that was called. */
  path: string
  /** Ids of the records that the call was about. */
  ids: readonly (number | string)[]
  /** The ticket or user whose own limit the call counts against. */
  record?: number | undefined
  status?: number | undefined
  /** Zendesk's own code (`RecordInvalid`), or ours where Zendesk gave none. */
  code?: string | undefined
}

class Failure extends Error {
  readonly method: string
  readonly path: string
  readonly ids: readonly (number | string)[]
  readonly status: number | undefined
  readonly code: string | undefined

  constructor(said: string, where: Where) {
    super(`${said}: ${describe(where)}`)
    this.method = where.method
    this.path = where.path
    this.ids = where.ids
    this.status = where.status
    this.code = where.code
  }
}

/**
 * Zendesk understood the call and said no (a 4xx): nothing was changed, and asking again the same
 * way brings the same no. Show it and stop. Not thrown for 401, 408, 409, 429, nor for a 403 that
 * is about a missing scope. Removing what is already gone is a 404 here.
 *
 * Nobody may delete the account's owner, and no documented call tells who that is: neither a user's
 * `role` and `role_type` nor the account's settings do. What Zendesk answers then isn't documented
 * either. What can be recognised is a refused `DELETE` of a user who is an admin, without
 * `blockedBy`, while our own role may delete admins: then it is very likely the owner.
 */
export class ZendeskRefused extends Failure {
  override readonly name = 'ZendeskRefused'
  readonly retryable = false
  /** On a refused user deletion: of how many tickets that aren't closed the user is requester. */
  readonly blockedBy: number | undefined
  /** Which fields Zendesk complained of, with its code where it gave one: `value: DuplicateValue`. */
  readonly reasons: readonly string[]

  constructor(where: Where, told: { blockedBy?: number | undefined; reasons?: readonly string[] }) {
    super('Zendesk refused', where)
    this.blockedBy = told.blockedBy
    this.reasons = told.reasons ?? []
  }
}

/** How far a limit of Zendesk's reaches. */
export type Limit = 'account' | 'endpoint' | 'record'

/**
 * Zendesk said "not now" (429): nothing was changed. The same call may be made again after
 * `retryAfterMs` milliseconds. A read throws this only after its own patience has run out; a write
 * at once, because who journals the attempts has to know of each. A write throws it unsent too (code
 * `OwnLimit`): at once when its ticket or user has no room left, and when the account or the
 * endpoint will have none for more than a few seconds.
 */
export class ZendeskLimited extends Failure {
  override readonly name = 'ZendeskLimited'
  readonly retryAfterMs: number
  /**
   * What is limited: everything we ask of the account, this endpoint, or one ticket or user. Where
   * Zendesk doesn't tell it is taken for the widest.
   */
  readonly limit: Limit
  /** With `limit: 'record'`, the id of that ticket or user: all others may go on. */
  readonly record: number | undefined

  constructor(where: Where, retryAfterMs: number, limit: Limit = 'account') {
    super('Zendesk asks to wait', where)
    this.retryAfterMs = retryAfterMs
    this.limit = limit
    this.record = limit === 'record' ? where.record : undefined
  }
}

/**
 * No answer that settles the matter: a timeout, a lost connection, a 5xx, a 408 or a 409. **Whether
 * a write took effect is unknown**: look before doing it again. `code` is the network's or
 * Zendesk's. Not thrown once a 2xx has arrived whole.
 */
export class ZendeskSilent extends Failure {
  override readonly name = 'ZendeskSilent'

  constructor(where: Where) {
    super('Zendesk did not settle', where)
  }
}

/**
 * An answer came and isn't what the documentation promises: another shape, no JSON, a redirect, a
 * page that repeats itself, more bytes than we accept. Their change or our bug: stop, tell a
 * developer. A write that ended so may have taken effect: look before doing it again.
 */
export class ZendeskUnreadable extends Failure {
  override readonly name = 'ZendeskUnreadable'
  /** Which places of the answer did not fit (`users.0.email`), never what stood there. */
  readonly misfits: readonly string[]

  constructor(where: Where, misfits: readonly string[] = []) {
    super('Zendesk gave an answer we cannot read', where)
    this.misfits = misfits
  }
}

/**
 * Our credentials don't do: a 401, a 403 for want of a scope, a scope that was asked and not
 * granted, or the 200 "Anonymous user" of `users/me`. Nothing was changed; only an operator can
 * mend it. Not thrown when the credentials are good and the *role* doesn't allow something: that
 * is `ZendeskRefused` with status 403.
 */
export class ZendeskUnauthorised extends Failure {
  override readonly name = 'ZendeskUnauthorised'
  /** The scopes that we asked for and did not get. */
  readonly missingScopes: readonly string[]

  constructor(where: Where, missingScopes: readonly string[] = []) {
    const scopes = missingScopes.length > 0 ? ` the scope ${missingScopes.join(' ')} to` : ''
    super(`Zendesk does not grant${scopes} our credentials`, where)
    this.missingScopes = missingScopes
  }
}

/** Without the ids: messages end up in logs, which outlive the seal. */
function describe({ method, path, status, code }: Where): string {
  const told = [status, code].filter((part) => part !== undefined).join(' ')
  return `${method} ${path}${told === '' ? '' : `, ${told}`}`
}
