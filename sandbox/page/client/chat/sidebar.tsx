import type { ComponentChildren, JSX } from 'preact'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Mark } from '../parts/mark.tsx'
import { useSession } from '../session.ts'
import { ChannelIcon, channelKind } from './channel-name.tsx'
import { PeopleMenu } from './people-menu.tsx'
import { useUnseen } from './unseen.ts'

/** The left column: who one is, the app, the channels, the people. */
export function Sidebar({ tools }: { tools: ComponentChildren }): JSX.Element {
  const { whole, words } = useSession()
  return (
    <nav class="sidebar" aria-label={words.navigation}>
      <div class="brand">
        <Mark size={28} />
        <p>
          <b>{whole.app.name}</b>
          <small>{whole.team.name}</small>
        </p>
      </div>
      <PeopleMenu />
      <div class="rooms">
        <AppRoom />
        <Channels />
      </div>
      <div class="tools">{tools}</div>
    </nav>
  )
}

type RoomProps = {
  readonly id: string
  readonly isNew: boolean
  readonly lead: ComponentChildren
  readonly name: string
  readonly kind?: string
  readonly dim?: boolean
}

function Room({ id, isNew, lead, name, kind, dim }: RoomProps): JSX.Element {
  const { address, go, words } = useSession()
  const isHere = address.in === id
  return (
    <li>
      <button
        type="button"
        class={`room ${isNew ? 'new' : ''} ${dim ? 'dim' : ''}`}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => go({ in: id, thread: undefined, phone: undefined })}
      >
        {lead}
        <span class="room-name">{name}</span>
        {kind && <span class="hidden">, {kind}</span>}
        {isNew && (
          <span class="dot">
            <span class="hidden">{words.waiting}</span>
          </span>
        )}
      </button>
    </li>
  )
}

function AppRoom(): JSX.Element {
  const { screen, whole, words } = useSession()
  const unseen = useUnseen()
  const direct = screen.channels.find(
    ({ kind, members }) => kind === 'im' && members.includes(whole.app.user),
  )
  return (
    <section>
      <h2>{words.apps}</h2>
      <ul>
        <Room id="home" isNew={false} lead={<Icon name="home" size={16} />} name={words.home} />
        <Room
          id="app"
          isNew={direct !== undefined && unseen.has(direct.id)}
          lead={<Avatar person={{ id: whole.app.user, real_name: '', is_bot: true }} size={18} />}
          name={words.messages}
        />
      </ul>
    </section>
  )
}

function Channels(): JSX.Element {
  const session = useSession()
  const unseen = useUnseen()
  const channels = session.screen.channels.filter(({ kind }) => kind !== 'im')
  return (
    <section>
      <h2>{session.words.channels}</h2>
      <ul>
        {channels.map((channel) => (
          <Room
            key={channel.id}
            id={channel.id}
            isNew={unseen.has(channel.id)}
            lead={<ChannelIcon channel={channel} />}
            name={channel.name}
            kind={channelKind(channel, session)}
            dim={!channel.is_member || channel.archived}
          />
        ))}
      </ul>
    </section>
  )
}
