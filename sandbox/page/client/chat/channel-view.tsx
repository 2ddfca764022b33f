import type { ComponentChildren, JSX } from 'preact'
import type { Channel } from '../model/records.ts'
import { useSession } from '../session.ts'
import { ChannelIcon, channelKind, channelTitle } from './channel-name.tsx'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'

type Props = { readonly channel: Channel; readonly children: ComponentChildren }

/** A channel: its name, its lines, and where one writes. */
export function ChannelView({ channel, children }: Props): JSX.Element {
  const session = useSession()
  const { words } = session
  const title = channelTitle(channel, session)
  const kind = channelKind(channel, session)
  return (
    <>
      <header class="pane-head">
        <ChannelIcon channel={channel} size={19} />
        <h1>{title}</h1>
        <p class="pane-about">
          {[kind, words.members(channel.members.length)].filter((one) => one !== '').join(' · ')}
        </p>
      </header>
      {children}
      {channel.is_member ? (
        <>
          <Conversation
            key={channel.id}
            channel={channel.id}
            label={title}
            empty={words.emptyChannel}
          />
          <Foot channel={channel} title={title} />
        </>
      ) : (
        <div class="conversation">
          <p class="empty">{words.notJoined}</p>
        </div>
      )}
    </>
  )
}

function Foot({ channel, title }: { channel: Channel; title: string }): JSX.Element {
  const { words } = useSession()
  if (channel.archived) return <p class="composer-off">{words.archivedNote}</p>
  return <Composer key={channel.id} channel={channel.id} label={words.writeTo(`#${title}`)} />
}
