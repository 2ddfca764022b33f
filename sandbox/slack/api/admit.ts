import { app } from '../state/cast.ts'
import { userOf } from '../state/find.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Method, Refused } from './call.ts'

/** Lets a call in, or says why not (facts 4). */
export function admit(
  workspace: Workspace,
  method: Method | undefined,
  token: string | undefined,
): void {
  if (!token) throw new Refused('not_authed')
  if (token !== workspace.botToken) throw new Refused('invalid_auth')
  if (workspace.installation().token === 'revoked') throw new Refused('token_revoked')
  if (userOf(workspace, app.user)?.deleted) throw new Refused('account_inactive')
  if (method?.scope !== undefined) needs(workspace, method.scope)
}

function needs(workspace: Workspace, scope: string): void {
  if (!workspace.installation().scopes.includes(scope)) throw missingScope(workspace, scope)
}

/** The refusal for a scope that the token lacks (facts 4: needed and provided). */
export const missingScope = (workspace: Workspace, scope: string): Refused =>
  new Refused('missing_scope', {
    needed: scope,
    provided: workspace.installation().scopes.join(','),
  })
