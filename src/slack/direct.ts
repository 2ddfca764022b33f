import type { WebClient } from '@slack/web-api'
import { type Patience, persistently } from './patience.ts'
import { Recent } from './recent.ts'

const remembered = 5000

/**
 * Finds the DM of the bot and a member, opened if need be: messages go to its id, which unlike a
 * member's can be edited in. Tries until Slack answers. The answer throws `SlackRefused`, such as
 * `user_disabled`, and `OutboxStopped`.
 */
export function directChannels(
  client: WebClient,
  patience: Patience,
): (user: string) => Promise<string> {
  const known = new Recent<Promise<string>>(remembered)
  const open = async (user: string): Promise<string> => {
    return await persistently(patience, 'conversations.open', async () => {
      const { channel } = await client.conversations.open({ users: user })
      if (channel?.id === undefined) throw new Error('no channel in the answer')
      return channel.id
    })
  }
  return async (user) => {
    const before = known.get(user)
    if (before) return await before
    const opening = open(user)
    known.set(user, opening)
    return await opening.catch((error: unknown) => {
      known.delete(user)
      throw error
    })
  }
}
