import type { KnownBlock } from '@slack/types'
import type { Words } from '../words/index.ts'
import type { Outbox } from './outbox.ts'
import type { Refusal } from './outbox-shapes.ts'

/** What somebody who can act must hear of: a code of the words, and an id of Slack's. */
export type Alert = { readonly code: keyof Words['slack']; readonly detail: string }

type AlertHands = {
  readonly outbox: Pick<Outbox, 'post'>
  /** The channels of the policy, the one to tell in first. */
  readonly channels: () => Promise<readonly string[]>
  readonly words: () => Promise<Words>
  readonly newId: () => string
}

/** Slack's codes for what keeps the desk from speaking somewhere, as those of the words. */
const spoken: Readonly<Record<string, keyof Words['slack']>> = {
  not_in_channel: 'not-in-channel',
  channel_not_found: 'channel-missing',
  is_archived: 'channel-archived',
  missing_scope: 'missing-scope',
  invalid_auth: 'invalid-token',
  token_revoked: 'invalid-token',
  account_inactive: 'invalid-token',
}

/** The alert for a refusal of Slack's. */
export const alertOf = ({ method, channel, code }: Refusal): Alert => {
  const known = spoken[code]
  if (!known) return { code: 'slack-refused', detail: `${method} ${code}` }
  return { code: known, detail: known === 'missing-scope' ? method : channel }
}

/**
 * Says it in the first of the desk's channels that it is not about; what cannot be said in one is
 * said in the next. Rejects when nobody can be told: then the log is all there is.
 */
export async function sayAlert({ code, detail }: Alert, hands: AlertHands): Promise<void> {
  const words = await hands.words()
  const text = `:warning: ${words.slack[code](detail)}`
  const blocks: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text } }]
  const places = (await hands.channels()).filter((channel) => channel !== detail)
  const key = `alert.${hands.newId()}`
  for (const [i, channel] of places.entries()) {
    try {
      await hands.outbox.post({ key, channel, text, blocks, priority: 'now' })
      return
    } catch (error) {
      if (i === places.length - 1) throw error
    }
  }
}
