import type { Json } from '../blocks/walk.ts'
import { app, home, teams } from '../state/cast.ts'
import type { Channel, Hook, User } from '../state/records.ts'
import { newTrigger } from '../state/triggers.ts'
import { secretWord, type Workspace } from '../state/workspace.ts'

/** What every interaction carries (facts 2). The team is the member's own (samples: view_submission-04). */
export function envelope(workspace: Workspace, user: User, type: string): Json {
  const team = user.team === teams.T0ELSEWHERE.id ? teams.T0ELSEWHERE : home
  return {
    type,
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
    api_app_id: app.id,
    token: 'unused',
    enterprise: null,
    is_enterprise_install: false,
    ...(type === 'view_closed' || type === 'block_suggestion'
      ? {}
      : { trigger_id: newTrigger(workspace, user.id) }),
  }
}

/** How a channel is called in a payload (facts 1.2). */
export function nameIn(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage'
  return channel.kind === 'private' ? 'privategroup' : channel.name
}

/** A fresh `response_url` (facts 1.7). */
export function newHook(
  workspace: Workspace,
  user: string,
  channel: string,
  source: Hook['source'],
): string {
  const id = `${home.id}/${workspace.next('hook')}/${secretWord(12)}`
  workspace.store.put('hooks', { id, user, channel, source, at: workspace.now(), uses: 0 })
  return `${workspace.base()}/response/${id}`
}

/** The fields of a slash command (facts 1.2). */
export function slashFields(
  workspace: Workspace,
  user: User,
  channel: Channel,
  words: { readonly command: string; readonly text: string },
): Record<string, string> {
  return {
    token: 'unused',
    team_id: home.id,
    team_domain: home.domain,
    channel_id: channel.id,
    channel_name: nameIn(channel),
    user_id: user.id,
    user_name: user.name,
    ...words,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: newHook(workspace, user.id, channel.id, null),
    trigger_id: newTrigger(workspace, user.id),
  }
}
