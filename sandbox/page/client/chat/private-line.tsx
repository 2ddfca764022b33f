import type { JSX } from 'preact'
import { Passages } from '../blocks/text.tsx'
import { mrkdwn } from '../model/mrkdwn.ts'
import type { Line } from '../model/timeline.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'
import { Time } from './message.tsx'
import { Say } from './say.tsx'

/** A line that one member alone sees: from the app, or from Slack itself. */
export function PrivateLine({ line }: { line: Exclude<Line, { kind: 'message' }> }): JSX.Element {
  const { words, whole } = useSession()
  const isFromApp = line.kind === 'ephemeral' && line.message.bot
  const name = isFromApp ? whole.app.name : words.slackbot
  const face = { id: isFromApp ? whole.app.user : 'slackbot', real_name: name, is_bot: isFromApp }
  return (
    <article class="message private" aria-label={`${name}. ${words.onlyYou}`}>
      <div class="gutter">
        <Avatar person={face} />
      </div>
      <div class="message-main">
        <p class="only-you">
          <Icon name="eye" size={14} /> {words.onlyYou}
        </p>
        <p class="byline">
          <strong>{name}</strong>
          {isFromApp && <span class="tag">{words.app}</span>}
          <Time ts={line.message.ts} />
        </p>
        {line.kind === 'ephemeral' ? (
          <Say content={line.message} />
        ) : (
          <Passages passages={mrkdwn(line.message.text)} />
        )}
      </div>
    </article>
  )
}
