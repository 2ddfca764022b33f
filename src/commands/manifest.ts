/** What the app is allowed, and what for (https://docs.slack.dev/reference/scopes). */
export const scopes = {
  commands: 'slash commands and shortcuts',
  'chat:write': 'the card, its thread, direct messages, anchors',
  'im:write': 'a direct message when it is somebody’s turn',
  'users:read': 'who is a full member, a guest, deactivated; whose language is which',
  'usergroups:read': 'who has which role',
  'channels:read': 'whether it is in the channels that the policy names',
  'groups:read': 'the same for private channels',
  'channels:history': 'finding a post of its own again whose answer was lost',
  'groups:history': 'the same in private channels',
  'im:history': 'the same in direct messages',
} as const

/** The slash commands, each with a deed of its own in the table. */
export const slashCommands = [
  {
    command: '/rights',
    description: 'Your desk: what waits for you, status, list, verify, pause, help',
    usage_hint: 'help | status R-2026-0001 | list | verify | pause',
  },
  {
    command: '/rights-erase',
    description: 'Erase a person from Zendesk (GDPR article 17)',
    usage_hint: 'ticket number, e-mail, phone or name',
  },
] as const

/** The shortcuts, each with a deed of its own in the table. */
export const shortcuts = [
  {
    name: 'Erase a person',
    type: 'global',
    callback_id: 'open-erasure',
    description: 'Open a request for erasure (GDPR article 17)',
  },
  {
    name: 'Erase the person asking',
    type: 'message',
    callback_id: 'open-erasure-from-message',
    description: 'Open a request for erasure from the ticket in this message',
  },
] as const

/** The app as Slack is told of it (https://docs.slack.dev/reference/app-manifest). */
export function manifestFor(publicUrl: string): object {
  const url = `${publicUrl.replace(/\/$/, '')}/slack/events`
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Rights Desk',
      description: 'Honours people’s rights over their personal data in Zendesk',
      background_color: '#1f3a4d',
    },
    features: {
      bot_user: { display_name: 'Rights Desk', always_online: true },
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      slash_commands: slashCommands.map((one) => ({ ...one, url, should_escape: false })),
      shortcuts,
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { request_url: url, bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  }
}
