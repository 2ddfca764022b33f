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
      <Place>{children}</Place>
    </main>
  )
}

function Place({ children }: { children: ComponentChildren }): JSX.Element {
  const { address, screen } = useSession()
  if (address.in === 'home') return <AppView tab="home">{children}</AppView>
  if (address.in === 'app') return <AppView tab="messages">{children}</AppView>
  const channel =
    screen.channels.find(({ id }) => id === address.in) ??
    screen.channels.find(({ is_member, kind }) => is_member && kind !== 'im')
  if (!channel) return <AppView tab="home">{children}</AppView>
  return <ChannelView channel={channel}>{children}</ChannelView>
}
