import { isJson, type Json } from '../blocks/walk.ts'
import { app, home } from '../state/cast.ts'
import type { Channel } from '../state/records.ts'
import type { Workspace } from '../state/workspace.ts'

const subscriptions = { public: 'message.channels', private: 'message.groups', im: 'message.im' }

/** Puts an event of a channel on its way, if the app is in it and has asked for it (facts 1.8). */
export function announce(workspace: Workspace, channel: Channel, event: Json): void {
  if (!channel.members.includes(app.user)) return
  const name = event['type'] === 'message' ? subscriptions[channel.kind] : String(event['type'])
  queue(workspace, name, { ...event, shared: channel.ext_shared })
}

/** Puts an event on its way, if the app has asked for it. */
export function queue(workspace: Workspace, subscription: string, given: Json): void {
  if (!workspace.installation().events.includes(subscription)) return
  const { shared = false, ...event } = given
  const id = `Ev0${workspace.next('event').toString(36).toUpperCase().padStart(8, '0')}`
  const body = {
    token: 'unused',
    team_id: home.id,
    context_team_id: home.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: home.id,
        user_id: app.user,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: shared,
    event_context: `4-${home.id}-${app.id}-${id}`,
  }
  workspace.store.put('pending', { id, body, attempt: 0, due: workspace.now(), reason: null })
  workspace.changed({ kind: 'event', id })
}

/** The event inside an envelope. */
export const innerOf = (body: Json): Json => (isJson(body['event']) ? body['event'] : {})
