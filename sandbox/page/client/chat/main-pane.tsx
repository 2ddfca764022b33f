import type { ComponentChildren, JSX } from 'preact'
import { useSession } from '../session.ts'
import { AppView } from './app-view.tsx'
import { ChannelView } from './channel-view.tsx'

type Props = { readonly isOnline: boolean; readonly children: ComponentChildren }

/** The middle column: where one is, with what is wrong said above it. */
export function Main({ isOnline, children }: Props): JSX.Element {
  const { whole, words } = useSession()
  return (
    <main class="pane main">
      {!isOnline && (
        <p class="banner" role="status">
          {words.offline}
        </p>
      )}
      {isOnline && whole.installation.requestUrl === null && (
        <p class="banner calm" role="status">
          {words.noApp}
        </p>
      )}
      {children}
      <Place />
    </main>
  )
}

function Place(): JSX.Element {
  const { address, screen } = useSession()
  if (address.in === 'home') return <AppView key="home" tab="home" />
  if (address.in === 'app') return <AppView key="app" tab="messages" />
  const channel =
    screen.channels.find(({ id }) => id === address.in) ??
    screen.channels.find(({ is_member, kind }) => is_member && kind !== 'im')
  return channel ? <ChannelView key={channel.id} channel={channel} /> : <AppView tab="home" />
}
