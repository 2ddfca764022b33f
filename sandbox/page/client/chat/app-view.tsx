import type { ComponentChildren, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Blocks } from '../blocks/block.tsx'
import { SurfaceContext } from '../blocks/surface.ts'
import type { View } from '../model/records.ts'
import { Mark } from '../parts/mark.tsx'
import { useSession } from '../session.ts'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'

type Props = { readonly tab: 'home' | 'messages'; readonly children: ComponentChildren }

/** The app's own place: its home tab and the direct messages with it. */
export function AppView({ tab, children }: Props): JSX.Element {
  const { words, whole, go } = useSession()
  return (
    <>
      <header class="pane-head app-head">
        <Mark size={26} />
        <h1>{whole.app.name}</h1>
        <div class="tabs" role="group" aria-label={whole.app.name}>
          <button
            type="button"
            aria-pressed={tab === 'home'}
            onClick={() => go({ in: 'home', thread: undefined })}
          >
            {words.home}
          </button>
          <button
            type="button"
            aria-pressed={tab === 'messages'}
            onClick={() => go({ in: 'app', thread: undefined })}
          >
            {words.messages}
          </button>
        </div>
      </header>
      {children}
      {tab === 'home' ? <Home /> : <Direct />}
    </>
  )
}

function Home(): JSX.Element {
  const { screen, words, act } = useSession()
  useEffect(() => {
    void act('open-home', {})
    // Opening tells the app once; what it publishes comes by itself.
  }, [])
  return (
    <div class="home" tabIndex={0} role="region" aria-label={words.home} id="messages">
      {screen.home ? (
        <HomeBlocks view={screen.home} />
      ) : (
        <div class="empty">
          <Mark size={44} />
          <p>{words.emptyHome}</p>
        </div>
      )}
    </div>
  )
}

const HomeBlocks = ({ view }: { view: View }): JSX.Element => (
  <SurfaceContext.Provider
    value={{ id: view.id, where: { view: view.id }, values: view.state.values, errors: {} }}
  >
    <div class="home-blocks">
      <Blocks blocks={view.blocks} />
    </div>
  </SurfaceContext.Provider>
)

function Direct(): JSX.Element {
  const { screen, words, whole, act, appListens } = useSession()
  const direct = screen.channels.find(
    ({ kind, members }) => kind === 'im' && members.includes(whole.app.user),
  )
  useEffect(() => {
    if (!direct) void act('open-home', {})
  }, [direct === undefined])
  if (!direct) return <div class="conversation" />
  return (
    <>
      <Conversation channel={direct.id} label={whole.app.name} empty={words.emptyDm} />
      {appListens ? (
        <Composer channel={direct.id} label={words.writeTo(whole.app.name)} />
      ) : (
        <p class="composer-off">{words.appReads}</p>
      )}
    </>
  )
}
