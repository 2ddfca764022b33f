/** One way in which this workspace is not the real platform. */
export type Divergence = {
  readonly about: string
  /** `missing`: not there at all; `guessed`: no source was found; `simpler`: known, done in part. */
  readonly kind: 'missing' | 'guessed' | 'simpler'
  readonly why: string
}

/** Everything known to differ. What isn't listed and differs is a fault. */
export const divergences: readonly Divergence[] = [
  {
    about: 'Socket Mode, OAuth, token rotation, apps.*',
    kind: 'missing',
    why: 'HTTP mode with one fixed bot token is what is tried here',
  },
  {
    about: 'Enterprise Grid',
    kind: 'missing',
    why: 'one workspace and one stranger; enterprise is always null',
  },
  {
    about: 'chat.scheduleMessage, pins, bookmarks, canvases, lists, workflows, calls',
    kind: 'missing',
    why: 'the app does not use them: unknown_method',
  },
  {
    about: 'User tokens, as_user, username and icon overrides',
    kind: 'missing',
    why: 'ignored on posting; one bot token only',
  },
  {
    about: 'Group DMs',
    kind: 'missing',
    why: 'conversations.open takes one user and answers too_many_users to more',
  },
  {
    about: 'Message formatting, link unfurling, link_names, parse',
    kind: 'missing',
    why: 'text is kept as it was sent; nobody is notified',
  },
  { about: 'should_escape of slash commands', kind: 'missing', why: 'text arrives as typed' },
  {
    about: 'Rate tiers',
    kind: 'simpler',
    why: 'off unless `rates` is set; then a sliding minute per method at the lower bound of its tier, and bursts of five posts a channel',
  },
  {
    about: 'Special tiers of auth.test and chat.getPermalink',
    kind: 'missing',
    why: 'no figure is published',
  },
  {
    about: 'Event delivery limits, Delayed Events, disabling after failures',
    kind: 'missing',
    why: 'they begin at a thousand events an hour',
  },
  {
    about: 'Exact words of validation messages',
    kind: 'guessed',
    why: 'only a few are recorded; places and codes are what to rely on',
  },
  {
    about: 'A second "failed to match" line for every fault inside a block',
    kind: 'guessed',
    why: 'seen for text objects and views only',
  },
  {
    about: 'msg_blocks_too_long',
    kind: 'missing',
    why: 'its limit is not published; too many blocks are invalid_blocks',
  },
  {
    about: 'Attachments',
    kind: 'simpler',
    why: 'number and blocks are checked, legacy fields are not',
  },
  {
    about: 'Option text',
    kind: 'simpler',
    why: "75 characters, as @slack/types has it; today's docs speak of 150 for value too, which is taken",
  },
  {
    about: 'Newest blocks (alert, card, carousel, container, data_*, plan, task_card)',
    kind: 'simpler',
    why: 'limits as published; which surface takes which is partly from types alone',
  },
  {
    about: 'select.option duplicates',
    kind: 'missing',
    why: 'two options with one value are taken',
  },
  {
    about: 'views.open over an open modal',
    kind: 'guessed',
    why: 'the old stack goes without view_closed',
  },
  {
    about: 'A refused view and its trigger',
    kind: 'guessed',
    why: 'the trigger stays usable, as nothing was opened with it',
  },
  {
    about: 'trigger_id that is malformed',
    kind: 'guessed',
    why: 'invalid_arguments as in the recorded example; a well-formed unknown one is invalid_trigger_id',
  },
  {
    about: 'Message metadata without include_all_metadata',
    kind: 'guessed',
    why: 'its event_type alone, as an integration reports; the method pages only say "all"',
  },
  { about: 'Disabled user groups', kind: 'guessed', why: 'no_such_subteam unless asked for' },
  {
    about: 'chat.update without blocks',
    kind: 'guessed',
    why: 'text alone removes them, as one version of the method page says; another says they stay',
  },
  {
    about: 'chat.update in a channel the app has left',
    kind: 'guessed',
    why: 'not_in_channel, or channel_not_found for a private one',
  },
  { about: 'thread_ts of a message that is not there', kind: 'guessed', why: 'thread_not_found' },
  {
    about: "Posting to a deactivated or foreign user's id",
    kind: 'guessed',
    why: 'channel_not_found',
  },
  { about: 'views.publish for a deactivated user', kind: 'guessed', why: 'not_enabled' },
  {
    about: 'response_url refusals',
    kind: 'guessed',
    why: '404 expired_url or used_url, 400 with the code for a bad message',
  },
  {
    about: 'A response_url of a slash command with replace_original',
    kind: 'guessed',
    why: 'a new message; delete_original does nothing',
  },
  {
    about: 'What a member reads when the app fails',
    kind: 'guessed',
    why: 'operation_timeout is documented, the other lines are from memory',
  },
  {
    about: 'Client-side checks of fields',
    kind: 'guessed',
    why: 'which fields are refused is known, the words are not',
  },
  {
    about: 'Key in response_action errors that is no input block',
    kind: 'guessed',
    why: 'the whole answer fails and the modal stays',
  },
  {
    about: 'Ephemerals in a quiet thread',
    kind: 'simpler',
    why: 'always shown; the real client shows them in active threads only',
  },
  {
    about: 'Ephemerals of somebody who is away',
    kind: 'simpler',
    why: 'kept until reload; the real platform does not store them',
  },
  {
    about: 'Reload with a modal open',
    kind: 'guessed',
    why: 'the modal is gone and the app is not told',
  },
  {
    about: 'team of an interaction by a stranger',
    kind: 'simpler',
    why: "the stranger's own team, as in the one recorded sample",
  },
  {
    about: 'Channel, user and group events',
    kind: 'simpler',
    why: 'app_home_opened, message, tokens_revoked and channel_archive only',
  },
  {
    about: 'Deactivating a member',
    kind: 'simpler',
    why: 'the member stays in channels and groups until an administrator changes those',
  },
  {
    about: 'Messages that members write',
    kind: 'simpler',
    why: 'text only; the real client sends rich_text blocks and a client_msg_id too',
  },
  {
    about: 'Language of what Slack itself says',
    kind: 'simpler',
    why: 'English, whatever the locale',
  },
  { about: 'Files', kind: 'simpler', why: 'bytes are counted and thrown away; there is no scan' },
  {
    about: 'Home tab of a member in Slack',
    kind: 'simpler',
    why: 'opening it always sends the event, also when it was open',
  },
  { about: 'Verification token', kind: 'simpler', why: 'a constant word: it is deprecated' },
]
