import type { JSX } from 'preact'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'
import { channelTitle } from './channel-name.tsx'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'

/** A thread beside its channel. */
export function Thread({ first }: { first: string }): JSX.Element | null {
  const session = useSession()
  const { screen, words, go } = session
  const message = screen.messages.find(({ ts }) => ts === first)
  const channel = screen.channels.find(({ id }) => id === message?.channel)
  if (!message || !channel) return null
  return (
    <aside class="pane thread" aria-label={words.thread}>
      <header class="pane-head">
        <h2>{words.thread}</h2>
        <p class="pane-about">{channelTitle(channel, session)}</p>
        <button
          type="button"
          class="quiet square"
          aria-label={words.closeThread}
          onClick={() => go({ thread: undefined })}
        >
          <Icon name="close" />
        </button>
      </header>
      <Conversation channel={channel.id} thread={first} label={words.thread} empty="" />
      {!channel.archived && (
        <Composer channel={channel.id} thread={first} label={words.replyHere} />
      )}
    </aside>
  )
}
