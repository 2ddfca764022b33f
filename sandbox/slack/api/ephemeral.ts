import { lengthOf } from '../blocks/text.ts'
import { isIn, userOf } from '../state/find.ts'
import { whisper } from '../state/post.ts'
import { type Handler, type Method, needed, Refused, textOf } from './call.ts'
import { contentOf, textLimit } from './content.ts'
import { destination, threadAt } from './place.ts'

/** `chat.postEphemeral`: seen by one member of the channel, changed by nobody (facts 4). */
const show: Handler = ({ args }, workspace) => {
  const channel = destination(workspace, needed(args, 'channel'))
  const user = needed(args, 'user')
  if (!userOf(workspace, user) || !isIn(channel, user)) throw new Refused('user_not_in_channel')
  if (lengthOf(textOf(args, 'text') ?? '') > textLimit) throw new Refused('msg_too_long')
  const thread_ts = threadAt(workspace, channel, textOf(args, 'thread_ts'))
  const { ts } = whisper(
    workspace,
    { channel: channel.id, user },
    { ...contentOf(args), thread_ts },
  )
  return { message_ts: ts }
}

/** `chat.postEphemeral`. */
export const ephemeralMethods: readonly Method[] = [
  { name: 'chat.postEphemeral', run: show, scope: 'chat:write', perMinute: 100 },
]
