import type { KnownBlock } from '@slack/types'
import { actions, type Message, message, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { turnButton } from './buttons.ts'
import { channelMention, dueOf, found, haltOf, mentions, reasonOf, titleOf } from './say.ts'
import type { Standing } from './standing.ts'

/** What somebody is told when it is his turn, with the one button for it. */
export function turnMessage(
  standing: Standing,
  to: { readonly user: string; readonly channel: string },
  sight: Sight,
): Message {
  const { request } = standing
  const { direct, right } = sight.words.desk
  const title = titleOf(request)
  const asks = askOf(standing, sight)
  const pressed = turnButton(standing, sight, to.user)
  const blocks: KnownBlock[] = [
    section(
      [
        `:bell: *${title}* · ${right[request.right]}`,
        asks,
        `${dueOf(standing, sight)}. ${direct.where(channelMention(to.channel))}`,
      ].join('\n'),
    ),
    ...(pressed ? [actions(pressed)] : []),
  ]
  return message(`${title}. ${asks}`, blocks)
}

function askOf({ request, turn }: Standing, sight: Sight): string {
  const { direct } = sight.words.desk
  if (turn.kind === 'halt') return direct.halted(haltOf(turn.code ?? 'stopped', sight))
  if (request.returned) return direct.returned(reasonOf(request.returned.code, sight))
  const { halted: _, returned: __, where: ___, over: ____, ...asks } = direct
  return found(asks, turn.step) ?? direct.past
}

/** What is left of it when it is no longer his turn. `by`: who has done it, where a member has. */
export function pastMessage(
  request: Standing['request'],
  by: readonly string[],
  sight: Sight,
): Message {
  const { direct } = sight.words.desk
  const title = titleOf(request)
  const said = by.length > 0 ? direct.over(mentions(sight, by)) : direct.past
  return message(`${title}. ${said}`, [section(`*${title}*\n${said}`)])
}
